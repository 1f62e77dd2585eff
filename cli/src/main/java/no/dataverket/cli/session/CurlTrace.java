package no.dataverket.cli.session;

import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import no.dataverket.cli.output.Style;
import no.dataverket.cli.output.Times;
import no.dataverket.sdk.Connection;
import no.dataverket.sdk.Reply;
import no.dataverket.sdk.Request;
import no.dataverket.sdk.model.Problem;

/// Shows each request as a curl command that a person can repeat. The token stays out of it.
final class CurlTrace implements Connection.Listener {

    private static final Set<String> SHOWN = Set.of("content-type", "idempotency-key", "if-match", "traceparent");

    private final PrintStream err;
    private final URI endpoint;

    CurlTrace(PrintStream err, URI endpoint) {
        this.err = err;
        this.endpoint = endpoint;
    }

    @Override
    public void sending(Request request) {
        var text = new StringBuilder("> curl -X ").append(request.method());
        text.append(' ').append(quoted(endpoint + request.target()));
        for (var header : request.headers().entrySet()) {
            var name = header.getKey().toLowerCase(java.util.Locale.ROOT);
            if (name.equals("authorization")) {
                text.append(" -H \"Authorization: Bearer $DV_TOKEN\"");
            } else if (SHOWN.contains(name)) {
                text.append(" -H ").append(quoted(header.getKey() + ": " + header.getValue()));
            }
        }
        var body = request.body();
        if (body != null) {
            text.append(" -d ").append(quoted(new String(body, StandardCharsets.UTF_8)));
        }
        err.println(Style.clean(text.toString()));
    }

    @Override
    public void answered(Request request, Reply reply, Duration took) {
        var id = reply.requestId();
        err.println("< " + reply.status() + " in " + took.toMillis() + " ms, " + reply.body().length + " bytes"
                + (id == null ? "" : ", request " + Style.clean(id)));
    }

    @Override
    public void repeating(Request request, Problem problem, Duration wait) {
        err.println("< " + problem.code() + ": again in " + Times.rough(wait.toSeconds()));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}

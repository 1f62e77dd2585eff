package no.dataverket.cli.builtin;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import no.dataverket.cli.json.Json;
import no.dataverket.cli.process.CommandFailure;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.cli.session.ErrorText;
import no.dataverket.cli.session.Session;
import no.dataverket.sdk.ApiException;
import no.dataverket.sdk.ConnectionException;
import no.dataverket.sdk.Reply;
import no.dataverket.sdk.Request;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Sends any request, with the endpoint and the token of the context.
final class ApiCall implements BuiltIn {

    @Override
    public String line() {
        return "dv api";
    }

    @Override
    public String summary() {
        return "Send any request of the API";
    }

    @Override
    public List<String> examples() {
        return List.of(
                "dv api GET /v1/vms?project=shop",
                "dv api POST /v1/projects -d '{\"name\":\"shop\",\"tenant\":\"acme\"}'",
                "dv api PATCH /v1/vms/VM -d @patch.json --header 'If-Match: \"g3\"'");
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(BuiltIn.positional("0", "METHOD", "GET, POST, PATCH or DELETE."));
        spec.addPositional(BuiltIn.positional("1", "PATH", "Path with its query, as in /v1/vms."));
        spec.addOption(BuiltIn.valued("--data,-d", "JSON|@FILE", "Body of the request; @- is the standard input."));
        spec.addOption(OptionSpec.builder("--header", "-H")
                .paramLabel("'NAME: VALUE'")
                .arity("1")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("A header more.")
                .build());
        spec.addOption(BuiltIn.toggle("--include,-i", "Show the status and the headers too."));
    }

    @Override
    public ExitCode run(Session session) {
        var method = session.positional(0);
        var path = session.positional(1);
        if (method == null || path == null || !path.startsWith("/")) {
            throw CommandFailure.usage(
                    "dv api needs a method and a path",
                    "for example: " + examples().getFirst());
        }
        var request = Request.of(method.toUpperCase(Locale.ROOT), path);
        var data = session.flag("--data");
        if (data != null) {
            var body = data.startsWith("@") ? session.surroundings().read(data.substring(1)) : data;
            var media = request.method().equals("PATCH") ? "application/merge-patch+json" : "application/json";
            request = request.withBody(media, body.getBytes(StandardCharsets.UTF_8));
        }
        for (var header : session.flags().matchedOptionValue("--header", List.<String>of())) {
            var colon = header.indexOf(':');
            if (colon <= 0) {
                throw CommandFailure.usage("not a header: " + header, "write it as 'Name: value'");
            }
            request = request.withHeader(
                    header.substring(0, colon), header.substring(colon + 1).strip());
        }
        return send(session, request);
    }

    private static ExitCode send(Session session, Request request) {
        var action = "call " + request.method() + " " + request.target();
        try {
            show(session, session.send(request));
            return ExitCode.DONE;
        } catch (ApiException e) {
            if (session.has("--include")) {
                head(session, e.reply());
            }
            throw ErrorText.of(e, action);
        } catch (ConnectionException e) {
            throw ErrorText.of(e, action, session.settings().endpoint().toString());
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage("cannot " + action + ": " + e.getMessage(), "check the header");
        }
    }

    private static void show(Session session, Reply reply) {
        if (session.has("--include")) {
            head(session, reply);
        }
        var type = reply.header("Content-Type");
        if (reply.body().length > 0 && type != null && type.contains("json")) {
            session.printer().document(Json.read(reply.body()));
        } else if (reply.body().length > 0) {
            session.surroundings().out().println(reply.text());
        }
    }

    private static void head(Session session, Reply reply) {
        var out = session.surroundings().out();
        out.println("HTTP/1.1 " + reply.status());
        reply.headers().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(header -> out.println(header.getKey() + ": " + header.getValue()));
        out.println();
    }
}

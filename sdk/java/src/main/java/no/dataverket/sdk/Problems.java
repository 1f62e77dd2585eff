package no.dataverket.sdk;

import io.avaje.json.JsonException;
import no.dataverket.sdk.model.Problem;
import org.jspecify.annotations.Nullable;

/// Reads problem documents, also where something between us and the server answered with something else.
final class Problems {

    private static final int LONGEST_DETAIL = 200;

    private Problems() {}

    static Problem read(Reply reply) {
        var type = reply.header("Content-Type");
        if (type != null && type.contains("json")) {
            try {
                var problem = Models.read(Problem.class, reply.body());
                if (isComplete(problem.code(), problem.title())) {
                    return problem;
                }
            } catch (JsonException e) {
                return foreign(reply);
            }
        }
        return foreign(reply);
    }

    private static boolean isComplete(@Nullable String code, @Nullable String title) {
        return code != null && title != null;
    }

    private static Problem foreign(Reply reply) {
        var text = reply.text().strip();
        var detail = text.length() > LONGEST_DETAIL ? text.substring(0, LONGEST_DETAIL) + "…" : text;
        return Problem.of(
                        "about:blank",
                        "The server answered " + reply.status(),
                        reply.status(),
                        "HTTP_" + reply.status(),
                        detail.isEmpty() ? "no problem document" : detail,
                        "Check that the endpoint is a Dataverket server.",
                        reply.status() == 429 || reply.status() == 503)
                .withRequestId(reply.requestId() == null ? "" : reply.requestId());
    }
}

package no.dataverket.sentral.api;

import java.util.Arrays;
import java.util.Map;
import no.dataverket.contract.Failure;
import no.dataverket.contract.ProblemCode;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;

/// Conditional requests (RFC 9110 §13).
public final class Preconditions {

    private Preconditions() {}

    /// Refuses a change of a resource that is no longer as the client saw it.
    ///
    /// @throws Failure `IF_MATCH_REQUIRED` or `IF_MATCH_FAILED`
    public static void ifMatch(Call call, long generation) {
        var header = call.header("If-Match");
        if (header.isEmpty()) {
            if (call.operation().ifMatchRequired()) {
                throw Failure.of(ProblemCode.IF_MATCH_REQUIRED, "The request carries no If-Match.");
            }
            return;
        }
        var current = Answer.etagOf(generation);
        boolean matches = Arrays.stream(header.get().split(","))
                .map(String::trim)
                .anyMatch(tag -> tag.equals("*") || tag.equals(current));
        if (!matches) {
            throw Failure.of(
                            ProblemCode.IF_MATCH_FAILED,
                            "The resource is at " + current + ", not " + header.get() + ".")
                    .parameters(Map.of("etag", current));
        }
    }
}

package no.dataverket.contract;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A problem document (RFC 9457), as it is answered, stored in a task and reported over the bus.
public record Problem(
        @Field("URI of the problem type.") String type,
        @Field("What kind of problem, in a few words.") String title,
        @Field("HTTP status.") int status,
        @Field("Stable code of the catalogue.") String code,

        @Field("What happened, with the values that matter.")
        String detail,

        @Field("What to do next, with a command where there is one.")
        String hint,

        @Field("Whether the same request can succeed later.")
        boolean retryable,

        @Field("Seconds to wait before trying again.") @Nullable
        Integer retryAfter,

        @Field("Path of the request.") @Nullable String instance,

        @Field("Identifier of the request, for support.") @Nullable
        String requestId,

        @Field("Each field that breaks a rule.") @Nullable List<Violation> violations,
        @Field("What stands in the way.") @Nullable List<String> dependents,
        @Field("Values a program may act on.") @Nullable Map<String, String> parameters,
        @Field("Runbook for the operator.") @Nullable String runbook) {

    private static final String TYPE_BASE = "https://docs.dataverket.example/problems/";

    /// A problem with the catalogue's title and hint.
    public static Problem of(ProblemCode code, String detail) {
        return new Problem(
                TYPE_BASE + code.slug(),
                code.title(),
                code.kind().status(),
                code.name(),
                detail,
                code.hint(),
                code.kind().retryable(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /// The catalogue entry, or `INTERNAL_ERROR` for a code of a later version.
    public ProblemCode catalogued() {
        for (var known : ProblemCode.values()) {
            if (known.name().equals(code)) {
                return known;
            }
        }
        return ProblemCode.INTERNAL_ERROR;
    }

    public Problem withHint(String better) {
        return new Problem(
                type,
                title,
                status,
                code,
                detail,
                better,
                retryable,
                retryAfter,
                instance,
                requestId,
                violations,
                dependents,
                parameters,
                runbook);
    }

    public Problem withViolations(List<Violation> found) {
        return new Problem(
                type,
                title,
                status,
                code,
                detail,
                hint,
                retryable,
                retryAfter,
                instance,
                requestId,
                found,
                dependents,
                parameters,
                runbook);
    }

    public Problem withDependents(List<String> names) {
        return new Problem(
                type,
                title,
                status,
                code,
                detail,
                hint,
                retryable,
                retryAfter,
                instance,
                requestId,
                violations,
                names,
                parameters,
                runbook);
    }

    public Problem withParameters(Map<String, String> values) {
        return new Problem(
                type,
                title,
                status,
                code,
                detail,
                hint,
                retryable,
                retryAfter,
                instance,
                requestId,
                violations,
                dependents,
                values,
                runbook);
    }

    public Problem withRetryAfter(int seconds) {
        return new Problem(
                type,
                title,
                status,
                code,
                detail,
                hint,
                retryable,
                seconds,
                instance,
                requestId,
                violations,
                dependents,
                parameters,
                runbook);
    }

    public Problem withRunbook(String id) {
        return new Problem(
                type,
                title,
                status,
                code,
                detail,
                hint,
                retryable,
                retryAfter,
                instance,
                requestId,
                violations,
                dependents,
                parameters,
                id);
    }

    /// The same problem as the answer to one request.
    public Problem answering(String path, String request) {
        return new Problem(
                type,
                title,
                status,
                code,
                detail,
                hint,
                retryable,
                retryAfter,
                path,
                request,
                violations,
                dependents,
                parameters,
                runbook);
    }

    /// One field that breaks a rule.
    public record Violation(
            @Field("JSON pointer (RFC 6901) into the body.") String pointer,
            @Field("Which rule.") String code,
            @Field("What is wrong.") String detail) {}
}

package no.dataverket.sdk;

import no.dataverket.sdk.model.Problem;

/// The server refused, and said why.
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient Reply reply;

    ApiException(Problem problem, Reply reply) {
        super(problem.code() + ": " + problem.detail());
        this.problem = problem;
        this.reply = reply;
    }

    /// What went wrong (RFC 9457).
    public Problem problem() {
        return problem;
    }

    /// The stable code of the catalogue, as in `NAME_TAKEN`.
    public String code() {
        return problem.code();
    }

    /// The HTTP status.
    public int status() {
        return reply.status();
    }

    /// The whole answer.
    public Reply reply() {
        return reply;
    }
}

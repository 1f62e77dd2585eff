package no.dataverket.contract;

/// The closed set of ways in which a request or a step can go wrong. Status codes and exit codes hang on the
/// kind and on nothing else, so that a client needs to know these few.
public enum ProblemKind {
    /// The request is not well formed.
    MALFORMED(400, 7),
    /// Nobody is logged in, or the token is not good.
    UNAUTHENTICATED(401, 4),
    /// The actor may see this but not do it.
    FORBIDDEN(403, 5),
    /// It is not there, or its existence is not the actor's to know.
    NOT_FOUND(404, 3),
    /// The path has no such method.
    NOT_ALLOWED(405, 7),
    /// The request took too long to arrive.
    TOO_SLOW(408, 11),
    /// The state of the resource forbids it.
    CONFLICT(409, 6),
    /// The `If-Match` does not hold.
    PRECONDITION_FAILED(412, 6),
    /// The body is larger than any request needs.
    TOO_LARGE(413, 7),
    /// The URL is longer than any request needs.
    TOO_LONG(414, 7),
    /// The body is not of a type that the operation takes.
    UNSUPPORTED(415, 7),
    /// The request is well formed and means something that can't be.
    INVALID(422, 7),
    /// A precondition is required and absent.
    PRECONDITION_REQUIRED(428, 6),
    /// The headers are larger than any request needs.
    HEADERS_TOO_LARGE(431, 7),
    /// Too many requests.
    RATE_LIMITED(429, 11),
    /// A limit that somebody set is reached.
    QUOTA(422, 13),
    /// Something scarce is used up.
    EXHAUSTED(507, 13),
    /// A part that this needs is away; the same request can succeed later.
    UNAVAILABLE(503, 11),
    /// A defect of ours.
    INTERNAL(500, 1);

    private final int status;
    private final int exitCode;

    ProblemKind(int status, int exitCode) {
        this.status = status;
        this.exitCode = exitCode;
    }

    /// The HTTP status (RFC 9110 §15).
    public int status() {
        return status;
    }

    /// The exit code of the command line.
    public int exitCode() {
        return exitCode;
    }

    /// Whether the same request may succeed later without being changed.
    public boolean retryable() {
        return this == UNAVAILABLE || this == RATE_LIMITED || this == EXHAUSTED;
    }
}

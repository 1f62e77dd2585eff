package no.dataverket.cli.process;

/// The exit codes. They are part of the contract with scripts: none changes its meaning.
public enum ExitCode {
    DONE(0, "done"),
    FAILURE(1, "another failure"),
    USAGE(2, "wrong usage"),
    NOT_FOUND(3, "not found"),
    NOT_AUTHENTICATED(4, "not authenticated"),
    FORBIDDEN(5, "forbidden, or against a policy"),
    CONFLICT(6, "conflict or failed precondition (409, 412, 423, 428)"),
    INVALID(7, "invalid input (400, 405, 413, 414, 415, 422, 431)"),
    TASK_FAILED(8, "the task failed or was cancelled"),
    TASK_BLOCKED(9, "the task is blocked, or waits for an approval or a window; it is kept"),
    STILL_RUNNING(10, "the wait timed out; the task still runs"),
    UNAVAILABLE(11, "service unavailable, or rate limited after retries"),
    INCOMPLETE(12, "the result is incomplete"),
    EXHAUSTED(13, "quota or capacity used up"),
    DIFFERENT(20, "differences found"),
    INTERRUPTED(130, "interrupted; a task goes on");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /// The number that the process ends with.
    public int code() {
        return code;
    }

    /// What the number means.
    public String meaning() {
        return meaning;
    }

    /// The exit code for a problem.
    ///
    /// @param status HTTP status
    /// @param code of the problem catalogue
    public static ExitCode ofProblem(int status, String code) {
        if (code.equals("QUOTA_EXCEEDED")) {
            return EXHAUSTED;
        }
        return switch (status) {
            case 400, 405, 413, 414, 415, 422, 431 -> INVALID;
            case 401 -> NOT_AUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 409, 412, 423, 428 -> CONFLICT;
            case 408, 429, 502, 503, 504 -> UNAVAILABLE;
            case 507 -> EXHAUSTED;
            default -> FAILURE;
        };
    }
}

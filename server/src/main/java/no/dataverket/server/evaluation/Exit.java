package no.dataverket.server.evaluation;

/// How the command ends: the exit codes of the command line, as far as they can come of an evaluation.
enum Exit {
    /// Every check that concerns the runtime was carried out, and every promise kept.
    DONE(0),
    /// A promise was broken, or something else failed.
    FAILURE(1),
    USAGE(2),
    /// The host or the directory belongs to somebody else.
    CONFLICT(6),
    /// The host does not answer.
    UNAVAILABLE(11),
    /// Some checks could not be carried out.
    INCOMPLETE(12),
    INTERRUPTED(130);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}

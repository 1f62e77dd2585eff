package no.dataverket.maskin.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import no.dataverket.maskin.runtime.Revision;
import no.dataverket.maskin.runtime.RuntimeFailure;
import no.dataverket.maskin.runtime.RuntimeFailure.Kind;
import no.dataverket.maskin.runtime.StaleWriter;
import org.jspecify.annotations.Nullable;

/// What was seen during a check. Each expectation that was met leaves a line; the first that isn't ends
/// the check.
public final class Evidence {

    private final List<String> lines = new ArrayList<>();

    /// What was seen so far.
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /// Writes down what was seen.
    public void note(String line) {
        lines.add(line);
    }

    /// Expects an answer.
    ///
    /// @throws BrokenPromise when it's another
    public <T extends @Nullable Object> void same(String what, T seen, T expected) {
        if (!Objects.equals(seen, expected)) {
            throw new BrokenPromise(what + ": " + seen + ", and not " + expected);
        }
        note(what + ": " + seen);
    }

    /// Expects a statement to be true.
    ///
    /// @throws BrokenPromise when it isn't
    public void holds(String statement, boolean seen) {
        if (!seen) {
            throw new BrokenPromise("it is not so that " + statement);
        }
        note(statement);
    }

    /// Expects a call to fail in a certain way; another way would make a caller do the wrong thing.
    ///
    /// @throws BrokenPromise when it doesn't fail, or fails otherwise
    public void refused(Kind kind, String what, Runnable call) {
        var failure = failureOf(kind, what, call);
        if (failure.kind() != kind) {
            throw new BrokenPromise(what + ": " + failure.kind() + " (" + failure.getMessage() + "), and not " + kind);
        }
        note(what + ": refused, " + kind);
    }

    /// Expects a call to be refused in favour of a newer one.
    ///
    /// @param held the revision that the runtime must name
    /// @throws BrokenPromise when it's carried out, fails otherwise, or names another revision
    public void stale(Revision held, String what, Runnable call) {
        var failure = failureOf(Kind.STALE, what, call);
        if (!(failure instanceof StaleWriter stale)) {
            throw new BrokenPromise(what + ": " + failure.kind() + ", and not " + Kind.STALE);
        }
        same(what + ": refused in favour of revision", stale.held(), held);
    }

    private static RuntimeFailure failureOf(Kind kind, String what, Runnable call) {
        try {
            call.run();
        } catch (RuntimeFailure failure) {
            return failure;
        }
        throw new BrokenPromise(what + ": it was carried out, and not refused with " + kind);
    }
}

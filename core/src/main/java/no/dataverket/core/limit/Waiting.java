package no.dataverket.core.limit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Problem;
import no.dataverket.contract.ProblemCode;

/// Bounds the requests of a principal that wait for a task at the same time: each costs nothing but a thread
/// and a connection, and those are not endless.
public final class Waiting {

    private final int most;
    private final Map<String, Integer> held = new ConcurrentHashMap<>();

    public Waiting(int most) {
        this.most = most;
    }

    /// @throws Failure `RATE_LIMIT` if the principal has too many already
    public Admission.Place enter(String principal) {
        int count = held.merge(principal, 1, Integer::sum);
        if (count > most) {
            leave(principal);
            throw new Failure(
                    Problem.of(ProblemCode.RATE_LIMIT, "You wait for " + most + " tasks already, each with a request.")
                            .withHint("Let some of them end, or ask for the tasks in one list: dv task list.")
                            .withRetryAfter(1)
                            .withParameters(Map.of("limit", "waiting")));
        }
        return () -> leave(principal);
    }

    private void leave(String principal) {
        held.compute(principal, (unused, count) -> count == null || count == 1 ? null : count - 1);
    }
}

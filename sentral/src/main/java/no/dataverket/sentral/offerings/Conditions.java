package no.dataverket.sentral.offerings;

import java.util.List;
import no.dataverket.contract.api.Condition;

/// What is stated of a resource, from one observation to the next.
final class Conditions {

    private Conditions() {}

    /// The statements of now, each since when it has been so: what was stated before in the same words goes on.
    static List<Condition> continued(List<Condition> before, List<Condition> now) {
        return now.stream()
                .map(condition -> before.stream()
                        .filter(earlier -> isSame(earlier, condition))
                        .findFirst()
                        .orElse(condition))
                .toList();
    }

    private static boolean isSame(Condition earlier, Condition later) {
        var then = new Condition(
                earlier.type(),
                earlier.status(),
                earlier.reason(),
                earlier.message(),
                later.since(),
                earlier.runbook());
        return then.equals(later);
    }
}

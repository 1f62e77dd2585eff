package no.dataverket.sentral.approvals;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.dataverket.contract.Id;
import no.dataverket.contract.api.PrincipalKind;
import no.dataverket.contract.command.IdentitetMessages.Principal;

/// A principal as far as it matters for approvals: whether it is a person, and which others are the same person.
public record Person(Id id, String name, PrincipalKind kind, List<Id> issuers) {

    public static Person of(Principal principal) {
        return new Person(principal.id(), principal.name(), principal.kind(), principal.issuers());
    }

    /// Whether one may be the other under another name: the same principal, one made by the other, or both made by
    /// a third.
    boolean maybe(Person other) {
        var common = line();
        common.retainAll(other.line());
        return !common.isEmpty();
    }

    private Set<Id> line() {
        var line = new HashSet<>(issuers);
        line.add(id);
        return line;
    }
}

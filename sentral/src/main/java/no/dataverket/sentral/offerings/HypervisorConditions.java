package no.dataverket.sentral.offerings;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import no.dataverket.contract.api.Condition;
import no.dataverket.contract.api.Phase;
import no.dataverket.contract.command.HostVerdict;
import no.dataverket.contract.command.MaskinMessages.HostObserved;
import no.dataverket.sentral.tasks.Runbooks;

/// What is said of a hypervisor by what Maskin tells of its host.
final class HypervisorConditions {

    private HypervisorConditions() {}

    /// A host that is away for long may run anything or nothing.
    static Phase phase(HostObserved seen) {
        if (seen.reachable()) {
            return Phase.READY;
        }
        var custody = seen.custody();
        return custody != null && custody.lost() ? Phase.UNKNOWN : Phase.DEGRADED;
    }

    /// @param name of the hypervisor, for the command that releases it
    static List<Condition> of(HostObserved seen, String name) {
        var conditions = new ArrayList<Condition>();
        if (seen.reachable()) {
            conditions.addAll(Facade.ready("The host answers."));
        } else {
            boolean lost = phase(seen) == Phase.UNKNOWN;
            conditions.add(new Condition(
                    "Ready",
                    false,
                    lost ? "Lost" : "Unreachable",
                    Objects.requireNonNullElse(seen.message(), "The host does not answer."),
                    seen.at(),
                    lost ? Runbooks.HYPERVISOR_LOST : Runbooks.HYPERVISOR_UNREACHABLE));
        }
        var custody = seen.custody();
        if (custody != null) {
            var verdict = custody.verdict();
            var quarantine = custody.quarantine();
            if (verdict != null && (verdict.isQuarantine() || verdict.isReport())) {
                conditions.add(failing(verdict, name));
            } else if (quarantine != null) {
                conditions.add(fenced(seen, quarantine));
            }
        }
        return conditions;
    }

    private static Condition failing(HostVerdict verdict, String name) {
        return new Condition(
                verdict.isQuarantine() ? "Quarantined" : "Failing",
                true,
                verdict.isQuarantine() ? "RepeatedFailures" : "QuarantineBudgetSpent",
                verdict.reason() + " " + ending(verdict, name),
                verdict.at(),
                Runbooks.HYPERVISOR_FAILS);
    }

    private static String ending(HostVerdict verdict, String name) {
        return "It is over at " + verdict.until() + " if nothing fails before, or by: dvce hypervisor release " + name;
    }

    private static Condition fenced(HostObserved seen, String quarantine) {
        var message = seen.reachable() && seen.message() != null ? quarantine + " " + seen.message() : quarantine;
        return new Condition("Quarantined", true, "Fenced", message, seen.at(), Runbooks.HYPERVISOR_LOST);
    }
}

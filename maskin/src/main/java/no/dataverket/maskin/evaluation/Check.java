package no.dataverket.maskin.evaluation;

import java.util.EnumSet;
import java.util.Set;
import no.dataverket.maskin.runtime.Capability;

/// One promise that a runtime must keep, and how it's found out that it does.
///
/// @param id names it in reports; it never changes its meaning
/// @param criterion what it is evidence for
/// @param promise what it shows, as a sentence
/// @param capabilities which the runtime must declare, or the check does not concern it
/// @param incidents which must be let happen to find out
public record Check(
        String id,
        Criterion criterion,
        String promise,
        Set<Capability> capabilities,
        Set<Incident> incidents,
        Procedure procedure) {

    public Check {
        capabilities = Set.copyOf(capabilities);
        incidents = Set.copyOf(incidents);
    }

    /// A check that concerns every runtime and needs nothing to happen.
    public static Check of(String id, Criterion criterion, String promise, Procedure procedure) {
        return new Check(id, criterion, promise, Set.of(), Set.of(), procedure);
    }

    /// This check, for runtimes that declare the capability.
    public Check where(Capability capability) {
        var all = EnumSet.of(capability);
        all.addAll(capabilities);
        return new Check(id, criterion, promise, all, incidents, procedure);
    }

    /// This check, which needs the incident.
    public Check needing(Incident incident) {
        var all = EnumSet.of(incident);
        all.addAll(incidents);
        return new Check(id, criterion, promise, capabilities, all, procedure);
    }
}

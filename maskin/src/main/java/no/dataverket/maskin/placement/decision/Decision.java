package no.dataverket.maskin.placement.decision;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What was decided about a wish, and everything that led to it.
///
/// @param considered hosts of the datacenter
/// @param refusals by filter, in the order in which hosts are asked; each host counts for the first that it failed
/// @param best the hosts that would do, the best first: the first one is chosen. Empty where none would do
public record Decision(Wanted wanted, Policy policy, int considered, List<Refusal> refusals, List<Scored> best) {

    /// Rises when the same facts would be decided otherwise.
    public static final int ENGINE_VERSION = 1;

    public Decision {
        refusals = List.copyOf(refusals);
        best = List.copyOf(best);
    }

    /// Hosts that failed a filter.
    ///
    /// @param examples some of them, by name
    public record Refusal(Filter filter, int hosts, List<Example> examples) {}

    /// A host that will not do.
    ///
    /// @param detail its name and why
    public record Example(String host, String detail) {}

    /// A host that would do.
    ///
    /// @param together how many of the group would be closer to it than wished
    /// @param imageAtHand whether it holds the image
    /// @param freeMemoryShare of its memory, in billionths, before the machine comes
    /// @param room what is promised and reserved before the machine comes
    public record Scored(
            UUID id, String host, int together, boolean imageAtHand, int freeMemoryShare, HostView.Room room) {}

    /// The chosen host; empty where none would do.
    public Optional<Scored> chosen() {
        return best.stream().findFirst();
    }

    /// The next best host.
    public Optional<Scored> next() {
        return best.stream().skip(1).findFirst();
    }
}

package no.dataverket.maskin.vm;

import java.time.Duration;
import java.util.List;
import no.dataverket.maskin.host.QuarantineRule;

/// How long things may take and how often they are done.
///
/// @param look how often each host is compared with what was decided; hints from the host make it sooner
/// @param tell how often a host's state is told though nothing changed
/// @param gracefulStop how long a guest is asked to shut down before the plug is pulled
/// @param start how long a start may take until the machine is seen running
/// @param unplug how long a guest may take to let go of an interface
/// @param remove how long a removal may take
/// @param repairWindow the span in which repairs of one machine are counted
/// @param repairLimit how many repairs there may be in it before the machine is left alone
/// @param repairDelays how long after a repair the next may come: after the first, the second, and so on
/// @param lost how long a host may be away until nobody is believed to know what it runs
/// @param quarantine when a host that fails gets no new machines, and for how long
public record Pace(
        Duration look,
        Duration tell,
        Duration gracefulStop,
        Duration start,
        Duration unplug,
        Duration remove,
        Duration repairWindow,
        int repairLimit,
        List<Duration> repairDelays,
        Duration lost,
        QuarantineRule quarantine) {

    private static final Duration USUALLY_LOST = Duration.ofMinutes(1);

    public Pace {
        repairDelays = List.copyOf(repairDelays);
    }

    /// With the usual patience for hosts that are away.
    public Pace(
            Duration look,
            Duration tell,
            Duration gracefulStop,
            Duration start,
            Duration unplug,
            Duration remove,
            Duration repairWindow,
            int repairLimit,
            List<Duration> repairDelays) {
        this(
                look,
                tell,
                gracefulStop,
                start,
                unplug,
                remove,
                repairWindow,
                repairLimit,
                repairDelays,
                USUALLY_LOST,
                QuarantineRule.usual());
    }

    /// The same with another patience for hosts that are away.
    public Pace lostAfter(Duration away) {
        return new Pace(
                look,
                tell,
                gracefulStop,
                start,
                unplug,
                remove,
                repairWindow,
                repairLimit,
                repairDelays,
                away,
                quarantine);
    }

    /// The same with another rule for hosts that fail.
    public Pace quarantining(QuarantineRule rule) {
        return new Pace(
                look, tell, gracefulStop, start, unplug, remove, repairWindow, repairLimit, repairDelays, lost, rule);
    }

    /// The pace of a real site.
    public static Pace usual() {
        return new Pace(
                Duration.ofSeconds(3),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                Duration.ofSeconds(60),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                Duration.ofMinutes(5),
                5,
                List.of(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20)));
    }

    /// How long to wait after the repair with this number, from 1.
    Duration delayAfter(int repair) {
        return repair < 1 || repairDelays.isEmpty()
                ? Duration.ZERO
                : repairDelays.get(Math.min(repair, repairDelays.size()) - 1);
    }
}

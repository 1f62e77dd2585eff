package no.dataverket.maskin.placement.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// What is left of a datacenter: for people who plan, and so that tenants are told early.
///
/// @param hosts all of the datacenter
/// @param usable those that take machines and answer
/// @param room of the usable ones, in sum
/// @param most the largest machines that have a place now: the one with most memory, and the one with most vcpus
/// @param losses for each level that is known, the loss that hurts most
public record Headroom(int hosts, int usable, Sum room, List<Shape> most, List<Loss> losses) {

    /// A quarter of a site that is free after the worst loss of a host is plenty.
    private static final int PLENTY_IS_ONE_IN = 4;

    /// What hosts promise and what of it is reserved.
    public record Sum(long vcpus, long vcpusReserved, long memoryMib, long memoryMibReserved) {

        static final Sum NOTHING = new Sum(0, 0, 0, 0);

        Sum plus(HostView.Room room) {
            return new Sum(
                    vcpus + room.vcpus(),
                    vcpusReserved + room.vcpusReserved(),
                    memoryMib + room.memoryMib(),
                    memoryMibReserved + room.memoryMibReserved());
        }
    }

    /// A machine that would have a place, and where.
    public record Shape(int vcpus, int memoryMib, String host) {}

    /// What stays free once a failure domain is lost and its machines run elsewhere, in sum; what is negative can't
    /// all run. Machines may need more, as room in many pieces is less than room in one.
    public record Loss(Level level, String domain, long vcpus, long memoryMib) {}

    /// How a tenant is told.
    public enum Supply {
        PLENTY,
        SCARCE,
        NONE
    }

    public static Headroom of(Collection<HostView> hosts) {
        var usable = hosts.stream().filter(Headroom::isUsable).toList();
        var room = Sum.NOTHING;
        for (var host : usable) {
            room = room.plus(host.room());
        }
        var losses = new ArrayList<Loss>();
        for (var level : Level.values()) {
            worst(level, usable, room).ifPresent(losses::add);
        }
        return new Headroom(hosts.size(), usable.size(), room, most(usable), losses);
    }

    /// Whether machines find a place, in one word. What a single host's failure would need is not there to give away.
    public Supply supply() {
        if (most.isEmpty()) {
            return Supply.NONE;
        }
        boolean plenty = losses.stream()
                .filter(loss -> loss.level() == Level.HOST)
                .anyMatch(loss -> loss.vcpus() * PLENTY_IS_ONE_IN >= room.vcpus()
                        && loss.memoryMib() * PLENTY_IS_ONE_IN >= room.memoryMib());
        return plenty ? Supply.PLENTY : Supply.SCARCE;
    }

    private static boolean isUsable(HostView host) {
        var standing = host.standing();
        return standing.schedulable() && standing.reachable() && !standing.maintenance() && !standing.quarantined();
    }

    private static List<Shape> most(List<HostView> usable) {
        var shapes = usable.stream()
                .map(host -> new Shape(host.room().freeVcpus(), host.room().freeMemoryMib(), host.name()))
                .filter(shape -> shape.vcpus() > 0 && shape.memoryMib() > 0)
                .toList();
        var byName = Comparator.comparing(Shape::host);
        var byMemory = Comparator.comparing(Shape::memoryMib)
                .thenComparing(Shape::vcpus)
                .reversed()
                .thenComparing(byName);
        var byVcpus = Comparator.comparing(Shape::vcpus)
                .thenComparing(Shape::memoryMib)
                .reversed()
                .thenComparing(byName);
        var most = new ArrayList<Shape>();
        shapes.stream().min(byMemory).ifPresent(most::add);
        shapes.stream()
                .min(byVcpus)
                .filter(shape -> most.stream().noneMatch(shape::equals))
                .ifPresent(most::add);
        return most;
    }

    private static Optional<Loss> worst(Level level, List<HostView> usable, Sum room) {
        var domains = new TreeMap<String, Sum>();
        for (var host : usable) {
            var domain = host.domain(level);
            if (domain != null) {
                domains.put(
                        domain,
                        Objects.requireNonNullElse(domains.get(domain), Sum.NOTHING)
                                .plus(host.room()));
            }
        }
        return domains.entrySet().stream()
                .map(entry -> new Loss(
                        level,
                        entry.getKey(),
                        room.vcpus() - room.vcpusReserved() - entry.getValue().vcpus(),
                        room.memoryMib()
                                - room.memoryMibReserved()
                                - entry.getValue().memoryMib()))
                .min(Comparator.comparing(Loss::memoryMib).thenComparing(Loss::vcpus));
    }
}

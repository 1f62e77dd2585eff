package no.dataverket.maskin.placement.decision;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// The same decision by asking every host everything, slowly and plainly.
final class BruteForce {

    private final Map<UUID, HostView> hosts;

    BruteForce(Map<UUID, HostView> hosts) {
        this.hosts = hosts;
    }

    Optional<HostView> choose(Wanted wanted, Strategy strategy) {
        var fitting = hosts.values().stream().filter(host -> fits(host, wanted)).toList();
        if (wanted.restartable() && fitting.size() < 2) {
            return Optional.empty();
        }
        return fitting.stream().min(order(wanted, strategy));
    }

    /// Whether no group has more in one place than its required rules allow, and no host more than it promised.
    static void check(Map<UUID, HostView> hosts, Collection<Group> groups) {
        for (var host : hosts.values()) {
            if (host.room().freeVcpus() < 0 || host.room().freeMemoryMib() < 0) {
                throw new AssertionError("over capacity: " + host);
            }
        }
        for (var group : groups) {
            for (var rule : group.rules()) {
                for (var host : hosts.values()) {
                    if (rule.required() && !group.members().isEmpty() && in(hosts, group, rule, host) > rule.most()) {
                        throw new AssertionError("too close: " + group + " at " + host);
                    }
                }
            }
        }
    }

    private boolean fits(HostView host, Wanted wanted) {
        var standing = host.standing();
        var networks = host.reach().networks();
        return host.datacenter().equals(wanted.datacenter())
                && (wanted.hostClass() == null || wanted.hostClass().equals(host.hostClass()))
                && (wanted.residency().isEmpty()
                        || (host.jurisdiction() != null && wanted.residency().contains(host.jurisdiction())))
                && standing.schedulable()
                && standing.reachable()
                && !standing.maintenance()
                && !standing.quarantined()
                && (networks == null || networks.containsAll(wanted.networks()))
                && (!wanted.imageRequired() || holds(host, wanted))
                && host.room().freeVcpus() >= wanted.vcpus()
                && host.room().freeMemoryMib() >= wanted.memoryMib()
                && rules(wanted).stream()
                        .filter(Apart::required)
                        .allMatch(rule -> host.domain(rule.level()) != null
                                && in(hosts, Objects.requireNonNull(wanted.group()), rule, host) < rule.most());
    }

    private Comparator<HostView> order(Wanted wanted, Strategy strategy) {
        Comparator<HostView> byShare = Comparator.comparing(host ->
                (long) host.room().freeMemoryMib() * Cell.WHOLE / host.room().memoryMib());
        return Comparator.<HostView, Integer>comparing(host -> together(host, wanted))
                .thenComparing(host -> !holds(host, wanted))
                .thenComparing(strategy == Strategy.SPREAD ? byShare.reversed() : byShare)
                .thenComparing(HostView::name);
    }

    private int together(HostView host, Wanted wanted) {
        return rules(wanted).stream()
                .filter(rule -> !rule.required())
                .mapToInt(rule -> host.domain(rule.level()) == null
                        ? 1
                        : Math.max(0, in(hosts, Objects.requireNonNull(wanted.group()), rule, host) + 1 - rule.most()))
                .sum();
    }

    private static boolean holds(HostView host, Wanted wanted) {
        var images = host.reach().images();
        return images == null || wanted.image() == null || images.contains(wanted.image());
    }

    private static List<Apart> rules(Wanted wanted) {
        var group = wanted.group();
        return group == null ? List.of() : group.rules();
    }

    private static int in(Map<UUID, HostView> hosts, Group group, Apart rule, HostView at) {
        var domain = at.domain(rule.level());
        return domain == null
                ? 0
                : (int) group.members().values().stream()
                        .map(hosts::get)
                        .filter(host -> host != null
                                && host.datacenter().equals(at.datacenter())
                                && domain.equals(host.domain(rule.level())))
                        .count();
    }
}

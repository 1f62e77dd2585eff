package no.dataverket.maskin.placement;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.dataverket.contract.Failure;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.command.MaskinMessages.PlaceVm;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.work.Absent;

/// Says why no host will do: of each, the first filter that it failed.
final class Rejections {

    /// A host that went away so lately is waited for; one that is away for longer is not counted on.
    private static final Duration COUNTED_ON = Duration.ofMinutes(10);

    private static final int NAMED = 20;

    enum Filter {
        SCHEDULABLE("takes no new machines"),
        REACHABLE("does not answer"),
        VCPUS("has too few free vcpus"),
        MEMORY("has too little free memory"),
        NONE("has room");

        private final String words;

        Filter(String words) {
            this.words = words;
        }
    }

    /// A host as the filters see it.
    record Seen(
            String name,
            String dependency,
            boolean schedulable,
            boolean reachable,
            boolean lately,
            int freeVcpus,
            int freeMemoryMib) {

        Filter failed(PlaceVm command) {
            if (!schedulable) {
                return Filter.SCHEDULABLE;
            }
            if (!reachable) {
                return Filter.REACHABLE;
            }
            if (freeVcpus < command.vcpus()) {
                return Filter.VCPUS;
            }
            return freeMemoryMib < command.memoryMib() ? Filter.MEMORY : Filter.NONE;
        }

        boolean worthWaitingFor(PlaceVm command) {
            return schedulable
                    && !reachable
                    && lately
                    && freeVcpus >= command.vcpus()
                    && freeMemoryMib >= command.memoryMib();
        }

        String explanation(PlaceVm command) {
            return switch (failed(command)) {
                case SCHEDULABLE, REACHABLE, NONE -> name + " " + failed(command).words;
                case VCPUS -> name + " has " + freeVcpus + " of " + command.vcpus() + " vcpus free";
                case MEMORY -> name + " has " + freeMemoryMib + " of " + command.memoryMib() + " MiB free";
            };
        }
    }

    private Rejections() {}

    /// Why not; empty if a host has room by now.
    static Optional<RuntimeException> of(Transaction transaction, PlaceVm command) {
        return of(
                transaction.query(
                        """
                        SELECT name, driver || ' on ' || name AS dependency, schedulable, reachable,
                               reachable_changed_at > now() - make_interval(secs => ?) AS lately,
                               vcpus - vcpus_reserved AS free_vcpus,
                               memory_mib - memory_mib_reserved AS free_memory_mib
                        FROM maskin.host WHERE datacenter = ? ORDER BY name
                        """,
                        row -> new Seen(
                                row.text("name"),
                                row.text("dependency"),
                                row.flag("schedulable"),
                                row.flag("reachable"),
                                row.flag("lately"),
                                row.integer("free_vcpus"),
                                row.integer("free_memory_mib")),
                        (double) COUNTED_ON.toSeconds(),
                        command.datacenter()),
                command);
    }

    static Optional<RuntimeException> of(List<Seen> hosts, PlaceVm command) {
        if (hosts.stream().anyMatch(host -> host.failed(command) == Filter.NONE)) {
            return Optional.empty();
        }
        var away = hosts.stream().filter(host -> host.worthWaitingFor(command)).findFirst();
        if (away.isPresent()) {
            return Optional.of(
                    new Absent(away.get().dependency(), "No other host has room, and this one does not answer."));
        }
        return Optional.of(Failure.of(ProblemCode.NO_CAPACITY, detail(hosts, command)));
    }

    private static String detail(List<Seen> hosts, PlaceVm command) {
        var wanted = command.vcpus() + " vcpus and " + command.memoryMib() + " MiB";
        if (hosts.isEmpty()) {
            return "No hypervisor is registered in " + command.datacenter() + "; " + wanted + " were asked for.";
        }
        var text = new StringBuilder("No hypervisor in " + command.datacenter() + " has room for " + wanted + ": ");
        text.append(String.join(
                "; ",
                hosts.stream()
                        .limit(NAMED)
                        .map(host -> host.explanation(command))
                        .toList()));
        if (hosts.size() > NAMED) {
            Map<Filter, Integer> others = new TreeMap<>();
            hosts.stream().skip(NAMED).forEach(host -> others.merge(host.failed(command), 1, Integer::sum));
            text.append("; and ").append(hosts.size() - NAMED).append(" more:");
            others.forEach((filter, count) -> text.append(' ')
                    .append(count)
                    .append(' ')
                    .append(filter.words)
                    .append(','));
            text.setLength(text.length() - 1);
        }
        return text.append('.').toString();
    }
}

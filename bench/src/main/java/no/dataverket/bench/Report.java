package no.dataverket.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import no.dataverket.bench.Latencies.Quantiles;
import no.dataverket.core.json.Json;

/// The figures of one run.
///
/// @param machine on which it ran
/// @param hostsPerSecond hypervisors registered a second
/// @param list a page of 50 machines
record Report(
        Machine machine,
        Size size,
        Floor floor,
        double hostsPerSecond,
        Load.Burst burst,
        Ratios ratios,
        Load.Calm calm,
        Quantiles list,
        Memory memory) {

    /// Steps of the task that creates a machine.
    private static final int STEPS = 4;

    /// What the run was made on.
    record Machine(int processors, String system, String java, String postgres, String nats) {}

    /// How much there was to do.
    record Size(int hosts, int vms, int clients, int networks, int rows) {}

    /// What the burst cost, for each machine that was made.
    ///
    /// @param completedToFloor machines made for each commit that 32 clients could have made in the same time
    /// @param processorMs of the server's JVM, without PostgreSQL and NATS
    record Ratios(
            double completedToFloor,
            double stepsPerSecond,
            double transactionsPerTask,
            double writesPerTask,
            double flushesPerTask,
            double messagesPerTask,
            double processorMs) {

        static Ratios of(Load.Burst burst, Floor floor, int vms) {
            var counted = burst.counters();
            return new Ratios(
                    burst.completed() / Math.max(1, floor.commits32()),
                    burst.completed() * STEPS,
                    (double) counted.transactions() / vms,
                    (double) counted.writes() / vms,
                    (double) counted.flushes() / vms,
                    (double) counted.messages() / vms,
                    (double) counted.processor().toMillis() / vms);
        }
    }

    /// Of the server's JVM, at the end, in MiB.
    record Memory(long residentMib, long mostResidentMib) {}

    String json() {
        return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(this);
    }

    String table() {
        var lines = new LinkedHashMap<String, String>();
        lines.put("machine", machine.processors() + " processors, " + machine.system());
        lines.put("with", "Java " + machine.java() + ", " + machine.postgres() + ", " + machine.nats());
        lines.put(
                "size",
                size.hosts() + " hypervisors, " + size.vms() + " machines, " + size.clients() + " clients, "
                        + size.networks() + " networks");
        lines.put("floor: commits/s, 1 client", whole(floor.commits1()));
        lines.put("floor: commits/s, 32 clients", whole(floor.commits32()));
        lines.put("floor: publishes/s, one by one", whole(floor.publishes()));
        lines.put("floor: publishes/s, pipelined", whole(floor.pipelined()));
        lines.put("hypervisors registered/s", one(hostsPerSecond));
        lines.put("machines accepted/s", one(burst.accepted()));
        lines.put("machines completed/s", one(burst.completed()) + "  (" + burst.failed() + " failed)");
        lines.put("steps completed/s", one(ratios.stepsPerSecond()));
        lines.put("completed / floor commits", percent(ratios.completedToFloor()));
        lines.put("a machine: transactions", one(ratios.transactionsPerTask()));
        lines.put("a machine: writing ones", one(ratios.writesPerTask()));
        lines.put("a machine: log flushes", one(ratios.flushesPerTask()));
        lines.put("a machine: kept messages", one(ratios.messagesPerTask()));
        lines.put("a machine: server CPU", one(ratios.processorMs()) + " ms");
        lines.put("accepting under load", text(burst.acceptance()));
        lines.put("accepting at " + calm.perSecond() + "/s", text(calm.acceptance()));
        lines.put(
                "completing at " + calm.perSecond() + "/s",
                text(calm.completion()) + "  (" + calm.failed() + " failed)");
        lines.put("listing 50 of " + size.rows() + " machines", text(list));
        lines.put("server memory", memory.residentMib() + " MiB, most " + memory.mostResidentMib() + " MiB");
        return lines.entrySet().stream().map(Report::line).collect(Collectors.joining("\n"));
    }

    private static String line(Map.Entry<String, String> entry) {
        return String.format(Locale.ROOT, "%-34s %s", entry.getKey(), entry.getValue());
    }

    private static String text(Quantiles times) {
        return String.format(
                Locale.ROOT, "p50 %.1f ms, p99 %.1f ms, most %.1f ms", times.p50Ms(), times.p99Ms(), times.maxMs());
    }

    private static String whole(long value) {
        return Long.toString(value);
    }

    private static String one(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f %%", value * 100);
    }
}

package no.dataverket.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import no.dataverket.bench.Latencies.Quantiles;
import no.dataverket.core.json.Json;

/// The figures of one run, section by section: as a table for people and as JSON with the same and more.
final class Report {

    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final Map<String, String> lines = new LinkedHashMap<>();

    /// What the run was made on.
    record Machine(int processors, String system, String java, String postgres, String nats) {}

    /// Of the server's JVM, at the end, in MiB.
    record Memory(long residentMib, long mostResidentMib) {}

    /// @param stepsToFloor steps carried for each commit that 32 clients could have made in the same time
    /// @param stepsToPublishes the same for each acknowledged publish, of which a step needs two
    private record Engine(Floor floor, Pipeline.Throughput carried, double stepsToFloor, double stepsToPublishes) {}

    /// @param acceptedToFloor machines accepted for each commit that 32 clients could have made in the same time
    /// @param transactionsPerMachine and the following: what a machine of the burst cost
    private record Accept(
            int hosts,
            int vms,
            int clients,
            int networks,
            Floor floor,
            double hostsPerSecond,
            Load.Burst burst,
            double acceptedToFloor,
            double transactionsPerMachine,
            double writesPerMachine,
            double flushesPerMachine,
            double messagesPerMachine,
            double processorMsPerMachine,
            double postgresMsPerMachine,
            double natsMsPerMachine,
            Load.Calm calm) {}

    /// @param reservationsToFloor reservations for each commit that 32 clients could have made in the same time
    private record PlacementFigures(
            Floor floor,
            Decisions.Measured decisions,
            Reservations.Measured reservations,
            double reservationsToFloor) {}

    void madeOn(Machine machine) {
        figures.put("machine", machine);
        lines.put("machine", machine.processors() + " processors, " + machine.system());
        lines.put("with", "Java " + machine.java() + ", " + machine.postgres() + ", " + machine.nats());
    }

    void engine(Floor floor, Pipeline.Throughput carried) {
        double toFloor = carried.stepsPerSecond() / Math.max(1, floor.commits32());
        double toPublishes = carried.stepsPerSecond() / Math.max(1, floor.pipelined());
        figures.put("engine", new Engine(floor, carried, toFloor, toPublishes));
        floor("engine", floor);
        lines.put("engine: tasks", carried.tasks() + " of " + PipelineProcess.STEPS + " steps");
        lines.put("engine: tasks/s", one(carried.tasksPerSecond()));
        lines.put("engine: steps/s", one(carried.stepsPerSecond()));
        lines.put("engine: steps / floor commits", percent(toFloor));
        lines.put("engine: steps / floor publishes", percent(toPublishes));
        lines.put("engine: a task: writing transactions", two(carried.writesPerTask()));
        lines.put("engine: a task: log flushes", two(carried.flushesPerTask()));
        lines.put("engine: a task: kept messages", one(carried.messagesPerTask()));
        lines.put("engine: a task: JVM's CPU", two(carried.processorMs()) + " ms");
        lines.put("engine: a task: PostgreSQL's CPU", two(carried.postgresMs()) + " ms");
        lines.put("engine: a task: NATS's CPU", two(carried.natsMs()) + " ms");
    }

    void restart(Pipeline.Restart restart) {
        figures.put("restart", restart);
        lines.put("restart: tasks under way", whole(restart.inFlight()));
        lines.put("restart: work goes on after", one(restart.resumedSeconds()) + " s");
        lines.put("restart: full pace after", one(restart.paceSeconds()) + " s");
        lines.put("restart: all moved on after", one(restart.movedSeconds()) + " s");
        lines.put("restart: all ended after", one(restart.endedSeconds()) + " s");
    }

    void accept(Options options, Floor floor, double hostsPerSecond, Load.Burst burst, Load.Calm calm) {
        var cost = burst.counters();
        int vms = options.vms();
        var accept = new Accept(
                options.hosts(),
                vms,
                options.clients(),
                options.networks(),
                floor,
                hostsPerSecond,
                burst,
                burst.accepted() / Math.max(1, floor.commits32()),
                (double) cost.transactions() / vms,
                (double) cost.writes() / vms,
                (double) cost.flushes() / vms,
                (double) cost.messages() / vms,
                (double) cost.processor().toMillis() / vms,
                (double) cost.postgres().toMillis() / vms,
                (double) cost.nats().toMillis() / vms,
                calm);
        figures.put("accept", accept);
        floor("accept", floor);
        lines.put(
                "accept: size",
                accept.hosts() + " hypervisors, " + vms + " machines, " + accept.clients() + " clients, "
                        + accept.networks() + " networks");
        lines.put("accept: hypervisors registered/s", one(hostsPerSecond));
        lines.put("accept: machines accepted/s", one(burst.accepted()));
        lines.put("accept: accepted / floor commits", percent(accept.acceptedToFloor()));
        lines.put("accept: machines completed/s", one(burst.completed()) + "  (" + burst.failed() + " failed)");
        lines.put("accept: a machine: transactions", one(accept.transactionsPerMachine()));
        lines.put("accept: a machine: writing ones", one(accept.writesPerMachine()));
        lines.put("accept: a machine: log flushes", one(accept.flushesPerMachine()));
        lines.put("accept: a machine: kept messages", one(accept.messagesPerMachine()));
        lines.put("accept: a machine: server's CPU", one(accept.processorMsPerMachine()) + " ms");
        lines.put("accept: a machine: PostgreSQL's CPU", one(accept.postgresMsPerMachine()) + " ms");
        lines.put("accept: a machine: NATS's CPU", one(accept.natsMsPerMachine()) + " ms");
        lines.put("accept: under load", text(burst.acceptance()));
        lines.put("accept: at " + calm.perSecond() + "/s", text(calm.acceptance()));
        lines.put(
                "completion at " + calm.perSecond() + "/s",
                text(calm.completion()) + "  (" + calm.failed() + " failed)");
    }

    void lists(Lists.Measured measured) {
        figures.put("lists", measured);
        measured.pages()
                .forEach(page -> lines.put("lists: 50 of " + page.rows() + ", " + page.filter(), text(page.latency())));
        lines.put("lists: p99, large to small", two(measured.largeToSmall()) + " (worst filter)");
        lines.put("lists: p50, large to small", two(measured.medianLargeToSmall()) + " (worst filter)");
    }

    void noisy(Noisy.Measured measured) {
        figures.put("noisy", measured);
        lines.put("noisy: quiet tenant alone", text(measured.alone()));
        lines.put("noisy: beside " + measured.clients() + " clients of another", text(measured.beside()));
        lines.put("noisy: p99, beside to alone", two(measured.besideToAlone()));
        lines.put(
                "noisy: the other's requests/s",
                one(measured.flood().perSecond()) + "  (" + measured.flood().refused() + " refused)");
    }

    void placement(Floor floor, Decisions.Measured decided, Reservations.Measured reserved) {
        double toFloor = reserved.perSecond() / Math.max(1, floor.commits32());
        figures.put("placement", new PlacementFigures(floor, decided, reserved, toFloor));
        floor("placement", floor);
        lines.put("placement: hypervisors", whole(decided.hosts()));
        lines.put("placement: decisions/s, one thread", one(decided.perSecond()));
        lines.put("placement: a decision", precise(decided.latency()));
        lines.put("placement: a decision's document", decided.documentBytes() + " bytes");
        lines.put("placement: reservations/s", one(reserved.perSecond()) + "  (" + reserved.clients() + " clients)");
        lines.put("placement: reservations / floor commits", percent(toFloor));
        lines.put("placement: a reservation", text(reserved.latency()));
        lines.put("placement: a reservation: log flushes", two(reserved.flushes()));
    }

    void reconcile(Reconciling.Measured measured) {
        figures.put("reconcile", measured);
        var passes = measured.passes();
        lines.put("reconcile: size", measured.hosts() + " hypervisors, " + measured.machines() + " machines");
        lines.put("reconcile: first pass, since the start", one(passes.firstSeconds()) + " s");
        lines.put("reconcile: a pass", one(passes.passSeconds()) + " s, " + one(passes.looksPerSecond()) + " looks/s");
        lines.put("reconcile: longest without a look", one(passes.unseenSeconds()) + " s");
        lines.put("reconcile: a look", two(passes.lookMs()) + " ms");
        lines.put("reconcile: a look: server's CPU", two(passes.processorMs()) + " ms");
        lines.put("reconcile: a look: PostgreSQL's CPU", two(passes.postgresMs()) + " ms");
        lines.put("reconcile: floor: all decisions read", two(measured.rawSeconds()) + " s");
        seen("reconcile: without passes: ", measured.without());
        seen("reconcile: with passes: ", measured.with());
        lines.put("reconcile: two simulated sites", one(measured.estateMib()) + " MiB of heap");
    }

    private void seen(String when, Reconciling.Seen seen) {
        lines.put(when + "list", text(seen.waits().list()));
        lines.put(when + "get", text(seen.waits().get()));
        lines.put(when + "raw page", precise(seen.waits().raw()));
        lines.put(when + "heap", one(seen.heapMib()) + " MiB live, " + seen.residentMib() + " MiB resident");
        lines.put(
                when + "CPU, idle",
                percent(seen.processor()) + " the server, " + percent(seen.postgres()) + " PostgreSQL");
        lines.put(when + "transactions/s, idle", one(seen.transactions()));
    }

    void memory(Memory memory) {
        figures.put("memory", memory);
        lines.put("server's memory", memory.residentMib() + " MiB, most " + memory.mostResidentMib() + " MiB");
    }

    String json() {
        return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(figures);
    }

    String table() {
        return lines.entrySet().stream().map(Report::line).collect(Collectors.joining("\n"));
    }

    private void floor(String section, Floor floor) {
        lines.put(section + ": floor: commits/s, 1 client", whole(floor.commits1()));
        lines.put(section + ": floor: commits/s, 32 clients", whole(floor.commits32()));
        lines.put(section + ": floor: publishes/s, one by one", whole(floor.publishes()));
        lines.put(section + ": floor: publishes/s, pipelined", whole(floor.pipelined()));
    }

    private static String line(Map.Entry<String, String> entry) {
        return String.format(Locale.ROOT, "%-40s %s", entry.getKey(), entry.getValue());
    }

    private static String text(Quantiles times) {
        return String.format(
                Locale.ROOT, "p50 %.1f ms, p99 %.1f ms, most %.1f ms", times.p50Ms(), times.p99Ms(), times.maxMs());
    }

    private static String precise(Quantiles times) {
        return String.format(
                Locale.ROOT, "p50 %.2f ms, p99 %.2f ms, most %.2f ms", times.p50Ms(), times.p99Ms(), times.maxMs());
    }

    private static String whole(long value) {
        return Long.toString(value);
    }

    private static String one(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String two(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f %%", value * 100);
    }
}

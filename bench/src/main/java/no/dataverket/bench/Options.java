package no.dataverket.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the benchmark is told on its command line.
///
/// @param only sections to run; all where empty
/// @param tasks tasks that do nothing, for the engine
/// @param inFlight tasks under way when the engine's process is killed
/// @param warmUp machines created before anything is measured
/// @param hosts simulated hypervisors to register
/// @param vms machines to create as fast as the clients can
/// @param clients requests on their way at the same time
/// @param networks networks over which the machines are spread
/// @param rate machines a second while latency is measured
/// @param latencyVms machines whose latency is measured at that rate
/// @param rows machines in the large table of which pages are listed
/// @param requests of a client whose latency is measured, beside another's flood or beside the reconciler
/// @param machines on the simulated hypervisors in the section reconcile
/// @param hall hypervisors over which machines are placed in the section placement
/// @param decisions where a machine goes, that are made one after the other
/// @param reservations of room, that are committed
/// @param floorSeconds how long each floor is measured
/// @param jvm options of the server's JVM, besides the usual ones
/// @param binaries where PostgreSQL is unpacked; inside the state directory where empty
/// @param state directory of the run; a temporary one that is removed where empty
/// @param json where the report goes as JSON, besides standard output
record Options(
        Set<Section> only,
        int tasks,
        int inFlight,
        int warmUp,
        int hosts,
        int vms,
        int clients,
        int networks,
        int rate,
        int latencyVms,
        int rows,
        int requests,
        int machines,
        int hall,
        int decisions,
        int reservations,
        int floorSeconds,
        List<String> jvm,
        Optional<Path> binaries,
        Optional<Path> state,
        Optional<Path> json) {

    /// What can be measured by itself.
    enum Section {
        ENGINE,
        RESTART,
        ACCEPT,
        LISTS,
        NOISY,
        PLACEMENT,
        RECONCILE;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Set<String> KNOWN = Set.of(
            "--only",
            "--tasks",
            "--in-flight",
            "--warm-up",
            "--hosts",
            "--vms",
            "--clients",
            "--networks",
            "--rate",
            "--latency-vms",
            "--rows",
            "--requests",
            "--machines",
            "--hall",
            "--decisions",
            "--reservations",
            "--floor-seconds",
            "--jvm",
            "--binaries",
            "--state",
            "--json");

    static final String USAGE = """
            usage: bench/run [OPTION VALUE]...

            Starts a Dataverket server of its own, with PostgreSQL and NATS, over simulated hypervisors,
            and measures it in sections, each beside what the same PostgreSQL and the same nats-server do
            at most on this machine. Prints a table and the same as JSON.

              engine    steps a second that the engine carries, with nothing to do in them
              restart   how soon work goes on after the engine's process was killed
              accept    machines accepted and completed a second, and their latency at a low rate
              lists     pages of 50 machines with each filter, of a small and of a large table
              noisy     what a tenant waits for its answers, alone and beside one that floods the API
              placement where machines go: decisions a second in memory, reservations a second on disk
              reconcile comparing many hosts with what was decided, and what the API's clients notice of it

              --only LIST         sections, comma-separated (all)
              --tasks N           tasks of the section engine (10000)
              --in-flight N       tasks of the section restart (10000)
              --warm-up N         machines created before the section accept is measured (2000)
              --hosts N           simulated hypervisors (1000)
              --vms N             machines to create as fast as possible (1000)
              --clients N         requests at the same time (32)
              --networks N        networks that the machines are spread over (4)
              --rate N            machines a second while latency is measured (10)
              --latency-vms N     machines whose latency is measured (200)
              --rows N            machines in the large table of the section lists (100000)
              --requests N        requests of a client whose waits are measured in noisy and reconcile (1000)
              --machines N        machines of the section reconcile (50000)
              --hall N            hypervisors of the section placement (10000)
              --decisions N       decisions of the section placement (50000)
              --reservations N    reservations of the section placement (5000)
              --floor-seconds N   length of each measurement of a floor (3)
              --jvm OPTION        an option more for the server's JVM; may be repeated
              --binaries DIR      where PostgreSQL is unpacked (inside the state directory)
              --state DIR         keep the server's state here (a temporary directory, removed)
              --json FILE         write the report as JSON here too
            """;

    /// @throws IllegalArgumentException saying what is wrong
    static Options read(String... arguments) {
        var values = new HashMap<String, String>();
        var jvm = new ArrayList<String>();
        for (int i = 0; i < arguments.length; i += 2) {
            var name = arguments[i];
            if (!KNOWN.contains(name)) {
                throw new IllegalArgumentException("unknown option " + name);
            }
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(name + " needs a value");
            }
            if (name.equals("--jvm")) {
                jvm.add(arguments[i + 1]);
            } else {
                values.put(name, arguments[i + 1]);
            }
        }
        return new Options(
                sections(values.get("--only")),
                number(values, "--tasks", 10_000),
                number(values, "--in-flight", 10_000),
                number(values, "--warm-up", 2_000),
                number(values, "--hosts", 1000),
                number(values, "--vms", 1000),
                number(values, "--clients", 32),
                number(values, "--networks", 4),
                number(values, "--rate", 10),
                number(values, "--latency-vms", 200),
                number(values, "--rows", 100_000),
                number(values, "--requests", 1000),
                number(values, "--machines", 50_000),
                number(values, "--hall", 10_000),
                number(values, "--decisions", 50_000),
                number(values, "--reservations", 5000),
                number(values, "--floor-seconds", 3),
                List.copyOf(jvm),
                path(values, "--binaries"),
                path(values, "--state"),
                path(values, "--json"));
    }

    boolean runs(Section section) {
        return only.isEmpty() || only.contains(section);
    }

    private static Set<Section> sections(@Nullable String names) {
        var sections = EnumSet.noneOf(Section.class);
        for (var name : names == null ? new String[0] : names.split(",", -1)) {
            sections.add(Stream.of(Section.values())
                    .filter(section -> section.text().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no section " + name)));
        }
        return sections;
    }

    private static int number(Map<String, String> values, String name, int usual) {
        var value = values.getOrDefault(name, Integer.toString(usual));
        if (!value.matches("[1-9]\\d{0,6}")) {
            throw new IllegalArgumentException(name + " must be a number from 1 to 9999999");
        }
        return Integer.parseInt(value);
    }

    private static Optional<Path> path(Map<String, String> values, String name) {
        return Optional.ofNullable(values.get(name)).map(text -> Path.of(text).toAbsolutePath());
    }
}

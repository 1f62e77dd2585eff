package no.dataverket.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.dataverket.core.limit.Limits;
import org.jspecify.annotations.Nullable;

/// What a server process is told on its command line, read once.
///
/// @param state directory of everything that outlives the process
/// @param cache directory of what can be made again: unpacked binaries
/// @param backups directory of the datacenter's backups, best on other storage than the state
/// @param probe image directory of the tiny guest by which virtualisation is tried out; may not exist
/// @param limits how much callers of the API may ask
/// @param lostAfter how long a hypervisor may be away until nobody is believed to know what it runs
/// @param services the services of this process; all where it is empty
/// @param without services of this process that are not started; they can be started later
/// @param servers PostgreSQL and NATS that others run; the process brings its own where null
record Settings(
        Path state,
        Path cache,
        Path backups,
        Path probe,
        String host,
        int port,
        String datacenter,
        Limits limits,
        Duration lostAfter,
        Set<String> services,
        Set<String> without,
        @Nullable Servers servers) {

    /// PostgreSQL and NATS that run already. Passwords are never on the command line, which all who are on the
    /// machine can read, but in files.
    ///
    /// @param database JDBC URL, without user and password
    /// @param bus NATS URL, or several separated by commas
    /// @param credentials directory with `database-<role>` and `bus-<user>`, one password each
    record Servers(String database, String bus, Path credentials) {}

    private static final String USAGE = """
            usage: server --state DIR [--cache DIR] [--backups DIR] [--probe DIR] [--host ADDRESS]
                          [--port PORT] [--datacenter NAME] [--services SERVICE,...] [--without SERVICE,...]
                          [--limits LIMIT=NUMBER,...] [--lost-after SECONDS]
                          [--database JDBC-URL --bus NATS-URL [--credentials DIR]]
                   server prepare --credentials DIR""";

    private static final Set<String> KNOWN = Set.of(
            "state",
            "cache",
            "backups",
            "probe",
            "host",
            "port",
            "datacenter",
            "limits",
            "lost-after",
            "services",
            "without",
            "database",
            "bus",
            "credentials");

    /// Where systemd leaves the credentials of a unit.
    private static final String CREDENTIALS_DIRECTORY = "CREDENTIALS_DIRECTORY";

    /// @throws IllegalArgumentException naming everything that is wrong
    static Settings read(String... arguments) {
        var wrong = new ArrayList<String>();
        var values = new HashMap<String, String>();
        for (int i = 0; i < arguments.length; i += 2) {
            var name = arguments[i].startsWith("--") ? arguments[i].substring(2) : "";
            if (!KNOWN.contains(name)) {
                wrong.add("unknown option " + arguments[i]);
            } else if (i + 1 == arguments.length) {
                wrong.add(arguments[i] + " needs a value");
            } else {
                values.put(name, arguments[i + 1]);
            }
        }
        if (!values.containsKey("state")) {
            wrong.add("--state is required");
        }
        int port = port(values, wrong);
        var limits = limits(values, wrong);
        var lostAfter = lostAfter(values, wrong);
        var servers = servers(values, wrong);
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", wrong) + "\n" + USAGE);
        }
        var state = Path.of(values.getOrDefault("state", "")).toAbsolutePath();
        return new Settings(
                state,
                path(values, "cache", state.resolve("cache")),
                path(values, "backups", state.resolve("backups")),
                path(values, "probe", state.resolve("probe")),
                values.getOrDefault("host", "127.0.0.1"),
                port,
                values.getOrDefault("datacenter", "lab1"),
                limits,
                lostAfter,
                names(values.getOrDefault("services", "")),
                names(values.getOrDefault("without", "")),
                servers);
    }

    private static @Nullable Servers servers(Map<String, String> values, List<String> wrong) {
        var database = values.get("database");
        var bus = values.get("bus");
        if (database == null && bus == null) {
            return null;
        }
        if (database == null || bus == null) {
            wrong.add("--database and --bus go together");
            return null;
        }
        if (!database.startsWith("jdbc:postgresql://")) {
            wrong.add("--database must begin with jdbc:postgresql://");
        }
        if (database.contains("password=") || bus.contains("@")) {
            wrong.add("passwords belong into files in --credentials, not on the command line");
        }
        var credentials = values.getOrDefault(
                "credentials",
                Optional.ofNullable(System.getenv(CREDENTIALS_DIRECTORY)).orElse(""));
        if (credentials.isEmpty()) {
            wrong.add("--database and --bus need --credentials, or " + CREDENTIALS_DIRECTORY + " in the environment");
        }
        return new Servers(database, bus, Path.of(credentials).toAbsolutePath());
    }

    private static int port(Map<String, String> values, List<String> wrong) {
        var text = values.getOrDefault("port", "7780");
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            wrong.add("--port must be 0 to 65535");
            return 0;
        }
        return Integer.parseInt(text);
    }

    private static Duration lostAfter(Map<String, String> values, List<String> wrong) {
        var text = values.getOrDefault("lost-after", "60");
        if (!text.matches("[1-9]\\d{0,4}")) {
            wrong.add("--lost-after must be 1 to 99999 seconds");
            return Duration.ofMinutes(1);
        }
        return Duration.ofSeconds(Integer.parseInt(text));
    }

    private static Limits limits(Map<String, String> values, List<String> wrong) {
        try {
            return Limits.parse(values.getOrDefault("limits", ""));
        } catch (IllegalArgumentException unknown) {
            wrong.add("--limits: " + unknown.getMessage());
            return Limits.usual();
        }
    }

    private static Path path(Map<String, String> values, String name, Path usual) {
        return values.containsKey(name) ? Path.of(values.get(name)).toAbsolutePath() : usual;
    }

    private static Set<String> names(String list) {
        return Arrays.stream(list.split(","))
                .map(String::trim)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

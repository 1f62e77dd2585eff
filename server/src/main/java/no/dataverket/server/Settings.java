package no.dataverket.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What a server process is told on its command line, read once.
///
/// @param state directory of everything that outlives the process
/// @param cache directory of what can be made again: unpacked binaries
/// @param probe image directory of the tiny guest by which virtualisation is tried out; may not exist
/// @param without services that are not started; they can be started later
record Settings(Path state, Path cache, Path probe, String host, int port, String datacenter, Set<String> without) {

    private static final String USAGE = """
            usage: server --state DIR [--cache DIR] [--probe DIR] [--host ADDRESS] [--port PORT]
                          [--datacenter NAME] [--without SERVICE,...]""";

    private static final Set<String> KNOWN = Set.of("state", "cache", "probe", "host", "port", "datacenter", "without");

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
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", wrong) + "\n" + USAGE);
        }
        var state = Path.of(values.getOrDefault("state", "")).toAbsolutePath();
        return new Settings(
                state,
                path(values, "cache", state.resolve("cache")),
                path(values, "probe", state.resolve("probe")),
                values.getOrDefault("host", "127.0.0.1"),
                port,
                values.getOrDefault("datacenter", "lab1"),
                names(values.getOrDefault("without", "")));
    }

    private static int port(Map<String, String> values, List<String> wrong) {
        var text = values.getOrDefault("port", "7780");
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            wrong.add("--port must be 0 to 65535");
            return 0;
        }
        return Integer.parseInt(text);
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

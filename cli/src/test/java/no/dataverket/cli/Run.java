package no.dataverket.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.dataverket.cli.process.Surroundings;

/// Runs command lines in surroundings of a test's own.
final class Run {

    static final Instant NOW = Instant.parse("2026-11-21T10:03:00Z");

    private final Path home;
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> raw = new ArrayList<>();
    private String input = "";
    private String terminal = "";
    private Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

    record Result(int exit, String out, String err) {}

    Run(Path home) {
        this.home = home;
    }

    Run against(FakeServer server) {
        return with("DV_ENDPOINT", server.endpoint()).with("DV_TOKEN", "dv_secret");
    }

    Run with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Run typing(String text) {
        input = text;
        return this;
    }

    /// Which streams are a terminal, in the letters i, o and e.
    Run onTerminal(String letters) {
        terminal = letters;
        return this;
    }

    Run byTheClock() {
        clock = Clock.systemUTC();
        return this;
    }

    /// What became of the terminal.
    List<String> raw() {
        return raw;
    }

    Result run(String line) {
        return run(words(line));
    }

    Result run(List<String> words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var exit = Main.run(surroundings(out, err), words);
        return new Result(exit.code(), out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    Surroundings surroundings(ByteArrayOutputStream out, ByteArrayOutputStream err) {
        return new Surroundings(
                environment,
                home,
                home,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                terminal.contains("i"),
                terminal.contains("o"),
                terminal.contains("e"),
                () -> {
                    raw.add("raw");
                    return () -> raw.add("restored");
                },
                () -> input.strip().toCharArray(),
                clock);
    }

    /// The words of a line as a shell takes them apart: by blanks, and by quotes around what has blanks in it.
    static List<String> words(String line) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        var quote = ' ';
        var any = false;
        for (var c : line.toCharArray()) {
            if (quote != ' ') {
                if (c == quote) {
                    quote = ' ';
                } else {
                    word.append(c);
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
                any = true;
            } else if (c == ' ') {
                if (any || !word.isEmpty()) {
                    words.add(word.toString());
                }
                word.setLength(0);
                any = false;
            } else {
                word.append(c);
            }
        }
        if (any || !word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }
}

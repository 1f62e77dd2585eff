package no.dataverket.cli.session;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.dataverket.cli.config.Settings;
import no.dataverket.cli.json.Json;
import no.dataverket.cli.json.Node;
import no.dataverket.cli.output.Column;
import no.dataverket.cli.output.Format;
import no.dataverket.cli.output.Printer;
import no.dataverket.cli.output.Style;
import no.dataverket.cli.output.Times;
import no.dataverket.cli.process.CommandFailure;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.cli.process.Surroundings;
import no.dataverket.sdk.Connection;
import no.dataverket.sdk.Reply;
import no.dataverket.sdk.Request;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/// One run of one command: its flags, the settings in force, and the connection, which is opened when it is
/// needed.
public final class Session implements AutoCloseable {

    /// Version of the program.
    public static final String VERSION = "0.1.0";

    private static final Duration USUAL_TIMEOUT = Duration.ofMinutes(10);
    private static final String[] SETTINGS = {
        "context", "endpoint", "tenant", "project", "environment", "datacenter", "output", "timeout"
    };

    private final Surroundings surroundings;
    private final ParseResult flags;
    private final Settings settings;
    private final CommandRunner runner;
    private @Nullable Connection connection;

    public Session(Surroundings surroundings, ParseResult flags, CommandRunner runner) {
        this.runner = runner;
        this.surroundings = surroundings;
        this.flags = flags;
        Map<String, String> given = new HashMap<>();
        for (var setting : SETTINGS) {
            var option = flags.matchedOption("--" + setting);
            if (option != null && GlobalOptions.isGlobal(option)) {
                given.put(setting, option.getValue());
            }
        }
        this.settings = new Settings(surroundings, given);
    }

    public Surroundings surroundings() {
        return surroundings;
    }

    public Settings settings() {
        return settings;
    }

    /// The flags as they were parsed.
    public ParseResult flags() {
        return flags;
    }

    /// Refuses flags that make no sense before anything is sent.
    public void check() {
        format();
        givenTimeout();
    }

    /// The columns that were asked for, or the usual ones.
    public List<Column> columns(List<Column> usual) {
        var wanted = flag("--columns");
        return wanted == null ? usual : Column.choose(wanted, usual);
    }

    /// Whether a switch was given.
    public boolean has(String flag) {
        return flags.hasMatchedOption(flag);
    }

    /// The value of a flag, or nothing.
    public @Nullable String flag(String name) {
        return flags.matchedOptionValue(name, null);
    }

    /// What was given for the positional parameter, or nothing.
    public @Nullable String positional(int index) {
        return flags.matchedPositionalValue(index, null);
    }

    /// Whether to wait for the task that a request starts.
    public boolean waits() {
        return has("--wait") || !has("--no-wait") && surroundings.outTerminal();
    }

    /// Whether a person can be asked.
    public boolean isInteractive() {
        return surroundings.inTerminal() && surroundings.errTerminal();
    }

    /// How long to wait for a task.
    public Duration timeout() {
        var given = givenTimeout();
        return given == null ? USUAL_TIMEOUT : given;
    }

    /// How long to wait for a task, where somebody said so.
    public @Nullable Duration givenTimeout() {
        var written = settings.value("timeout");
        try {
            return written == null ? null : Times.duration(written);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(String.valueOf(e.getMessage()), "write it as 90s, 10m or 2h");
        }
    }

    /// Colours for the standard output.
    public Style style() {
        return new Style(surroundings.outTerminal() && wantsColour());
    }

    /// Colours for the standard error.
    public Style errStyle() {
        return new Style(surroundings.errTerminal() && wantsColour());
    }

    /// Writes results in the format that was asked for.
    public Printer printer() {
        return new Printer(
                surroundings.out(),
                surroundings.err(),
                format(),
                style(),
                !has("--no-headers"),
                surroundings.clock().instant());
    }

    /// The format that was asked for.
    public Format format() {
        if (has("--quiet")) {
            return Format.IDS;
        }
        var written = settings.value("output");
        return written == null ? Format.TABLE : Format.parse(written);
    }

    /// The connection to the server.
    public Connection connection() {
        if (connection == null) {
            connection = connect(settings.endpoint(), settings.token());
        }
        return connection;
    }

    /// A connection to another server or for another token.
    public Connection connect(URI endpoint, @Nullable String token) {
        var builder = Connection.to(endpoint).token(token).userAgent("dv/" + VERSION);
        if (has("--debug")) {
            builder.listener(new CurlTrace(surroundings.err(), endpoint));
        }
        return builder.open();
    }

    /// Sends a request.
    public Reply send(Request request) {
        return connection().send(request);
    }

    /// Sends a GET and reads the answer.
    public Node get(String target) {
        return Json.read(send(Request.of("GET", target)).body());
    }

    /// Runs another command in the same surroundings, as `["dv", "health", "get"]`.
    public ExitCode run(List<String> words) {
        return runner.run(words);
    }

    /// Tells a person something beside the result.
    public void tell(String line) {
        surroundings.err().println(line);
    }

    @Override
    public void close() {
        if (connection != null) {
            connection.close();
        }
    }

    private boolean wantsColour() {
        return !has("--no-color")
                && surroundings.variable("NO_COLOR") == null
                && !"dumb".equals(surroundings.variable("TERM"));
    }
}

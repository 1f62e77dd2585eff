package no.dataverket.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.cli.process.Surroundings;
import org.jspecify.annotations.Nullable;

/// The process: its streams, its terminal, its exit code.
public final class Main {

    private Main() {}

    /// The first argument is the name under which the program was called; the launcher gives it, and tells by
    /// `-Ddv.terminal` which of the standard streams are a terminal, in the letters i, o and e.
    public static void main(String... arguments) {
        var out = stream(FileDescriptor.out, false);
        var err = stream(FileDescriptor.err, true);
        var exit = run(surroundings(out, err, System.getenv()), List.of(arguments));
        out.flush();
        err.flush();
        // Nothing is left to be finished; the usual exit would wait for threads that only poll.
        Runtime.getRuntime().halt(exit.code());
    }

    static PrintStream stream(FileDescriptor descriptor, boolean flushing) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor), 8192), flushing, StandardCharsets.UTF_8);
    }

    static Surroundings surroundings(PrintStream out, PrintStream err, Map<String, String> environment) {
        var terminal = System.getProperty("dv.terminal", "");
        return new Surroundings(
                environment,
                Path.of("").toAbsolutePath(),
                home(),
                System.in,
                out,
                err,
                terminal.indexOf('i') >= 0,
                terminal.indexOf('o') >= 0,
                terminal.indexOf('e') >= 0,
                RawTerminal::enter,
                Main::password,
                Clock.systemUTC());
    }

    static ExitCode run(Surroundings surroundings, List<String> arguments) {
        var tool = arguments.isEmpty() ? "dv" : arguments.getFirst();
        try {
            return new Program(surroundings)
                    .run(tool, arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size()));
        } catch (RuntimeException e) {
            return defect(surroundings, e);
        }
    }

    private static ExitCode defect(Surroundings surroundings, RuntimeException e) {
        surroundings.out().flush();
        surroundings.err().println("error: a defect of dv: " + e);
        if (surroundings.variable("DV_TRACE") != null) {
            Arrays.stream(e.getStackTrace()).forEach(frame -> surroundings.err().println("  at " + frame));
        } else {
            surroundings.err().println("  hint: please report it, with what DV_TRACE=1 shows more");
        }
        return ExitCode.FAILURE;
    }

    private static Path home() {
        var home = System.getenv("HOME");
        return Path.of(home == null || home.isEmpty() ? System.getProperty("user.home", "/") : home);
    }

    private static char @Nullable [] password() {
        var console = System.console();
        return console == null ? null : console.readPassword();
    }
}

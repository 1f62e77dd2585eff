package no.dataverket.cli.builtin;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import no.dataverket.cli.process.CommandFailure;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.cli.session.Session;

/// What the server's distribution does by itself on this machine, without a server: it has the drivers,
/// and the command line has not.
final class ServerProgram {

    private static final String MAIN = "no.dataverket.server.Main";

    private ServerProgram() {}

    /// Runs it to its end, also when this program is told to end: it tidies up first.
    static ExitCode run(Session session, List<String> arguments) {
        var surroundings = session.surroundings();
        var home = surroundings.variable("DV_HOME");
        var library = home == null ? null : Path.of(home).resolve("server/target/lib");
        if (library == null || !Files.isDirectory(library)) {
            throw new CommandFailure(
                    ExitCode.FAILURE,
                    "the server's program is not here, and this is done by it",
                    List.of("build it and call it by its launcher: ./dv build"));
        }
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dlogback.configurationFile=logback-command.xml",
                "-cp",
                library + "/*",
                MAIN));
        command.addAll(arguments);
        try {
            var process = new ProcessBuilder(command)
                    .directory(surroundings.directory().toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            return await(process, surroundings.out(), surroundings.err());
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.FAILURE, "the server's program can't be run: " + e.getMessage(), List.of());
        }
    }

    private static ExitCode await(Process process, PrintStream out, PrintStream err) throws IOException {
        var hook = new Thread(() -> {
            process.destroy();
            awaitEnd(process);
        });
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            var progress = Thread.ofVirtual().start(() -> copy(process.getErrorStream(), err));
            copy(process.getInputStream(), out);
            progress.join();
            return exit(awaitEnd(process));
        } catch (InterruptedException interrupted) {
            process.destroy();
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED;
        } finally {
            forget(hook);
        }
    }

    private static int awaitEnd(Process process) {
        while (true) {
            try {
                return process.waitFor();
            } catch (InterruptedException tidyingUpTakesAsLongAsItTakes) {
                process.destroy();
            }
        }
    }

    private static void copy(InputStream from, PrintStream to) {
        try (from) {
            var piece = new byte[1 << 12];
            for (var read = from.read(piece); read >= 0; read = from.read(piece)) {
                to.write(piece, 0, read);
                to.flush();
            }
        } catch (IOException ended) {
            // what was printed was shown
        }
    }

    private static ExitCode exit(int code) {
        for (var exit : ExitCode.values()) {
            if (exit.code() == code) {
                return exit;
            }
        }
        return ExitCode.FAILURE;
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            // the hook waits for the same process
        }
    }
}

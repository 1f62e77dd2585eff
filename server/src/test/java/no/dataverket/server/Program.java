package no.dataverket.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A program that was run to its end.
///
/// @param output standard output
/// @param errors standard error
record Program(String command, int status, String output, String errors) {

    private static final long LIMIT_MINUTES = 5;

    /// Runs a program and waits for its end.
    static Program run(Path directory, Map<String, String> environment, List<String> command) {
        try {
            var output = Files.createTempFile("dv-out-", ".txt");
            var errors = Files.createTempFile("dv-err-", ".txt");
            var builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            var ended = new Program(
                    String.join(" ", command), process.waitFor(), Files.readString(output), Files.readString(errors));
            Files.delete(output);
            Files.delete(errors);
            return ended;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /// Whether there is a program of the name.
    static boolean exists(String name) {
        for (var directory : System.getenv("PATH").split(":")) {
            if (Files.isExecutable(Path.of(directory, name))) {
                return true;
            }
        }
        return false;
    }

    Program expectSuccess() {
        if (status != 0) {
            throw new AssertionError(command + " ended with " + status + "\n" + output + errors);
        }
        return this;
    }
}

package no.dataverket.maskin.runtime.libvirt;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import no.dataverket.maskin.runtime.RuntimeFailure;
import no.dataverket.maskin.runtime.RuntimeFailure.Kind;

/// A program of the host, run to its end.
final class HostCommand {

    private static final int OUTPUT_SHOWN = 2000;

    private HostCommand() {}

    /// Runs a program without input.
    ///
    /// @param debianPackage where the program comes from, for the hint when it's missing
    /// @throws RuntimeFailure `INTERNAL` when it's missing or fails; `TIMEOUT`
    static void run(String debianPackage, Duration limit, List<String> command) {
        Path output = null;
        try {
            // into a file, so that no thread must read along
            output = Files.createTempFile("dv-command", ".log");
            var process = new ProcessBuilder(command)
                    .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            awaitEnd(process, limit, command.getFirst());
            if (process.exitValue() != 0) {
                throw new RuntimeFailure(
                        Kind.INTERNAL,
                        command.getFirst() + " failed with " + process.exitValue() + ": " + head(output));
            }
        } catch (IOException e) {
            throw new RuntimeFailure(
                    Kind.INTERNAL,
                    command.getFirst() + " can't be run; on Debian it's in the package " + debianPackage,
                    e);
        } finally {
            if (output != null) {
                deleteQuietly(output);
            }
        }
    }

    private static void awaitEnd(Process process, Duration limit, String name) {
        try {
            if (!process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                process.destroyForcibly();
                throw new RuntimeFailure(Kind.TIMEOUT, name + " didn't end within " + limit);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new RuntimeFailure(Kind.TIMEOUT, "the wait for " + name + " was interrupted", e);
        }
    }

    private static String head(Path output) throws IOException {
        var text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8).strip();
        return text.length() <= OUTPUT_SHOWN ? text : text.substring(0, OUTPUT_SHOWN) + "…";
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            // a temporary file that stays does no harm
        }
    }
}

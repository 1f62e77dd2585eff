package no.dataverket.server.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import no.dataverket.maskin.evaluation.Obstacle;

/// Runs programs on the host as root, behind words such as `ssh root@hv-1`. No shell of ours reads the
/// command, and no argument needs quoting in the one of the other end.
record HostShell(List<String> before) {

    private static final int LIMIT_SECONDS = 60;

    /// @return what it printed
    /// @throws Obstacle when it fails
    String run(String input, String... command) {
        var words = new ArrayList<>(before);
        words.addAll(List.of(command));
        try {
            var stdin = Files.createTempFile("dv-host", ".in");
            var output = Files.createTempFile("dv-host", ".out");
            try {
                Files.writeString(stdin, input);
                return run(words, stdin, output);
            } finally {
                Files.deleteIfExists(stdin);
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new Obstacle(String.join(" ", words) + " can't be run: " + e.getMessage(), e);
        }
    }

    private static String run(List<String> words, Path stdin, Path output) throws IOException {
        var process = new ProcessBuilder(words)
                .redirectInput(stdin.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new Obstacle(String.join(" ", words) + " did not end");
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new Obstacle(String.join(" ", words) + " was interrupted", interrupted);
        }
        var printed = Files.readString(output).strip();
        if (process.exitValue() != 0) {
            throw new Obstacle(String.join(" ", words) + " failed: " + printed);
        }
        return printed;
    }
}

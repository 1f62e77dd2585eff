package no.dataverket.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The command line in processes of its own, in somebody's name.
record CommandLine(RunningServer server, String token) {

    private static final int LIMIT_SECONDS = 120;

    /// In the operator's name.
    CommandLine(RunningServer server) {
        this(server, server.operatorToken());
    }

    /// What a command printed, on both streams, and how it ended.
    record Printed(int status, String text) {}

    /// @param words the tool, then its arguments
    Printed run(List<String> words) {
        try {
            var command = new ArrayList<>(List.of(
                    ProcessHandle.current().info().command().orElseThrow(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xshare:auto",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "no.dataverket.cli.Main"));
            command.addAll(words);
            var output = Files.createTempFile("dv-cli-", ".out");
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            var config = server.state().resolve("config").toString();
            builder.environment().put("XDG_CONFIG_HOME", config);
            builder.environment().put("XDG_CACHE_HOME", config);
            builder.environment().put("DV_ENDPOINT", server.endpoint().toString());
            builder.environment().put("DV_TOKEN", token);
            var process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            var text = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            return new Printed(process.waitFor(), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}

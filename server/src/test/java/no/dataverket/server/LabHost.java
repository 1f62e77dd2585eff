package no.dataverket.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import no.dataverket.core.json.Json;
import no.dataverket.core.testing.Eventually;
import no.dataverket.core.testing.RealServers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A hypervisor host in namespaces of its own, with the whole platform running on it as it would on a machine
/// of its own.
final class LabHost implements AutoCloseable {

    private final LabMachine machine;
    private final Path state = RealServers.directory("lab");
    private final Process server;
    private final String endpoint;
    private final String token;

    /// @param settings more of the server's command line
    LabHost(int number, String... settings) {
        machine = LabMachine.start(number);
        try {
            Files.setPosixFilePermissions(state, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
            var command = machine.on(
                    ProcessHandle.current().info().command().orElseThrow(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx512m",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "no.dataverket.server.Main",
                    "--state",
                    state.toString(),
                    "--cache",
                    Path.of(System.getProperty("user.home"), ".cache", "dataverket")
                            .toString(),
                    "--port",
                    "0");
            command.addAll(List.of(settings));
            server = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log().toFile())
                    .start();
            Eventually.eventually(() -> !server.isAlive() || Files.exists(state.resolve("endpoint")), ready -> ready);
            if (!server.isAlive()) {
                throw new AssertionError("The server ended while starting:\n" + Files.readString(log()));
            }
            endpoint = Files.readString(state.resolve("endpoint")).trim();
            token = Files.readString(state.resolve("operator-token")).trim();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// What the platform keeps.
    Path state() {
        return state;
    }

    /// The directory of the tiny guest's image; built where nobody did so before.
    static Path tinyGuest() {
        var given = System.getenv("DV_TINY_GUEST");
        var directory = given == null ? LabMachine.REPOSITORY.resolve("lab/guest/target/tiny") : Path.of(given);
        if (!Files.exists(directory.resolve("image.json"))) {
            LabMachine.run(
                    List.of(LabMachine.REPOSITORY.resolve("lab/guest/build").toString(), directory.toString()));
        }
        return directory;
    }

    /// Runs a command on the host and answers what it printed.
    LabMachine.Printed command(String... command) {
        return machine.command(command);
    }

    /// Calls the API as the operator.
    JsonNode api(String method, String path, @Nullable Object body, String... headers) {
        return as(token, method, path, body, headers);
    }

    /// Calls the API in the name of whom a token is.
    JsonNode as(String token, String method, String path, @Nullable Object body, String... headers) {
        var command = new ArrayList<>(List.of(
                "curl",
                "-sS",
                "-X",
                method,
                "-H",
                "Authorization: Bearer " + token,
                "-H",
                "Content-Type: application/json"));
        if (method.equals("POST")) {
            command.addAll(List.of("-H", "Idempotency-Key: " + UUID.randomUUID()));
        }
        for (var header : headers) {
            command.addAll(List.of("-H", header));
        }
        if (body != null) {
            command.addAll(List.of("--data-binary", Json.write(body)));
        }
        command.add(endpoint + path);
        var printed = machine.command(command.toArray(String[]::new));
        return printed.text().isBlank() ? Json.object() : Json.tree(printed.text());
    }

    /// Calls the API and waits until the task that it began ends.
    ///
    /// @throws AssertionError if it does not succeed
    JsonNode done(String method, String path, @Nullable Object body, String... headers) {
        var accepted = api(method, path, body, headers);
        var task = accepted.path("task").path("id").asString("");
        if (task.isEmpty()) {
            throw new AssertionError("Not accepted: " + accepted);
        }
        succeeded(task);
        return accepted.path("resource");
    }

    /// Waits until a task ends.
    ///
    /// @throws AssertionError if it does not succeed
    void succeeded(String task) {
        var ended = Eventually.eventually(
                java.time.Duration.ofMinutes(4),
                () -> api("GET", "/v1/tasks/" + task + ":wait?timeout=20s", null),
                now -> List.of("SUCCEEDED", "FAILED", "CANCELLED")
                        .contains(now.path("state").asString()));
        if (!ended.path("state").asString().equals("SUCCEEDED")) {
            throw new AssertionError("Did not succeed: " + ended);
        }
    }

    @Override
    public void close() {
        server.destroy();
        try {
            if (!server.waitFor(20, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        machine.close();
    }

    private Path log() {
        return state.resolve("server.log");
    }
}

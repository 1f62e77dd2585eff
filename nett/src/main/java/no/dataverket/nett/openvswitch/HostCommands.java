package no.dataverket.nett.openvswitch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import no.dataverket.nett.host.SwitchAway;
import no.dataverket.nett.host.SwitchRefused;

/// Runs programs on the host.
final class HostCommands {

    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final int NOT_RUN = 126;

    private final String host;
    private final List<String> prefix;

    /// How a program ended.
    record Ended(int status, String output, String errors) {
        boolean well() {
            return status == 0;
        }
    }

    /// @param host name, for people
    /// @param prefix what goes before each command to have it run on the host
    HostCommands(String host, List<String> prefix) {
        this.host = host;
        this.prefix = List.copyOf(prefix);
    }

    /// Asks something.
    ///
    /// @throws SwitchAway if there is no answer
    String ask(String... command) {
        var ended = run("", command);
        if (!ended.well()) {
            throw new SwitchAway(host, command[0] + ": " + reason(ended));
        }
        return ended.output();
    }

    /// Changes something.
    ///
    /// @throws SwitchRefused if the program says no
    /// @throws SwitchAway if it could not be asked, or did not end in time
    void change(String... command) {
        accept(run("", command), command);
    }

    /// Like [#change], for a program that reads what it is to do.
    void feed(String input, String... command) {
        accept(run(input, command), command);
    }

    /// Runs a program, however it ends.
    ///
    /// @throws SwitchAway if it can't be started or does not end in time
    Ended run(String input, String... command) {
        var words = new ArrayList<>(prefix);
        words.addAll(List.of(command));
        try {
            var builder = new ProcessBuilder(words);
            builder.environment().put("LC_ALL", "C");
            var process = builder.start();
            var errors = new AtomicReference<>("");
            var reader = Thread.ofVirtual().start(() -> errors.set(text(process.getErrorStream())));
            var watch = Thread.ofVirtual().start(() -> killAfter(process));
            try (var pipe = process.getOutputStream()) {
                pipe.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException endedEarly) {
                // It says why on its way out.
            }
            var output = text(process.getInputStream());
            int status = process.waitFor();
            watch.join();
            reader.join();
            if (status >= NOT_RUN) {
                throw new SwitchAway(host, command[0] + " could not be run or did not end in time, status " + status);
            }
            return new Ended(status, output, errors.get());
        } catch (IOException | UncheckedIOException failure) {
            throw new SwitchAway(host, command[0] + " can't be run: " + failure.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SwitchAway(host, "interrupted while " + command[0] + " ran");
        }
    }

    private void accept(Ended ended, String... command) {
        if (ended.errors().contains("database connection failed")) {
            throw new SwitchAway(host, command[0] + ": " + reason(ended));
        }
        if (!ended.well()) {
            throw new SwitchRefused(command[0] + ": " + reason(ended));
        }
    }

    private static void killAfter(Process process) {
        try {
            if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
        }
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String reason(Ended ended) {
        var said = ended.errors().isBlank() ? ended.output() : ended.errors();
        return said.isBlank() ? "ended with status " + ended.status() : said.strip();
    }
}

package no.dataverket.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A hypervisor host in namespaces of its own, with its own libvirt and Open vSwitch, made by the lab's script.
final class LabMachine implements AutoCloseable {

    static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final int COMMAND_LIMIT_SECONDS = 300;

    private final String number;
    private final @Nullable Path hosts;
    private final String uri;

    private LabMachine(int number, @Nullable Path hosts) {
        this.number = Integer.toString(number);
        this.hosts = hosts;
        this.uri = succeed("up").lines().reduce((first, last) -> last).orElseThrow();
    }

    static LabMachine start(int number) {
        return new LabMachine(number, null);
    }

    /// One whose libvirt is reached from other hosts: each hides the usual directory of all hosts behind its own.
    ///
    /// @param hosts where it is kept instead; a socket's path must fit below it
    static LabMachine visible(int number, Path hosts) {
        return new LabMachine(number, hosts);
    }

    /// Where its libvirt answers.
    String uri() {
        return uri;
    }

    /// Ends everything on it at once; its disks stay.
    void losePower() {
        succeed("crash");
    }

    /// Boots it again from its disks.
    void powerOn() {
        succeed("up");
    }

    /// Runs a command on the host and answers what it printed.
    Printed command(String... command) {
        return run(on(command));
    }

    /// What a command printed, and how it ended.
    record Printed(int status, String text) {}

    /// The words by which a command runs on the host.
    List<String> on(String... command) {
        var all = script("in");
        all.addAll(List.of(command));
        return all;
    }

    @Override
    public void close() {
        run(script("down"));
    }

    private String succeed(String order) {
        var printed = run(script(order));
        if (printed.status() != 0) {
            throw new AssertionError(order + " " + number + " failed: " + printed.text());
        }
        return printed.text();
    }

    private List<String> script(String order) {
        var words = new ArrayList<String>();
        if (hosts != null) {
            words.addAll(List.of("env", "DV_LAB=" + hosts));
        }
        words.addAll(List.of(REPOSITORY.resolve("lab/hypervisor/hv").toString(), order, number));
        return words;
    }

    static Printed run(List<String> command) {
        try {
            var output = Files.createTempFile("dv-lab-", ".out");
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(COMMAND_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("Too long: " + command);
            }
            var text = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            return new Printed(process.exitValue(), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}

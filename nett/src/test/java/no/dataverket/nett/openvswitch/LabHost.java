package no.dataverket.nett.openvswitch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A hypervisor host of the lab: namespaces with an Open vSwitch of their own. Needs root.
public final class LabHost implements AutoCloseable {

    private final String number;

    private LabHost(int number) {
        this.number = Integer.toString(number);
    }

    /// Starts a host of a number that nobody else uses, without what an earlier run left of it.
    public static LabHost up(int number) {
        var host = new LabHost(number);
        host.hv("down");
        host.hv("up");
        return host;
    }

    /// What goes before a command to have it run on this host.
    public List<String> prefix() {
        return List.of(script(), "in", number);
    }

    public OpenVswitchHost openVswitch() {
        return OpenVswitchHost.behind("hv" + number, prefix());
    }

    /// Runs a command on the host; its words are separated by blanks.
    ///
    /// @throws AssertionError with what it said, if it fails
    public String run(String command) {
        var ended = attempt(command);
        if (ended.status() != 0) {
            throw new AssertionError(command + " ended with " + ended.status() + ": " + ended.output());
        }
        return ended.output();
    }

    /// Whether a command succeeds on the host.
    public boolean succeeds(String command) {
        return attempt(command).status() == 0;
    }

    /// Starts a command that goes on until the host ends or the caller ends it.
    public Process start(String command) {
        try {
            return new ProcessBuilder(words(command))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    /// The host loses power.
    public void crash() {
        hv("crash");
    }

    /// Starts it again.
    public void boot() {
        hv("up");
    }

    @Override
    public void close() {
        hv("down");
    }

    private record Ended(int status, String output) {}

    private Ended attempt(String command) {
        return wait(words(command));
    }

    private List<String> words(String command) {
        var words = new ArrayList<>(prefix());
        words.addAll(List.of(command.split(" ")));
        return words;
    }

    private void hv(String verb) {
        var ended = wait(List.of(script(), verb, number));
        if (ended.status() != 0) {
            throw new AssertionError("hv " + verb + " " + number + ": " + ended.output());
        }
    }

    private static Ended wait(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command + " does not end");
            }
            return new Ended(process.exitValue(), output);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /// The script that makes hosts, in this tree or where the property `dataverket.hv` says.
    private static String script() {
        var found = Path.of(System.getProperty("dataverket.hv", "../lab/hypervisor/hv"));
        if (!Files.isExecutable(found)) {
            throw new AssertionError(found.toAbsolutePath() + " is not there");
        }
        return found.toAbsolutePath().normalize().toString();
    }
}

package no.dataverket.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import no.dataverket.cli.process.CommandFailure;

/// The terminal before which a person sits, made to let every key through as it is pressed. `stty` does it, which
/// every system with a terminal has.
final class RawTerminal {

    private RawTerminal() {}

    /// @return puts it back as it was; so does the end of the process, unless it is killed without notice
    static Runnable enter() {
        var before = stty("-g");
        stty("raw", "-echo");
        var restore = new Thread(() -> stty(before));
        Runtime.getRuntime().addShutdownHook(restore);
        return () -> {
            try {
                if (Runtime.getRuntime().removeShutdownHook(restore)) {
                    stty(before);
                }
            } catch (IllegalStateException ending) {
                return; // the hook does it
            }
        };
    }

    private static String stty(String... arguments) {
        var words = new ArrayList<>(List.of("stty"));
        words.addAll(List.of(arguments));
        try {
            var process = new ProcessBuilder(words)
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectErrorStream(true)
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw CommandFailure.usage("stty refuses this terminal: " + said, "give --attach without a terminal");
            }
            return said;
        } catch (IOException missing) {
            throw CommandFailure.usage("there is no stty to set up the terminal with", "install coreutils");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw CommandFailure.usage("interrupted while setting up the terminal", "try again");
        }
    }
}

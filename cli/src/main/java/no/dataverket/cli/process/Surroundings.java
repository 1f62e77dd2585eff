package no.dataverket.cli.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What the process was started in. The program looks at nothing else, so that a test can be all of it.
///
/// @param inTerminal whether a person types the input
/// @param outTerminal whether a person reads the output
/// @param errTerminal whether a person reads the progress
/// @param raw lets every key that is pressed through to the input, and gives what undoes that; it may be undone
///     twice
/// @param password asks for a secret without showing it; gives nothing where there is no terminal
public record Surroundings(
        Map<String, String> environment,
        Path directory,
        Path home,
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean inTerminal,
        boolean outTerminal,
        boolean errTerminal,
        Supplier<Runnable> raw,
        Supplier<char @Nullable []> password,
        InstantSource clock) {

    /// An environment variable that is set and not empty.
    public @Nullable String variable(String name) {
        var value = environment.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /// A path as a person writes it: relative to the working directory, `~/` for the home.
    public Path path(String written) {
        return written.startsWith("~/") ? home.resolve(written.substring(2)) : directory.resolve(written);
    }

    /// The text of a file that the person named; `-` is the standard input.
    public String read(String written) {
        try {
            return written.equals("-")
                    ? new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    : Files.readString(path(written));
        } catch (NoSuchFileException e) {
            throw CommandFailure.usage("there is no file " + written, "check the path; it is taken from " + directory);
        } catch (IOException e) {
            throw CommandFailure.usage("cannot read " + written + ": " + e.getMessage(), "check the path");
        }
    }

    /// One line of the standard input, without what ends it; nothing at the end of the input.
    public @Nullable String readLine() {
        var line = new StringBuilder();
        try {
            for (var c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    return line.isEmpty() ? null : line.toString();
                }
                line.append((char) c);
            }
            return line.toString().strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

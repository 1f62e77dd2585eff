package no.dataverket.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A JVM of its own with a program that is on this one's class path. It takes an order a line, and answers each with a
/// line.
final class ChildProcess implements AutoCloseable {

    private static final Duration END_LIMIT = Duration.ofMinutes(2);

    private final Process process;
    private final Writer orders;
    private final BufferedReader answers;
    private final Path log;

    private ChildProcess(Process process, Path log) {
        this.process = process;
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.log = log;
    }

    /// @param launcher what the JVM is started with, such as `nice`; may be empty
    /// @param log where its errors go
    static ChildProcess start(List<String> launcher, List<String> jvm, Class<?> program, Path log) {
        var command = new ArrayList<>(launcher);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return new ChildProcess(process, log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Gives an order, and waits until the answer is this one.
    void order(String order, String answer) {
        var line = ask(order);
        while (!line.equals(answer)) {
            line = answer();
        }
    }

    /// Gives an order, and waits for the next line.
    String ask(String order) {
        try {
            orders.write(order + "\n");
            orders.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return answer();
    }

    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    /// Lets it end by itself, as it does when there are no more orders.
    @Override
    public void close() {
        try {
            orders.close();
            if (!process.waitFor(END_LIMIT)) {
                process.destroyForcibly();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private String answer() {
        try {
            var line = answers.readLine();
            if (line == null) {
                throw new IllegalStateException("The measured process ended; see " + log);
            }
            return line;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

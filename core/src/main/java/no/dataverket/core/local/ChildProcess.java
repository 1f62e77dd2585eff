package no.dataverket.core.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A program that this process starts, watches, and starts again when it dies.
final class ChildProcess implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChildProcess.class);
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final String name;
    private final List<String> command;
    private final Path log;
    private final Runnable beforeStart;
    private final String stopSignal;
    private final Thread watch;
    private volatile Process process;
    private volatile boolean closing;

    /// @param log where its output goes, appended
    /// @param stopSignal signal that asks it to end, as `TERM`
    /// @param beforeStart clears away what an earlier run left behind
    ChildProcess(String name, List<String> command, Path log, String stopSignal, Runnable beforeStart) {
        this.name = name;
        this.command = command;
        this.log = log;
        this.beforeStart = beforeStart;
        this.stopSignal = stopSignal;
        this.process = start();
        this.watch = Thread.ofVirtual().name("watch-" + name).start(this::watch);
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    /// Asks it to end, and kills it if that does not help.
    @Override
    public void close() {
        closing = true;
        watch.interrupt();
        signal(process.pid(), stopSignal);
        try {
            if (!process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private Process start() {
        beforeStart.run();
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException failure) {
            throw new LocalFailure(name + " can't be started: " + failure.getMessage(), failure);
        }
    }

    private void watch() {
        while (!closing) {
            try {
                int status = process.waitFor();
                if (!closing) {
                    LOG.atWarn()
                            .addKeyValue("program", name)
                            .addKeyValue("status", status)
                            .log("died; starting it again");
                    Thread.sleep(PAUSE);
                    process = start();
                }
            } catch (InterruptedException interrupted) {
                continue;
            } catch (LocalFailure failure) {
                LOG.atError().setCause(failure).addKeyValue("program", name).log("can't be started again");
            }
        }
    }

    /// Ends a process of an earlier run of this server, if the file names one that still runs the program.
    static void endStale(Path pidFile, String program, String stopSignal) {
        var stale = readPid(pidFile)
                .flatMap(ProcessHandle::of)
                .filter(handle -> handle.info().command().orElse("").endsWith(program));
        if (stale.isEmpty()) {
            return;
        }
        LOG.atWarn()
                .addKeyValue("program", program)
                .addKeyValue("pid", stale.get().pid())
                .log("ending what an earlier run left");
        signal(stale.get().pid(), stopSignal);
        try {
            stale.get().onExit().get(GRACE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException stubborn) {
            stale.get().destroyForcibly();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void signal(long pid, String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                    .start()
                    .waitFor(GRACE.toSeconds(), TimeUnit.SECONDS);
        } catch (IOException failure) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<Long> readPid(Path pidFile) {
        try {
            return Optional.of(
                    Long.parseLong(Files.readAllLines(pidFile).getFirst().trim()));
        } catch (IOException | NumberFormatException | java.util.NoSuchElementException unreadable) {
            return Optional.empty();
        }
    }
}

package no.dataverket.lab.hypervisor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import no.dataverket.maskin.runtime.VmId;

/// A hypervisor host in namespaces of this machine, made by the lab's own script.
final class LibvirtHost implements AutoCloseable {

    private static final int LIMIT_SECONDS = 180;

    private final Path root;
    private final int number;
    private final String uri;
    private final AtomicBoolean closed = new AtomicBoolean();

    private LibvirtHost(Path root, int number) {
        this.root = root;
        this.number = number;
        uri = hv("up").lines().reduce((_, last) -> last).orElseThrow();
        // also when the tests are broken off
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::close));
    }

    static LibvirtHost start(int number) {
        return new LibvirtHost(repository(), number);
    }

    String uri() {
        return uri;
    }

    /// The directory of the tiny guest's image, built if it isn't there.
    Path tinyImage() {
        var directory = root.resolve("lab/target/tiny-guest");
        if (!Files.exists(directory.resolve("image.json"))) {
            run(List.of(root.resolve("lab/guest/build").toString(), directory.toString()));
        }
        return directory;
    }

    /// Runs a command on the host; answers its output.
    String in(String... command) {
        var words = new ArrayList<>(List.of(script(), "in", Integer.toString(number)));
        words.addAll(List.of(command));
        return run(words);
    }

    void killQemu(VmId vm) {
        in("sh", "-c", "kill -KILL $(cat /run/libvirt/qemu/" + vm.domainName() + ".pid)");
    }

    void killLibvirtd() {
        signalLibvirtd("KILL");
    }

    void signalLibvirtd(String signal) {
        in("sh", "-c", "kill -" + signal + " $(cat /run/libvirt/libvirtd.pid)");
    }

    void losePower() {
        hv("crash");
    }

    /// Starts again what doesn't run.
    void repair() {
        hv("up");
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            hv("down");
        }
    }

    private String hv(String command) {
        return run(List.of(script(), command, Integer.toString(number)));
    }

    private String script() {
        return root.resolve("lab/hypervisor/hv").toString();
    }

    private static Path repository() {
        for (var directory = Path.of("").toAbsolutePath(); directory != null; directory = directory.getParent()) {
            if (Files.isExecutable(directory.resolve("lab/hypervisor/hv"))) {
                return directory;
            }
        }
        throw new IllegalStateException("the lab's scripts are neither here nor above");
    }

    private static String run(List<String> command) {
        try {
            var log = Files.createTempFile("hv", ".log");
            try {
                // its daemons would keep a pipe open
                var process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
                if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new IllegalStateException(command + " didn't end: " + Files.readString(log));
                }
                if (process.exitValue() != 0) {
                    throw new IllegalStateException(command + " failed: " + Files.readString(log));
                }
                return Files.readString(log);
            } finally {
                Files.delete(log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}

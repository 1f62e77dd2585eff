package no.dataverket.server.evaluation;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import no.dataverket.maskin.evaluation.Ledger;
import no.dataverket.maskin.evaluation.Obstacle;
import no.dataverket.maskin.runtime.VmId;

/// A ledger in a file, so that an evaluation that was killed is tidied up by the next one. A machine is
/// in it before anything of it is on the host.
final class FileLedger implements Ledger {

    private final Path file;
    private final Set<VmId> machines = new LinkedHashSet<>();

    /// Reads the file, or makes an empty one.
    FileLedger(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .map(VmId::parse)
                    .forEach(machines::add);
        }
        write();
    }

    @Override
    public synchronized void begin(VmId vm) {
        machines.add(vm);
        keep();
    }

    @Override
    public synchronized void end(VmId vm) {
        machines.remove(vm);
        keep();
    }

    /// The machines of which something may be left.
    synchronized Set<VmId> machines() {
        return Set.copyOf(machines);
    }

    private void keep() {
        try {
            write();
        } catch (IOException e) {
            throw new Obstacle("the ledger " + file + " can't be written: " + e.getMessage(), e);
        }
    }

    private void write() throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, machines.stream().map(vm -> vm + "\n").collect(Collectors.joining()));
        try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}

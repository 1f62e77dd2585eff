package no.dataverket.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import no.dataverket.core.json.Json;
import no.dataverket.maskin.runtime.Virtualization;
import no.dataverket.maskin.runtime.libvirt.VirtualizationChoice;

/// What was found by trying how a host runs guests. Trying takes up to 20 s, so the finding is kept until the
/// machine boots again: nothing else changes it.
final class VirtualizationFinding {

    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

    private final Path file;

    VirtualizationFinding(Path directory, String host) {
        this.file = directory.resolve(host + ".json");
    }

    private record Kept(String boot, Virtualization virtualization, String note) {}

    Optional<VirtualizationChoice> kept() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            var kept = Json.read(Files.readString(file), Kept.class);
            return kept.boot().equals(boot())
                    ? Optional.of(new VirtualizationChoice.Fixed(kept.virtualization(), kept.note()))
                    : Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void keep(Virtualization virtualization, String note) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, Json.write(new Kept(boot(), virtualization, note)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String boot() throws IOException {
        return Files.exists(BOOT_ID) ? Files.readString(BOOT_ID).trim() : "";
    }
}

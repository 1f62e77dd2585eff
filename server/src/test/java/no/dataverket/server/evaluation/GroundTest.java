package no.dataverket.server.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import no.dataverket.maskin.runtime.VmId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GroundTest {

    @TempDir
    private Path directory;

    @Test
    void nothingIsLeftOfItWhenNothingIsLeftOnTheHost() throws IOException {
        var root = directory.resolve("ground");
        var image = Files.writeString(directory.resolve("disk.qcow2"), "image");
        try (var ground = new Ground(root)) {
            var vm = VmId.random();
            ground.ledger().begin(vm);
            assertThat(ground.otherImage(image)).hasContent("image");
            Files.createDirectories(root.resolve("vms"));
            Files.createDirectories(root.resolve("removed"));
            Files.writeString(root.resolve("removed").resolve(vm.toString()), "1.2");
            ground.ledger().end(vm);
        }
        assertThat(root).doesNotExist();
        assertThat(image).exists();
    }

    @Test
    void whatIsLeftOnTheHostIsFoundByTheNext() throws IOException {
        var root = directory.resolve("ground");
        var vm = VmId.random();
        try (var ground = new Ground(root)) {
            ground.ledger().begin(vm);
        }
        try (var ground = new Ground(root)) {
            assertThat(ground.ledger().machines()).containsExactly(vm);
            ground.ledger().end(vm);
        }
        assertThat(root).doesNotExist();
    }

    @Test
    void theDirectoryOfADriverInServiceIsRefused() throws IOException {
        Files.createDirectories(directory.resolve("vms"));
        Files.createDirectories(directory.resolve("removed"));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new Ground(directory))
                .withMessageContaining("holds what no evaluation made")
                .satisfies(refusal -> assertThat(refusal.exit()).isEqualTo(Exit.CONFLICT));
        assertThat(directory.resolve("lock")).doesNotExist();
    }

    @Test
    void anotherEvaluationIsWaitedForByNobody() throws IOException {
        var root = directory.resolve("ground");
        try (var _ = new Ground(root)) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> new Ground(root))
                    .withMessageContaining("another evaluation uses");
        }
    }
}

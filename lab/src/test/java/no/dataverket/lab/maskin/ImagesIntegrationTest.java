package no.dataverket.lab.maskin;

import static no.dataverket.lab.maskin.MaskinLab.DATACENTER;
import static no.dataverket.lab.maskin.MaskinLab.detail;
import static no.dataverket.lab.maskin.MaskinLab.problem;
import static no.dataverket.lab.maskin.MaskinLab.result;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.command.MaskinMessages.ImageImported;
import no.dataverket.contract.command.MaskinMessages.ImageTrust;
import no.dataverket.contract.command.MaskinMessages.ImportImage;
import no.dataverket.contract.command.MaskinMessages.RemoveImage;
import no.dataverket.contract.command.MaskinMessages.ReplicateImage;
import no.dataverket.contract.command.StepReport.Outcome;
import no.dataverket.lab.hypervisor.HostSize;
import no.dataverket.lab.maskin.MaskinLab.Task;
import no.dataverket.maskin.Maskin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ImagesIntegrationTest {

    private final MaskinLab lab = new MaskinLab(List.of("hv-1"), HostSize.large());
    private ImageDirectory directory = new ImageDirectory("7");
    private final Id image = Id.next(IdKind.IMAGE);

    @BeforeEach
    void putDown() {
        directory = new ImageDirectory("7");
    }

    @AfterEach
    void removeTwice() throws IOException {
        lab.succeedTwice(Task.of(9), new RemoveImage(image));
        assertNothingIsLeft();
    }

    @AfterAll
    void close() {
        lab.close();
    }

    @Test
    void anImageIsCopiedOnceAndNeverChanges() throws IOException {
        var command = command("7");
        var task = Task.of(1);
        var envelope = lab.publish(task, command);
        var imported = result(lab.report(envelope), ImageImported.class);
        assertThat(imported.virtualSizeBytes()).isEqualTo(ImageDirectory.VIRTUAL_SIZE);
        assertThat(imported.defaultUser()).isEqualTo("root");
        assertThat(lab.allReportsOf(envelope).toString()).contains("disk.raw: 100 %");
        var disk = lab.store.resolve(image.toString()).resolve("disk.raw");
        assertThat(Files.readString(disk)).isEqualTo(directory.read("disk.raw"));
        assertThat(Files.getPosixFilePermissions(disk))
                .hasSize(3)
                .noneMatch(each -> each.name().contains("WRITE"));
        var again = result(lab.succeed(task, command), ImageImported.class);
        assertThat(again).isEqualTo(imported);
    }

    @Test
    void aFileThatIsNotWhatTheManifestSaysLeavesNothing() throws IOException {
        directory.write("initrd", directory.read("initrd").replace('7', '8'));
        var report = lab.send(Task.of(1), command("7"));
        assertThat(problem(report)).isEqualTo("IMAGE_CORRUPT");
        assertThat(detail(report)).contains("initrd has the SHA-256");
        assertNothingIsLeft();
        directory.write("initrd", "longer than the manifest says it is, by far");
        assertThat(detail(lab.send(Task.of(2), command("7")))).contains("is larger than");
        directory.write("initrd", "short");
        assertThat(detail(lab.send(Task.of(3), command("7")))).contains("has 5 bytes instead of");
        assertNothingIsLeft();
    }

    @Test
    void whatIsNotThereIsSaid() throws IOException {
        Files.delete(directory.path.resolve("vmlinux"));
        refuses(command("7"), "vmlinux is not in");
        Files.delete(directory.path.resolve("image.json"));
        refuses(command("7"), "no readable image.json");
        refuses(new ImportImage(image, "tiny", "7", DATACENTER, "/no/such/directory"), "no directory");
        refuses(new ImportImage(image, "tiny", "7", DATACENTER, "relative"), "no directory");
    }

    @Test
    void theManifestMustSayWhatTheCommandSays() throws IOException {
        refuses(command("8"), "holds tiny@7, not tiny@8");
    }

    @Test
    void noFileOutsideTheDirectoryIsRead() throws IOException {
        directory.replaceInManifest("\"vmlinux\"", "\"../vmlinux\"");
        refuses(command("7"), "names the file '../vmlinux'");
        directory.replaceInManifest("\"../vmlinux\"", "\"vmlinux\"");
        Files.delete(directory.path.resolve("vmlinux"));
        Files.createSymbolicLink(directory.path.resolve("vmlinux"), Path.of("/etc/hostname"));
        refuses(command("7"), "vmlinux is not a file in");
    }

    @Test
    void aVersionNeverMeansAnythingElse() {
        lab.succeed(Task.of(1), command("7"));
        var other = new ImportImage(Id.next(IdKind.IMAGE), "tiny", "7", DATACENTER, directory.path.toString());
        assertThat(problem(lab.send(Task.of(1), other))).isEqualTo("NAME_TAKEN");
    }

    @Test
    void anImageWhoseFilesWereLostIsTakenInAgainButOnlyTheSame() throws IOException {
        lab.succeed(Task.of(1), command("7"));
        Files.delete(lab.store.resolve(image.toString()).resolve("disk.raw"));
        directory.replaceInManifest("quiet", "loud");
        assertThat(problem(lab.send(Task.of(2), command("7")))).isEqualTo("NAME_TAKEN");
        directory.replaceInManifest("loud", "quiet");
        lab.succeed(Task.of(3), command("7"));
        assertThat(lab.store.resolve(image.toString()).resolve("disk.raw")).exists();
    }

    @Test
    void oneVersionMayBeInSeveralDatacentersAndMeansTheSameInEach() throws IOException {
        var elsewhere = Id.next(IdKind.IMAGE);
        var original = result(lab.succeed(Task.of(1), command("7")), ImageImported.class);
        var copy = new ReplicateImage(elsewhere, image, "lab2", ImageTrust.NOBODY);
        lab.succeedTwice(Task.of(1), copy);
        assertThat(result(lab.succeed(Task.of(1), copy), ImageImported.class)).isEqualTo(original);
        for (var file : List.of("disk.raw", "vmlinux", "initrd", "image.json")) {
            assertThat(Files.readString(lab.store.resolve(elsewhere.toString()).resolve(file)))
                    .isEqualTo(directory.read(file));
        }
        lab.succeedTwice(Task.of(2), new RemoveImage(elsewhere));
        assertThat(lab.store.resolve(image.toString()).resolve("disk.raw")).exists();

        directory.replaceInManifest("quiet", "loud");
        var other = new ImportImage(elsewhere, "tiny", "7", "lab2", directory.path.toString());
        assertThat(problem(lab.send(Task.of(3), other))).isEqualTo("NAME_TAKEN");
        directory.replaceInManifest("loud", "quiet");
        lab.succeed(Task.of(4), other);
        lab.succeedTwice(Task.of(5), new RemoveImage(elsewhere));
    }

    @Test
    void aVersionThatWasRemovedDoesNotComeBackAsSomethingElse() {
        lab.succeed(Task.of(1), command("7"));
        lab.succeed(Task.of(2), new RemoveImage(image));
        directory.replaceInManifest("quiet", "loud");
        assertThat(problem(lab.send(Task.of(3), command("7")))).isEqualTo("NAME_TAKEN");
        directory.replaceInManifest("loud", "quiet");
        lab.succeed(Task.of(4), command("7"));
    }

    @Test
    void aCopyThatWasSpoiledInTheStoreIsNotCopiedOn() throws IOException {
        lab.succeed(Task.of(1), command("7"));
        var disk = lab.store.resolve(image.toString()).resolve("disk.raw");
        Files.delete(disk);
        Files.writeString(disk, directory.read("disk.raw").replace('7', '8'));
        var copy = new ReplicateImage(Id.next(IdKind.IMAGE), image, "lab2", ImageTrust.NOBODY);
        assertThat(problem(lab.send(Task.of(1), copy))).isEqualTo("IMAGE_CORRUPT");
        var nowhere = new ReplicateImage(Id.next(IdKind.IMAGE), Id.next(IdKind.IMAGE), "lab2", ImageTrust.NOBODY);
        assertThat(problem(lab.send(Task.of(1), nowhere))).isEqualTo("INVALID_REFERENCE");
    }

    @Test
    void aSignatureIsCheckedWhereverAnImageIsCopiedTo() throws IOException {
        var release = new SigningKey();
        assertThat(problem(lab.send(Task.of(1), signed(release)))).isEqualTo("IMAGE_UNSIGNED");
        directory.write("image.json.sig", new SigningKey().sign(directory.read("image.json")));
        assertThat(problem(lab.send(Task.of(2), signed(release)))).isEqualTo("IMAGE_UNSIGNED");
        assertNothingIsLeft();
        directory.write("image.json.sig", release.sign(directory.read("image.json")));
        var imported = result(lab.succeed(Task.of(3), signed(release)), ImageImported.class);
        assertThat(imported.signed()).isTrue();
        assertThat(imported.signedBy()).isEqualTo(release.fingerprint());

        var elsewhere = Id.next(IdKind.IMAGE);
        var distrusted = new ReplicateImage(elsewhere, image, "lab2", new SigningKey().trust());
        assertThat(problem(lab.send(Task.of(1), distrusted))).isEqualTo("IMAGE_UNSIGNED");
        var copied = lab.succeed(Task.of(2), new ReplicateImage(elsewhere, image, "lab2", release.trust()));
        assertThat(result(copied, ImageImported.class)).isEqualTo(imported);
        assertThat(lab.store.resolve(elsewhere.toString()).resolve("image.json.sig"))
                .hasBinaryContent(release.sign(directory.read("image.json")));
        lab.succeedTwice(Task.of(3), new RemoveImage(elsewhere));
    }

    private ImportImage signed(SigningKey key) {
        return new ImportImage(image, "tiny", "7", DATACENTER, directory.path.toString(), key.trust());
    }

    /// What the migration says of images from before there were digests is what is said of them now.
    @Test
    void imagesFromBeforeHaveTheDigestThatTheyWouldHaveNow() throws IOException {
        var digest = Objects.requireNonNull(result(lab.succeed(Task.of(1), command("7")), ImageImported.class)
                .digest());
        var migration = text("V0140__image_catalogue.sql");
        var backfill = migration.substring(migration.indexOf("INSERT INTO")).replace("${schema}", "maskin");
        lab.run(transaction -> {
            transaction.update("DELETE FROM maskin.image_content");
            transaction.update(backfill.replace(";", ""));
        });
        assertThat(lab.count(
                        "SELECT count(*) AS n FROM maskin.image_content WHERE name = 'tiny' AND version = '7' AND digest = ?",
                        digest))
                .isEqualTo(1);
    }

    private static String text(String migration) throws IOException {
        try (var in = Maskin.class.getResourceAsStream("schema/" + migration)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void refuses(ImportImage command, String why) throws IOException {
        var report = lab.send(Task.of(1), command);
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(problem(report)).isEqualTo("INVALID_REFERENCE");
        assertThat(detail(report)).contains(why);
        assertNothingIsLeft();
    }

    private ImportImage command(String version) {
        return new ImportImage(image, "tiny", version, DATACENTER, directory.path.toString());
    }

    private void assertNothingIsLeft() throws IOException {
        try (var files = Files.walk(lab.store)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
        assertThat(lab.count("SELECT count(*) AS n FROM maskin.image")).isZero();
    }
}

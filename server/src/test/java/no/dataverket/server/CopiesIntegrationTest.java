package no.dataverket.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import no.dataverket.core.testing.Eventually;
import no.dataverket.server.Api.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Snapshots and backups as their tenants know them.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CopiesIntegrationTest {

    private static final String SCOPE = "?project=shop&environment=prod";
    private static final int PLACE = 5 << 20;

    private RunningServer server;
    private Site site;
    private Api api;

    @BeforeAll
    void start() {
        server = RunningServer.start();
        site = Site.prepare(server, 1);
        api = server.api();
    }

    @AfterEach
    void nothingContradicts() {
        assertThat(Eventually.eventually(server.books()::contradictions, List::isEmpty))
                .isEmpty();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aVolumeGoesBackToASnapshotWhileItsMachineIsOff() {
        api.succeed(api.post("/v1/volumes", Site.volume("data", "shop")));
        site.running("holder");
        power("holder", "stop");
        api.succeed(api.post("/v1/volumes/data:attach" + SCOPE, Map.of("vm", "holder")));
        write("data", "before");
        power("holder", "start");
        assertThat(snapshot("early", "data").text()).contains("RESOURCE_NOT_READY", "dvce vm stop holder");
        assertThat(snapshot("early", "nothing").text()).contains("INVALID_REFERENCE", "/volume");
        power("holder", "stop");
        api.succeed(snapshot("early", "data"));
        var taken = api.get("/v1/snapshots/early" + SCOPE).expect(200);
        assertThat(taken.at("/status/phase")).isEqualTo("READY");
        assertThat(taken.at("/volume_name")).isEqualTo("data");
        assertThat(snapshot("early", "data").code()).isEqualTo("NAME_TAKEN");
        assertThat(api.get("/v1/volumes/data" + SCOPE).at("/status/phase")).isEqualTo("READY");
        assertThat(api.get("/v1/vms/holder" + SCOPE).at("/status/phase")).isEqualTo("STOPPED");

        write("data", "after");
        var restore = "/v1/snapshots/early:restore" + SCOPE;
        power("holder", "start");
        assertThat(api.post(restore, null).code()).isEqualTo("RESOURCE_NOT_READY");
        power("holder", "stop");
        protect(true);
        assertThat(api.post(restore, null).code()).isEqualTo("DELETION_PROTECTED");
        protect(false);
        assertThat(api.post(restore + "&validate_only=true", null).expect(200).text())
                .contains("what is on volume data now");
        assertThat(read("data")).isEqualTo("after");
        var restored = api.post(restore, null);
        assertThat(restored.at("/resource/name")).isEqualTo("data");
        api.succeed(restored);
        assertThat(read("data")).isEqualTo("before");
        power("holder", "start");

        power("holder", "stop");
        api.succeed(api.post("/v1/volumes/data:detach" + SCOPE, null));
        api.succeed(api.delete("/v1/vms/holder" + SCOPE));
        assertThat(api.delete("/v1/volumes/data" + SCOPE).text()).contains("RESOURCE_IN_USE", "snapshot/early");
        api.succeed(api.delete("/v1/snapshots/early" + SCOPE));
        api.succeed(api.delete("/v1/volumes/data" + SCOPE));
        assertThat(api.list("/v1/snapshots" + SCOPE)).isEmpty();
    }

    @Test
    void aBackupBringsBackWhatWasDeleted() {
        api.succeed(api.post("/v1/volumes", Site.volume("ledger", "shop")));
        write("ledger", "what must not be lost");
        var accepted = backup("monday", "ledger");
        api.succeed(accepted);
        var taken = api.get("/v1/backups/monday" + SCOPE).expect(200);
        assertThat(taken.at("/status/digest")).matches("[0-9a-f]{64}");
        assertThat(taken.at("/status/stored_bytes")).isEqualTo(Integer.toString(1 << 20));
        api.succeed(api.delete("/v1/volumes/ledger" + SCOPE));

        var restore = "/v1/backups/monday:restore" + SCOPE;
        assertThat(api.post(restore, Map.of("name", "No Name")).code()).isEqualTo("VALIDATION_FAILED");
        api.succeed(api.post(restore, Map.of("name", "ledger")));
        assertThat(read("ledger")).isEqualTo("what must not be lost");
        assertThat(api.post(restore, Map.of("name", "ledger")).code()).isEqualTo("NAME_TAKEN");

        damage(taken.at("/id"));
        var refused = api.post(restore, Map.of("name", "worse")).expect(202);
        var failed = api.await(refused.task());
        assertThat(failed.path("state").asString()).isEqualTo("FAILED");
        assertThat(failed.at("/error/code").asString()).isEqualTo("BACKUP_DAMAGED");
        assertThat(failed.path("runbook").asString()).isEqualTo("rb-vol-002");
        assertThat(api.get("/v1/backups/monday" + SCOPE).at("/status/phase")).isEqualTo("READY");
        assertThat(file("worse")).doesNotExist();
        api.succeed(api.delete("/v1/volumes/worse" + SCOPE));
        api.succeed(api.delete("/v1/volumes/ledger" + SCOPE));
        api.succeed(api.delete("/v1/backups/monday" + SCOPE));
        assertThat(api.list("/v1/backups" + SCOPE)).isEmpty();
    }

    @Test
    void copiesAreCountedAndGoWithTheirEnvironment() {
        site.project("acme", "counted", Map.of("disk_gib", 3));
        site.environment("acme", "counted", "prod");
        api.succeed(api.post("/v1/volumes", Site.volume("one", "counted")));
        api.succeed(copy("/v1/snapshots", "first", "one", "counted"));
        api.succeed(copy("/v1/backups", "first-backup", "one", "counted"));
        assertThat(copy("/v1/snapshots", "second", "one", "counted").text()).contains("QUOTA_EXCEEDED", "disk_gib");
        var scope = "?tenant=acme&project=counted&environment=prod";
        assertThat(api.post("/v1/backups/first-backup:restore" + scope, Map.of("name", "two"))
                        .code())
                .isEqualTo("QUOTA_EXCEEDED");
        var target = "/v1/environments/prod?tenant=acme&project=counted";
        var etag = api.get(target).expect(200).etag();
        api.succeed(api.send(
                "POST",
                target.replace("prod?", "prod:empty?"),
                null,
                Map.of(
                        "If-Match",
                        etag,
                        "Idempotency-Key",
                        java.util.UUID.randomUUID().toString())));
        for (var kind : List.of("snapshots", "backups", "volumes")) {
            assertThat(api.list("/v1/" + kind + scope)).as(kind).isEmpty();
        }
        assertThat(server.books().number("SELECT count(*) FROM maskin.volume_backup WHERE NOT removed"))
                .isZero();
    }

    private Reply snapshot(String name, String volume) {
        return copy("/v1/snapshots", name, volume, "shop");
    }

    private Reply backup(String name, String volume) {
        return copy("/v1/backups", name, volume, "shop");
    }

    private Reply copy(String path, String name, String volume, String project) {
        return api.post(path, Map.of("name", name, "volume", volume, "project", project, "environment", "prod"));
    }

    private void protect(boolean whether) {
        var volume = api.get("/v1/volumes/data" + SCOPE).expect(200);
        api.patch("/v1/volumes/data" + SCOPE, volume.etag(), Map.of("deletion_protection", whether))
                .expect(200);
    }

    private void power(String vm, String verb) {
        api.succeed(api.post("/v1/vms/" + vm + ":" + verb + SCOPE, verb.equals("stop") ? Map.of("force", true) : null));
    }

    private void write(String volume, String content) {
        var bytes = java.util.Arrays.copyOf(content.getBytes(StandardCharsets.UTF_8), 64);
        change(file(volume), PLACE, bytes);
    }

    private String read(String volume) {
        try (var file = new RandomAccessFile(file(volume).toFile(), "r")) {
            file.seek(PLACE);
            var bytes = new byte[64];
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8).replace("\0", "");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void damage(String backup) {
        change(server.state().resolve("backups").resolve(backup).resolve("data.raw"), PLACE + 1, new byte[1]);
    }

    private static void change(Path path, long place, byte[] bytes) {
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            file.seek(place);
            file.write(bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The volume's file, or where it would be.
    private Path file(String volume) {
        var id = api.get("/v1/volumes/" + volume + SCOPE).at("/id");
        var directory = server.state().resolve("volumes").resolve(id);
        if (!Files.isDirectory(directory)) {
            return directory;
        }
        try (var files = Files.list(directory)) {
            return files.filter(Files::isRegularFile).findFirst().orElse(directory.resolve("none"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

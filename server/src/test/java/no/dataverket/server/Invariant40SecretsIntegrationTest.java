package no.dataverket.server;

import static no.dataverket.core.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.api.Operation;
import no.dataverket.contract.api.Operations;
import no.dataverket.core.json.Json;
import no.dataverket.server.Api.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Invariant 40, of secrets: they never appear in logs, events, diffs and task bodies. Canaries of every kind are
/// planted in the life of a server and searched for wherever it writes or tells something.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class Invariant40SecretsIntegrationTest {

    /// What is in these directories is what the secrets are there for.
    private static final Set<String> HOMES =
            Set.of("nats-users", "postgres/secrets", "postgres/data", "operator-token", "nats/nats.conf");

    private final Map<String, String> canaries = new LinkedHashMap<>();
    private final StringBuilder answers = new StringBuilder();
    private final Set<String> commandLines = ConcurrentHashMap.newKeySet();
    private final Map<String, String> ids = new HashMap<>();
    private Thread watch;
    private RunningServer server;
    private Site site;
    private Api api;

    @BeforeAll
    void live() {
        watch = Thread.ofVirtual().start(this::watchCommandLines);
        server = RunningServer.start();
        site = Site.prepare(server, 2);
        api = server.api();
        passwords("password of the bus", "nats-users");
        passwords("password of the database", "postgres/secrets");
        canaries.put("operator's token", server.operatorToken());
        plantUserData();
        plantDeadLetter();
        plantTokens();
        plantKeysAndAddresses();
        plantWhereNobodyAsksForSecrets();
        assertThat(eventually(server.books()::contradictions, List::isEmpty)).isEmpty();
    }

    @AfterAll
    void stop() {
        watch.interrupt();
        server.close();
    }

    @Test
    void everyKindIsPlanted() {
        assertThat(canaries.values())
                .doesNotHaveDuplicates()
                .allSatisfy(secret -> assertThat(secret).hasSizeGreaterThan(15));
        assertThat(canaries).hasSizeGreaterThan(20);
    }

    @Test
    void invariant40_noRefusalRepeatsASecret() {
        requireNone("what was refused", answers.toString());
    }

    @Test
    void invariant40_theApiTellsNone() {
        ids.putAll(site.inventory());
        ids.put("shape", site.shape("plain", 1, Site.MEMORY_MIB, true).at("/id"));
        site.project("acme", "done", Map.of());
        var held = api.post("/v1/projects/done:purge?tenant=acme", Map.of()).expect(202);
        ids.put("approval", api.get("/v1/tasks/" + held.task()).at("/waiting_for/name"));
        for (var operation : Operations.all()) {
            if (operation.method() == Operation.Method.GET) {
                assertThat(ids.keySet()).as(operation.id()).containsAll(operation.pathParameters());
                var target = operation.path();
                for (var parameter : operation.pathParameters()) {
                    target = target.replace("{" + parameter + "}", ids.getOrDefault(parameter, ""));
                }
                requireNone(operation.id(), api.get(target).text());
            }
        }
        requireNone("metrics", api.get("/metrics").expect(200).text());
    }

    @Test
    void invariant40_noTableKeepsOne() {
        canaries.forEach((what, secret) -> {
            var hexadecimal = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
            for (var written : List.of(secret, hexadecimal)) {
                assertThat(eventually(() -> server.books().tablesWith(written), List::isEmpty))
                        .as(what)
                        .isEmpty();
            }
        });
    }

    /// The log, the traces, the log of the database, and what the bus keeps: events, reports, commands.
    @Test
    void invariant40_noFileKeepsOne() {
        eventually(() -> Files.exists(server.state().resolve("spans.jsonl")), exists -> exists);
        assertThat(RunningServer.text(server.log())).isNotEmpty();
        assertThat(eventually(this::filesWithSecrets, List::isEmpty)).isEmpty();
    }

    @Test
    void invariant40_noProcessWasStartedWithOne() {
        assertThat(commandLines)
                .anyMatch(line -> line.contains("nats-server"))
                .anyMatch(line -> line.contains("postgres"));
        commandLines.forEach(line -> requireNone("arguments", line));
    }

    @Test
    void invariant40_theCommandLineShowsNoneAndPutsNoneIntoABundle() {
        var line = new CommandLine(server);
        var bundle = server.state().resolveSibling(server.state().getFileName() + "-bundle.zip");
        var task = ids.getOrDefault("task", "");
        var collected = line.run(List.of("dv", "support", "collect", task, "--file", bundle.toString()));
        assertThat(collected.status()).as(collected.text()).isZero();
        requireNone("what is printed", collected.text());
        try (var zip = new ZipInputStream(Files.newInputStream(bundle))) {
            int parts = 0;
            for (var part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                requireNone(part.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                parts++;
            }
            assertThat(parts).isGreaterThan(5);
            Files.delete(bundle);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        var debugged = line.run(List.of("dvce", "vm", "list", "--debug"));
        assertThat(debugged.text()).contains("curl");
        requireNone("what --debug prints", debugged.text());
    }

    /// In what is accepted, repeated, tried out and refused.
    private void plantUserData() {
        var body = Site.vm("discreet");
        body.put("user_data", "#!/bin/sh\n# " + canary("user data") + "\n");
        var key = UUID.randomUUID();
        var accepted = api.post("/v1/vms", body, key).expect(202);
        note(api.post("/v1/vms", body, key));
        note(api.post("/v1/vms:preflight", body));
        note(api.post("/v1/vms?validate_only=true", body));
        body.put("name", "elsewhere");
        body.put("image", "no-such-image");
        body.put("user_data", "#cloud-config\npassword: " + canary("user data of a refused machine") + "\n");
        note(api.post("/v1/vms", body).expect(422));
        note(api.post("/v1/vms", body, key).expect(422));
        api.succeed(accepted);
        ids.putAll(Map.of(
                "vm", accepted.at("/resource/id"),
                "task", accepted.task(),
                "network", api.list("/v1/networks").getFirst().path("id").asString(),
                "tenant", "acme",
                "project", "shop",
                "environment", "prod",
                "scope", "acme"));
        ids.put("project", api.get("/v1/projects/shop?tenant=acme").at("/id"));
        ids.put(
                "environment",
                api.get("/v1/environments/prod?tenant=acme&project=shop").at("/id"));
        ids.putAll(Map.of(
                "datacenter", Site.DATACENTER,
                "image", Site.IMAGE,
                "image_channel", "tiny%3Astable",
                "volume", Id.next(IdKind.VOLUME).toString(),
                "hypervisor", "sim-1",
                "runbook", "rb-svc-001",
                "service", "nett",
                "offering", "vm",
                "workflow", "vm.create"));
        ids.putAll(Map.of(
                "snapshot", Id.next(IdKind.SNAPSHOT).toString(),
                "backup", Id.next(IdKind.BACKUP).toString()));
    }

    /// The command that carries the user data becomes a dead letter, is listed, and is replayed.
    private void plantDeadLetter() {
        var body = Site.vm("held");
        body.put("user_data", "#!/bin/sh\n# " + canary("user data of a command that can't be taken") + "\n");
        api.post("/v1/operator/services/nett:stop", null).expect(200);
        var accepted = api.post("/v1/vms", body).expect(202);
        eventually(
                () -> api.get("/v1/tasks/" + accepted.task()).at("/steps/0/state"), state -> state.equals("SUCCEEDED"));
        server.books().execute("ALTER TABLE maskin.image RENAME TO hidden");
        api.post("/v1/operator/services/nett:start", null).expect(200);
        var letter = eventually(
                        () -> api.list("/v1/operator/dead-letters?task=" + accepted.task()), found -> !found.isEmpty())
                .getFirst();
        assertThat(letter.path("content").asString()).contains("user_data", "[redacted]");
        var path = "/v1/operator/dead-letters/" + letter.path("id").asString();
        ids.put("dead_letter", letter.path("id").asString());
        for (var target : List.of(path, "/v1/tasks/" + accepted.task(), "/v1/tasks/" + accepted.task() + ":diagnose")) {
            note(api.get(target).expect(200));
        }
        server.books().execute("ALTER TABLE maskin.hidden RENAME TO image");
        api.send(
                        "POST",
                        path + ":replay",
                        null,
                        Map.of(
                                "If-Match",
                                "*",
                                "Idempotency-Key",
                                UUID.randomUUID().toString()))
                .expect(200);
        api.succeed(accepted);
    }

    private void plantTokens() {
        var key = UUID.randomUUID();
        var wanted =
                Map.<String, Object>of("name", "robot", "role", "PROJECT_EDITOR", "tenant", "acme", "project", "shop");
        var made = api.post("/v1/tokens", wanted, key).expect(201);
        canaries.put("token", made.at("/secret"));
        ids.put("token", made.at("/token/id"));
        note(api.post("/v1/tokens", wanted, key));
        var own = new Api(server, made.at("/secret"));
        note(own.get("/v1/whoami").expect(200));
        note(own.post("/v1/operator/tenants", Map.of("name", "mine")).expect(403));
        note(new Api(server, "dvt_" + canary("guessed token")).get("/v1/whoami").expect(401));
        var basic = "me:" + canary("password for basic authentication");
        var encoded = Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8));
        canaries.put("password for basic authentication, as it is sent", encoded);
        var nobody = new Api(server, null);
        note(nobody.send("GET", "/v1/whoami", null, Map.of("Authorization", "Basic " + encoded))
                .expect(401));
        note(nobody.send("GET", "/v1/whoami", null, Map.of("Cookie", "session=" + canary("cookie")))
                .expect(401));
    }

    private void plantKeysAndAddresses() {
        var body = Site.vm("careless");
        var secret = canary("private key").replace("-", "");
        canaries.put("private key", secret);
        for (var key : List.of(
                "-----BEGIN OPENSSH PRIVATE KEY-----\n" + secret + "\n-----END OPENSSH PRIVATE KEY-----", secret)) {
            body.put("ssh_authorized_keys", List.of("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA me@here", key));
            note(api.post("/v1/vms", body).expect(422));
            note(api.post("/v1/vms:preflight", body).expect(200));
        }
        note(api.post(
                        "/v1/operator/hypervisors",
                        Map.of(
                                "name",
                                "careless",
                                "datacenter",
                                Site.DATACENTER,
                                "driver",
                                "libvirt",
                                "endpoint",
                                "qemu+ssh://root:" + canary("password of a hypervisor") + "@host/system"))
                .expect(422));
        note(api.post(
                        "/v1/operator/images",
                        Map.of(
                                "name",
                                "careless",
                                "version",
                                "1",
                                "datacenter",
                                Site.DATACENTER,
                                "source",
                                "https://me:" + canary("password of a source") + "@images.example/x"))
                .expect(422));
    }

    /// In every operation that takes a body, as a field that it does not have, and where nothing can be read.
    private void plantWhereNobodyAsksForSecrets() {
        for (var operation : Operations.all()) {
            if (operation.request() != null) {
                var target = operation.path();
                for (var parameter : operation.pathParameters()) {
                    target = target.replace("{" + parameter + "}", ids.getOrDefault(parameter, "none"));
                }
                var body = new LinkedHashMap<String, Object>();
                var usual = IsolationBodies.of(operation.id(), ids);
                if (usual != null) {
                    body.putAll(usual);
                }
                body.put("password", canary("password given to " + operation.id()));
                note(send(operation, target, Json.bytes(body)));
                var broken = "{\"password\": \"" + canary("password in what can't be read, given to " + operation.id());
                note(send(operation, target, broken.getBytes(StandardCharsets.UTF_8)));
            }
        }
        note(api.get("/v1/vms?password=" + canary("password in a query")));
        note(api.get("/v1/vms?project=" + canary("token in the wrong place") + "%00"));
        note(api.send(
                "POST",
                "/v1/vms",
                Json.bytes(Site.vm("keyed")),
                Map.of("Idempotency-Key", canary("something else as a key"))));
    }

    private Reply send(Operation operation, String target, byte[] body) {
        var headers = new HashMap<String, String>();
        if (operation.method() == Operation.Method.POST) {
            headers.put("Idempotency-Key", UUID.randomUUID().toString());
        }
        if (operation.ifMatchRequired()) {
            headers.put("If-Match", "*");
        }
        var reply = api.send(operation.method().name(), target, body, headers);
        assertThat(reply.status()).as(operation.id() + " " + reply).isBetween(400, 499);
        return reply;
    }

    private String canary(String what) {
        var secret = "canary-" + UUID.randomUUID();
        canaries.put(what, secret);
        return secret;
    }

    private void note(Reply reply) {
        answers.append(reply).append('\n');
    }

    private void passwords(String what, String directory) {
        try (var files = Files.walk(server.state().resolve(directory))) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> canaries.put(
                            what + " " + file.getFileName(),
                            RunningServer.text(file).strip()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void requireNone(String where, String text) {
        var found = canaries.entrySet().stream()
                .filter(canary -> text.contains(canary.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(found).as(where).isEmpty();
    }

    private List<String> filesWithSecrets() {
        var root = server.state();
        var found = new ArrayList<String>();
        try (Stream<Path> files = Files.walk(root)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = root.relativize(file).toString();
                if (HOMES.stream().noneMatch(home -> name.equals(home) || name.startsWith(home + "/"))) {
                    var text = Files.readString(file, StandardCharsets.ISO_8859_1);
                    canaries.entrySet().stream()
                            .filter(canary -> text.contains(canary.getValue()))
                            .forEach(canary -> found.add(canary.getKey() + " in " + name));
                }
            }
        } catch (IOException | UncheckedIOException changing) {
            // The bus removes files while we look; look again.
            found.add(changing.toString());
        }
        return found;
    }

    /// All that the tests' processes start, and what those start.
    private void watchCommandLines() {
        while (!Thread.currentThread().isInterrupted()) {
            commandLines.addAll(ProcessHandle.current()
                    .descendants()
                    .flatMap(process -> process.info().commandLine().stream())
                    .collect(Collectors.toSet()));
            try {
                Thread.sleep(100);
            } catch (InterruptedException over) {
                return;
            }
        }
    }
}

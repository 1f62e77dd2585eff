package no.dataverket.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.dataverket.server.Api.Reply;

/// A datacenter with simulated hypervisors, an image, and tenants in it.
final class Site {

    static final String DATACENTER = "lab1";
    static final String IMAGE = "tiny";
    static final int MEMORY_MIB = 64;

    /// A public key of which nobody has the other half.
    static final String IMAGE_KEY = """
            -----BEGIN PUBLIC KEY-----
            MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
            -----END PUBLIC KEY-----
            """;

    /// A rack with a server, in the datacenter of the tests.
    static final String INVENTORY = """
            format: dataverket.inventory/v1
            datacenters:
              - name: lab1
                power_feeds: [{name: feed-a}, {name: feed-b}]
                racks: [{name: r1, height: 42, powered_by: [feed-a, feed-b]}]
                devices:
                  - name: server-1
                    type: SERVER
                    rack: r1
                    position: 1
                    serial: SRV0001
                    hypervisor: sim-1
                    ports: [{name: eno1, mac: "02:aa:00:00:00:01"}]
            """;

    private final Path files;
    private final Api api;

    private Site(Path files, Api api) {
        this.files = files;
        this.api = api;
    }

    /// The datacenter, so many hypervisors of 64 vCPUs, the image; and acme/shop/prod with the network `net`,
    /// a /24.
    static Site prepare(RunningServer server, int hypervisors) {
        return prepare(server.state(), server.api(), hypervisors);
    }

    /// @param files where to put the image's files
    static Site prepare(Path files, Api api, int hypervisors) {
        var site = new Site(files, api);
        site.datacenter(DATACENTER);
        for (int i = 1; i <= hypervisors; i++) {
            site.hypervisor(DATACENTER, "sim-" + i, 64, 262_144);
        }
        site.image(DATACENTER, "1");
        site.tenant("acme");
        site.project("acme", "shop", Map.of());
        site.environment("acme", "shop", "prod");
        site.network("shop", "net", Map.of("prefix", "10.20.0.0/24"));
        return site;
    }

    void datacenter(String name) {
        api.post("/v1/operator/datacenters", Map.of("name", name)).expect(201);
    }

    void hypervisor(String datacenter, String name, int vcpus, int memoryMib) {
        api.succeed(api.post(
                "/v1/operator/hypervisors",
                Map.of(
                        "name", name,
                        "datacenter", datacenter,
                        "driver", "simulated",
                        "endpoint", name,
                        "vcpus", vcpus,
                        "memory_mib", memoryMib)));
    }

    /// An image of a few bytes, which the simulation never looks into.
    void image(String datacenter, String version) {
        var source = imageDirectory(files, version).toString();
        var body = Map.of("name", IMAGE, "version", version, "datacenter", datacenter, "source", source);
        api.succeed(api.post("/v1/operator/images", body));
    }

    /// A shape with a disk of one GiB.
    Reply shape(String name, int vcpus, int memoryMib, boolean everyone) {
        var body = Map.of("name", name, "vcpus", vcpus, "memory_mib", memoryMib, "disk_gib", 1, "everyone", everyone);
        return api.post("/v1/operator/shapes", body).expect(201);
    }

    Reply tenant(String name) {
        return api.post("/v1/operator/tenants", Map.of("name", name)).expect(201);
    }

    Reply project(String tenant, String name, Map<String, Object> quotas) {
        return api.post("/v1/projects", Map.of("name", name, "tenant", tenant, "quotas", quotas))
                .expect(201);
    }

    Reply environment(String tenant, String project, String name) {
        return api.post("/v1/environments", Map.of("name", name, "tenant", tenant, "project", project))
                .expect(201);
    }

    /// A network in `prod` of a project; gives its identifier.
    String network(String project, String name, Map<String, Object> more) {
        var body = new LinkedHashMap<String, Object>(
                Map.of("name", name, "project", project, "environment", "prod", "datacenter", DATACENTER));
        body.putAll(more);
        var accepted = api.post("/v1/networks", body);
        api.succeed(accepted);
        return accepted.at("/resource/id");
    }

    /// A token; gives its secret.
    String token(String name, Map<String, Object> more) {
        var body = new LinkedHashMap<String, Object>(Map.of("name", name));
        body.putAll(more);
        return api.post("/v1/tokens", body).expect(201).at("/secret");
    }

    /// The body of a machine in `shop`, on `net`.
    static Map<String, Object> vm(String name) {
        return vm(name, "shop", "net");
    }

    static Map<String, Object> vm(String name, String project, String network) {
        return new LinkedHashMap<>(Map.of(
                "name", name,
                "project", project,
                "environment", "prod",
                "datacenter", DATACENTER,
                "image", IMAGE,
                "vcpus", 1,
                "memory_mib", MEMORY_MIB,
                "networks", List.of(Map.of("network", network))));
    }

    /// The body of a volume of 1 GiB in `prod` of a project.
    static Map<String, Object> volume(String name, String project) {
        return new LinkedHashMap<>(Map.of(
                "name", name, "project", project, "environment", "prod", "datacenter", DATACENTER, "size_gib", 1));
    }

    /// Makes a machine and waits until it runs; gives its identifier.
    String running(String name) {
        var accepted = api.post("/v1/vms", vm(name));
        api.succeed(accepted);
        return accepted.at("/resource/id");
    }

    /// Declares a rack with a server, and sees another one there; gives the identifiers of all that comes of it,
    /// by the names that they have in paths.
    Map<String, String> inventory() {
        var plan = api.post("/v1/operator/inventory/plans", Map.of("document", INVENTORY))
                .expect(201);
        var hash = plan.at("/hash");
        var applied = api.post("/v1/operator/inventory/plans/" + plan.at("/id") + ":apply", Map.of("hash", hash))
                .expect(200);
        var observed = api.post(
                        "/v1/operator/observations",
                        Map.of(
                                "source", "walk",
                                "scope", "rack.lab1.r1",
                                "observed_at", "2026-11-21T10:00:00Z",
                                "complete", true,
                                "subjects",
                                        List.of(Map.of("key", "device.lab1.server-1", "facts", Map.of("serial", "X")))))
                .expect(201);
        var drift = api.list("/v1/operator/drift").getFirst();
        return Map.of(
                "plan",
                plan.at("/id"),
                "hash",
                hash,
                "trust_change",
                applied.at("/trust_change"),
                "observation",
                observed.at("/id"),
                "drift",
                drift.path("id").asString(),
                "rack",
                "r1",
                "device",
                "server-1",
                "resource",
                "rack.lab1.r1");
    }

    /// Deletes every machine that there is, and waits until they are gone.
    void deleteAllVms() {
        var accepted = api.list("/v1/vms").stream()
                .map(vm -> api.delete(
                        "/v1/vms/" + vm.path("id").asString(),
                        "\"g" + vm.path("generation").asLong() + "\""))
                .toList();
        accepted.forEach(api::succeed);
    }

    /// A directory with a version of the image `tiny`, made where it is missing.
    static Path imageDirectory(Path parent, String version) {
        var directory = parent.resolve("image-source-" + version);
        try {
            if (!Files.exists(directory)) {
                Files.createDirectories(directory);
                var disk = "a disk".getBytes(StandardCharsets.UTF_8);
                Files.write(directory.resolve("disk.raw"), disk);
                Files.writeString(directory.resolve("image.json"), """
                        {"name": "tiny", "version": "%s", "os": "none", "architecture": "x86_64", "min_memory_mib": 64,
                         "disk": {"file": "disk.raw", "format": "raw", "sha256": "%s", "size_bytes": %d,
                                  "virtual_size_bytes": %d}}
                        """.formatted(
                                version, sha256(disk), disk.length, disk.length));
            }
            return directory;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}

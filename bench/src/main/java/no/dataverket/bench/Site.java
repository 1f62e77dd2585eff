package no.dataverket.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import no.dataverket.sdk.DataverketClient;
import no.dataverket.sdk.model.DatacenterCreate;
import no.dataverket.sdk.model.EnvironmentCreate;
import no.dataverket.sdk.model.HypervisorCreate;
import no.dataverket.sdk.model.ImageCreate;
import no.dataverket.sdk.model.NetworkAttachment;
import no.dataverket.sdk.model.NetworkCreate;
import no.dataverket.sdk.model.ProjectCreate;
import no.dataverket.sdk.model.TenantCreate;
import no.dataverket.sdk.model.VmCreate;

/// The site that machines are made in: hypervisors, an image, a tenant with its networks.
final class Site {

    static final String DATACENTER = "lab1";

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int WIDE = 20;

    private final DataverketClient client;
    private final Options options;

    Site(DataverketClient client, Options options) {
        this.client = client;
        this.options = options;
    }

    /// Makes all of it.
    ///
    /// @return hypervisors registered a second
    double build(Path directory) {
        client.createDatacenter(DatacenterCreate.of(DATACENTER)).send();
        var image = client.createImage(ImageCreate.of(
                        "blank", "1", DATACENTER, blankImage(directory).toString()))
                .send();
        client.awaitSuccess(image.task().id(), LIMIT);
        long began = System.nanoTime();
        registerHosts();
        double seconds = (System.nanoTime() - began) / 1e9;
        client.createTenant(TenantCreate.of("bench")).send();
        client.createProject(ProjectCreate.of("load").withTenant("bench")).send();
        client.createEnvironment(EnvironmentCreate.of("test", "load").withTenant("bench"))
                .send();
        for (int i = 0; i < options.networks(); i++) {
            var network = NetworkCreate.of(network(i), "load", "test", DATACENTER)
                    .withTenant("bench")
                    .withPrefixLength(WIDE);
            client.awaitSuccess(client.createNetwork(network).send().task().id(), LIMIT);
        }
        return options.hosts() / seconds;
    }

    /// A machine of the smallest size, on one of the networks in turn.
    VmCreate machine(String prefix, int number) {
        var networks = List.of(NetworkAttachment.of(network(number % options.networks())));
        return VmCreate.of(prefix + "-" + number, "load", "test", DATACENTER, "blank", networks)
                .withTenant("bench");
    }

    private void registerHosts() {
        var tasks = new ConcurrentLinkedQueue<String>();
        Crowd.share(options.clients(), options.hosts(), i -> {
            var name = "sim-" + i;
            var accepted = client.createHypervisor(HypervisorCreate.of(name, DATACENTER, "simulated", name))
                    .send();
            tasks.add(accepted.task().id());
        });
        tasks.forEach(task -> client.awaitSuccess(task, LIMIT));
    }

    private static String network(int number) {
        return "net-" + number;
    }

    private static Path blankImage(Path directory) {
        var content = "nothing that anybody boots\n".getBytes(StandardCharsets.UTF_8);
        try {
            Files.createDirectories(directory);
            Files.write(directory.resolve("disk.raw"), content);
            Files.writeString(
                    directory.resolve("image.json"), """
                    {"name": "blank", "version": "1", "os": "none", "architecture": "x86_64", "min_memory_mib": 64,
                     "cmdline": "", "disk": {"file": "disk.raw", "format": "raw", "sha256": "%s", "size_bytes": %d,
                     "virtual_size_bytes": %d}}
                    """.formatted(sha256(content), content.length, content.length));
            return directory;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

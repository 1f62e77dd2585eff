package no.dataverket.maskin.runtime.libvirt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import no.dataverket.maskin.runtime.RuntimeFailure;
import no.dataverket.maskin.runtime.RuntimeFailure.Kind;
import no.dataverket.maskin.runtime.Seed;
import no.dataverket.maskin.runtime.SeedFiles;
import no.dataverket.maskin.runtime.SeedRequest;

/// Seed volumes: ISO 9660 images with the label that NoCloud looks for.
final class SeedVolumes {

    private static final String LABEL = "cidata";
    private static final String PACKAGE = "genisoimage";

    private final VmFiles files;
    private final Duration limit;

    SeedVolumes(VmFiles files, Duration limit) {
        this.files = files;
        this.limit = limit;
    }

    /// Makes or replaces a seed, as [no.dataverket.maskin.runtime.VmRuntime#ensureSeed] says.
    Seed ensure(SeedRequest request) {
        var vm = request.vm();
        var content = SeedFiles.of(request);
        var digest = digest(content);
        if (Files.exists(files.seed(vm)) && digest.equals(writtenDigest(files.seedDigest(vm)))) {
            return new Seed(files.seed(vm), false);
        }
        var directory = files.prepare(vm);
        write(directory, content, files.seed(vm));
        // after the volume: a digest that's missing or old makes the volume be written again
        files.publish(
                files.attempt("write a digest", () -> Files.writeString(directory.resolve("seed.sha256.new"), digest)),
                files.seedDigest(vm));
        return new Seed(files.seed(vm), true);
    }

    private void write(Path directory, SeedFiles content, Path place) {
        var made = directory.resolve("seed.iso.new");
        var metaData = directory.resolve("meta-data");
        var userData = directory.resolve("user-data");
        var networkConfig = directory.resolve("network-config");
        var sources = List.of(metaData, userData, networkConfig);
        try {
            files.attempt("write a seed", () -> {
                Files.writeString(metaData, content.metaData());
                Files.writeString(userData, content.userData());
                return Files.writeString(networkConfig, content.networkConfig());
            });
            HostCommand.run(
                    PACKAGE,
                    limit,
                    List.of(
                            "genisoimage",
                            "-quiet",
                            "-output",
                            made.toString(),
                            "-volid",
                            LABEL,
                            "-joliet",
                            "-rational-rock",
                            metaData.toString(),
                            userData.toString(),
                            networkConfig.toString()));
        } finally {
            files.attempt("delete a seed's sources", () -> {
                for (var source : sources) {
                    Files.deleteIfExists(source);
                }
                return sources;
            });
        }
        files.publish(made, place);
    }

    private String writtenDigest(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new RuntimeFailure(Kind.INTERNAL, file + " can't be read", e);
        }
    }

    private static String digest(SeedFiles content) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            for (var text : List.of(content.metaData(), content.userData(), content.networkConfig())) {
                sha256.update(text.getBytes(StandardCharsets.UTF_8));
                sha256.update((byte) 0);
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

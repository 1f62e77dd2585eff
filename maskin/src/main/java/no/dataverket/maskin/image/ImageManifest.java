package no.dataverket.maskin.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import no.dataverket.contract.Failure;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.ImageProvenance;
import no.dataverket.core.json.Json;
import no.dataverket.maskin.runtime.DiskRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// What `image.json` says of an image version and its files.
///
/// @param cmdline the kernel's command line; empty where the image brings its own boot loader
/// @param virtualSizeBytes size of the disk that the guest sees
/// @param kernel with [#initrd], for guests that the hypervisor boots itself
/// @param provenance where it comes from; null if it doesn't say
public record ImageManifest(
        String name,
        String version,
        String os,
        String architecture,
        @Nullable String defaultUser,
        int minMemoryMib,
        String cmdline,
        DiskRequest.Format format,
        long virtualSizeBytes,
        ImageFile disk,
        @Nullable ImageFile kernel,
        @Nullable ImageFile initrd,
        @Nullable ImageProvenance provenance) {

    /// Name of the manifest in an image directory.
    public static final String FILE = "image.json";

    private static final Pattern PLAIN_NAME = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]{0,127}");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    /// One file of the image, with what its content must be.
    public record ImageFile(String file, String sha256, long sizeBytes) {}

    /// The files, the disk first.
    public List<ImageFile> files() {
        var files = new ArrayList<>(List.of(disk));
        if (kernel != null && initrd != null) {
            files.add(kernel);
            files.add(initrd);
        }
        return files;
    }

    /// SHA-256 of all that a machine gets of the image, hexadecimal: what the files hold, and how they are
    /// booted. It is the same wherever the image is, and another one if anything of that differs.
    String digest() {
        var text = new StringBuilder("architecture " + architecture + "\nformat " + format + "\nvirtual_size_bytes "
                + virtualSizeBytes + "\ncmdline " + cmdline + "\n");
        text.append(line("disk", disk));
        if (kernel != null && initrd != null) {
            text.append(line("kernel", kernel)).append(line("initrd", initrd));
        }
        return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String line(String role, ImageFile file) {
        return role + " " + file.sha256() + " " + file.sizeBytes() + "\n";
    }

    /// Reads the manifest of an image directory.
    ///
    /// @throws Failure `INVALID_REFERENCE` naming the first thing that is wrong
    public static ImageManifest read(Path directory) throws IOException {
        return parse(Files.readString(directory.resolve(FILE)));
    }

    /// Reads a manifest.
    ///
    /// @throws Failure `INVALID_REFERENCE` naming the first thing that is wrong
    static ImageManifest parse(String text) {
        try {
            return Json.read(text, Written.class).checked();
        } catch (JacksonException malformed) {
            throw wrong("is not JSON of the expected form: " + malformed.getOriginalMessage());
        }
    }

    private static Failure wrong(String what) {
        return Failure.of(ProblemCode.INVALID_REFERENCE, FILE + " " + what + ".")
                .hint("Mend the manifest at the source, then register the image again.");
    }

    /// The manifest as it is written: anything may be missing.
    private record Written(
            @Nullable String name,
            @Nullable String version,
            @Nullable String os,
            @Nullable String architecture,
            @Nullable String defaultUser,
            @Nullable Integer minMemoryMib,
            @Nullable String cmdline,
            @Nullable WrittenFile disk,
            @Nullable WrittenFile kernel,
            @Nullable WrittenFile initrd,
            @Nullable WrittenProvenance provenance) {

        ImageManifest checked() {
            var root = required(disk, "disk");
            if ((kernel == null) != (initrd == null)) {
                throw wrong("names a kernel or an initrd without the other");
            }
            var manifest = new ImageManifest(
                    required(name, "name"),
                    required(version, "version"),
                    required(os, "os"),
                    required(architecture, "architecture"),
                    defaultUser,
                    positive(minMemoryMib == null ? 0 : minMemoryMib, "min_memory_mib")
                            .intValue(),
                    cmdline == null ? "" : cmdline,
                    format(required(root.format(), "disk.format")),
                    positive(root.virtualSizeBytes() == null ? 0 : root.virtualSizeBytes(), "disk.virtual_size_bytes"),
                    root.checked("disk"),
                    kernel == null ? null : kernel.checked("kernel"),
                    initrd == null ? null : initrd.checked("initrd"),
                    provenance == null ? null : provenance.checked());
            var names = manifest.files().stream().map(ImageFile::file).toList();
            if (names.stream().distinct().count() < names.size()) {
                throw wrong("names one file twice");
            }
            if (manifest.cmdline().indexOf('\n') >= 0) {
                throw wrong("has a cmdline of several lines");
            }
            return manifest;
        }

        private static DiskRequest.Format format(String text) {
            return switch (text) {
                case "qcow2" -> DiskRequest.Format.QCOW2;
                case "raw" -> DiskRequest.Format.RAW;
                default -> throw wrong("has the disk format " + text + "; qcow2 and raw are known");
            };
        }
    }

    private record WrittenFile(
            @Nullable String file,
            @Nullable String format,
            @Nullable String sha256,
            @Nullable Long sizeBytes,
            @Nullable Long virtualSizeBytes) {

        ImageFile checked(String what) {
            var name = required(file, what + ".file");
            if (!PLAIN_NAME.matcher(name).matches() || name.equals(FILE)) {
                throw wrong(
                        "names the file '" + name + "' for " + what + "; a plain name in the same directory is needed");
            }
            var sum = ImageManifest.sha256(required(sha256, what + ".sha256"), what);
            return new ImageFile(name, sum, positive(sizeBytes == null ? 0 : sizeBytes, what + ".size_bytes"));
        }
    }

    private record WrittenProvenance(
            @Nullable String source,
            @Nullable String builder,
            @Nullable String inputsSha256,
            @Nullable Instant builtAt) {

        ImageProvenance checked() {
            return new ImageProvenance(
                    required(source, "provenance.source"),
                    required(builder, "provenance.builder"),
                    sha256(required(inputsSha256, "provenance.inputs_sha256"), "provenance.inputs_sha256"),
                    required(builtAt, "provenance.built_at"));
        }
    }

    private static String sha256(String text, String name) {
        var sum = text.toLowerCase(Locale.ROOT);
        if (!SHA_256.matcher(sum).matches()) {
            throw wrong("has no SHA-256 of 64 hexadecimal digits for " + name);
        }
        return sum;
    }

    private static <T> T required(@Nullable T value, String name) {
        if (value == null || value.equals("")) {
            throw wrong("lacks " + name);
        }
        return value;
    }

    private static Long positive(long value, String name) {
        if (value <= 0) {
            throw wrong("lacks a positive " + name);
        }
        return value;
    }
}

package no.dataverket.maskin.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import no.dataverket.contract.api.ImageProvenance;
import no.dataverket.core.json.Json;
import no.dataverket.maskin.runtime.DiskRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ImageManifestTest {

    private static final String SUM = "0123456789abcdef".repeat(4);
    private static final String WHOLE = """
            {"name": "debian-12", "version": "20261121", "os": "debian", "architecture": "x86_64",
             "default_user": "debian", "min_memory_mib": 512, "cmdline": "quiet",
             "disk": {"file": "disk.qcow2", "format": "qcow2", "sha256": "SUM", "size_bytes": 7,
                      "virtual_size_bytes": 1048576},
             "kernel": {"file": "vmlinux", "sha256": "SUM", "size_bytes": 8},
             "initrd": {"file": "initrd", "sha256": "SUM", "size_bytes": 9},
             "something_of_a_later_version": true}
            """.replace("SUM", SUM);

    @Test
    void allThatIsWrittenIsRead() {
        var manifest = ImageManifest.parse(WHOLE);
        assertThat(manifest.name()).isEqualTo("debian-12");
        assertThat(manifest.defaultUser()).isEqualTo("debian");
        assertThat(manifest.format()).isEqualTo(DiskRequest.Format.QCOW2);
        assertThat(manifest.virtualSizeBytes()).isEqualTo(1 << 20);
        assertThat(manifest.files().stream().map(ImageManifest.ImageFile::file))
                .containsExactly("disk.qcow2", "vmlinux", "initrd");
    }

    @Test
    void aManifestIsKeptAsItWasRead() {
        var manifest = ImageManifest.parse(WHOLE);
        assertThat(Json.read(Json.write(manifest), ImageManifest.class)).isEqualTo(manifest);
    }

    @Test
    void whereItComesFromIsReadIfItIsSaid() {
        assertThat(ImageManifest.parse(WHOLE).provenance()).isNull();
        var manifest = ImageManifest.parse(from("builder", SUM));
        assertThat(manifest.provenance())
                .isEqualTo(new ImageProvenance("debian", "builder", SUM, Instant.parse("2026-11-21T10:00:00Z")));
        assertThatThrownBy(() -> ImageManifest.parse(from("", SUM))).hasMessageContaining("lacks provenance.builder");
        assertThatThrownBy(() -> ImageManifest.parse(from("builder", "f00")))
                .hasMessageContaining("no SHA-256 of 64 hexadecimal digits for provenance.inputs_sha256");
    }

    @ParameterizedTest
    @CsvSource({"quiet, loud", "x86_64, aarch64", "1048576, 2097152", "size_bytes\": 8, size_bytes\": 10"})
    void theDigestIsOfAllThatAMachineGetsAndOfNothingElse(String text, String by) {
        var digest = ImageManifest.parse(WHOLE).digest();
        assertThat(digest).matches("[0-9a-f]{64}");
        assertThat(ImageManifest.parse(WHOLE.replace(text, by)).digest()).isNotEqualTo(digest);
        assertThat(ImageManifest.parse(from("builder", SUM).replace("20261121\"", "other\""))
                        .digest())
                .isEqualTo(digest);
    }

    private static String from(String builder, String inputs) {
        return WHOLE.replace("\"something_of_a_later_version\": true", """
                "provenance": {"source": "debian", "builder": "%s", "inputs_sha256": "%s",
                               "built_at": "2026-11-21T10:00:00Z"}
                """.formatted(builder, inputs));
    }

    @Test
    void anImageMayBootFromItsDisk() {
        var manifest = ImageManifest.parse(
                WHOLE.replaceAll("\"(kernel|initrd|default_user|cmdline)\": ?(\\{[^}]*}|\"[^\"]*\"),", ""));
        assertThat(manifest.files()).hasSize(1);
        assertThat(manifest.cmdline()).isEmpty();
        assertThat(manifest.defaultUser()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../disk", "a/b", "/etc/shadow", ".hidden", "..", ".", "image.json", "a\\\\b", "vmlinux\\u0000"})
    void aFileIsAPlainNameInTheSameDirectory(String name) {
        assertThatThrownBy(() -> ImageManifest.parse(WHOLE.replace("\"vmlinux\"", "\"" + name + "\"")))
                .hasMessageContaining("INVALID_REFERENCE")
                .hasMessageContaining("a plain name in the same directory is needed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "debian-12"               | ""          | lacks name
                    "version"                 | "ver"       | lacks version
                    "min_memory_mib": 512     | "x": 1      | lacks a positive min_memory_mib
                    "size_bytes": 7           | "x": 1      | lacks a positive disk.size_bytes
                    1048576                   | -1          | lacks a positive disk.virtual_size_bytes
                    "format": "qcow2"         | "format": "vmdk" | has the disk format vmdk
                    "kernel"                  | "colonel"   | names a kernel or an initrd without the other
                    "initrd", "sha256"        | "vmlinux", "sha256" | names one file twice
                    "disk.qcow2", "format": "qcow2", "sha256": "01 | "disk.qcow2", "format": "qcow2", "sha256": "xx | has no SHA-256
                    512                       | "many"      | is not JSON of the expected form
                    {"name"                   | ["name"     | is not JSON of the expected form
                    """, quoteCharacter = '\'')
    void whatIsWrongIsNamed(String text, String by, String why) {
        assertThat(WHOLE).contains(text);
        assertThatThrownBy(() -> ImageManifest.parse(WHOLE.replace(text, by)))
                .hasMessageContaining("INVALID_REFERENCE")
                .hasMessageContaining(why);
    }
}

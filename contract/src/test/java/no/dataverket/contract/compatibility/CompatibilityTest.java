package no.dataverket.contract.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import no.dataverket.contract.ApiVersion;
import no.dataverket.contract.OpenApiDocument;
import org.junit.jupiter.api.Test;

/// Within a major version the API only grows: whoever wrote a client for the last version still has one.
final class CompatibilityTest {

    private static final Path RELEASED = Path.of("released");

    @Test
    void whatWasReleasedIsStillThere() throws IOException {
        var corrections = new TreeSet<>(Files.readAllLines(RELEASED.resolve("corrections.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList());
        var breaks = new TreeSet<>(Breaks.between(Files.readString(last()), OpenApiDocument.emit()));
        var explained = new TreeSet<>(corrections);
        corrections.stream().filter(line -> line.startsWith("*")).forEach(pattern -> {
            if (breaks.removeIf(line -> line.endsWith(pattern.substring(1)))) {
                explained.remove(pattern);
            }
        });
        explained.removeIf(line -> !line.startsWith("*") && breaks.remove(line));

        assertThat(explained).as("corrections that correct nothing").isEmpty();
        assertThat(breaks)
                .as(
                        "What breaks clients of %s. Add beside it instead, and mark the old one deprecated."
                                + " Where only the document was wrong: contract/released/corrections.txt",
                        last())
                .isEmpty();
    }

    @Test
    void theMinorVersionIsAboveThatOfTheLastRelease() {
        assertThat(ApiVersion.CURRENT).startsWith("1.");
        assertThat(minor(ApiVersion.CURRENT)).isEqualTo(minor(version(last())) + 1);
    }

    private static Path last() {
        try (var files = Files.list(RELEASED)) {
            return files.filter(file -> file.getFileName().toString().matches("openapi-1\\.\\d+\\.yaml"))
                    .max(Comparator.comparing(file -> minor(version(file))))
                    .orElseThrow();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String version(Path file) {
        return file.getFileName().toString().replaceAll("openapi-|\\.yaml", "");
    }

    private static int minor(String version) {
        return Integer.parseInt(List.of(version.split("\\.")).get(1));
    }
}

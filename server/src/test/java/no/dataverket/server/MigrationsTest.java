package no.dataverket.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A process of version N works beside one of N+1, which has migrated the schemas already: a migration only adds what
/// an older process need not know. What N+1 no longer needs is removed by N+2, and then said here.
final class MigrationsTest {

    private static final Path PROJECT = Path.of("..");

    /// Written before there was a version to be compatible with.
    private static final List<String> BEFORE_THE_FIRST_VERSION =
            List.of("V0002__lean_outbox.sql", "V0110__chains.sql", "V0110__quotas_by_datacenter_and_usage.sql");

    private static final Pattern NARROWING = Pattern.compile(
            "\\b(drop\\s+(table|column|view|type|schema)|rename\\s+|alter\\s+column\\s+\\w+\\s+(set\\s+data\\s+)?type"
                    + "|set\\s+not\\s+null|truncate|add\\s+column\\s+(?!.*\\bdefault\\b)[^,;]*not\\s+null)",
            Pattern.CASE_INSENSITIVE);

    @Test
    void noMigrationTakesAwayWhatAnOlderProcessKnows() throws IOException {
        var narrowing = migrations().stream()
                .filter(file -> !BEFORE_THE_FIRST_VERSION.contains(name(file)))
                .filter(file -> NARROWING.matcher(RunningServer.text(file)).find())
                .toList();

        assertThat(migrations()).hasSizeGreaterThan(15);
        assertThat(narrowing)
                .as("migrations that only work when every process is stopped")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE vm DROP COLUMN host;",
                "ALTER TABLE vm RENAME COLUMN host TO node;",
                "ALTER TABLE vm ALTER COLUMN vcpus TYPE bigint;",
                "ALTER TABLE vm ALTER COLUMN vcpus SET NOT NULL;",
                "ALTER TABLE vm ADD COLUMN cores int NOT NULL;",
                "DROP TABLE vm;",
            })
    void whatNarrowsIsSeen(String statement) {
        assertThat(NARROWING.matcher(statement).find()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE vm ADD COLUMN cores int NOT NULL DEFAULT 1;",
                "ALTER TABLE vm ADD COLUMN cores int;",
                "CREATE TABLE disk (id uuid NOT NULL);",
                "DROP INDEX vm_host;",
            })
    void whatOnlyAddsIsLeftAlone(String statement) {
        assertThat(NARROWING.matcher(statement).find()).isFalse();
    }

    private static List<Path> migrations() throws IOException {
        try (var files = Files.find(
                PROJECT,
                20,
                (file, is) -> is.isRegularFile()
                        && file.toString().contains("/src/main/resources/")
                        && name(file).matches("V\\d+__.*\\.sql"))) {
            return files.sorted().toList();
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}

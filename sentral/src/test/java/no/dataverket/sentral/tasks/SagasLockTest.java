package no.dataverket.sentral.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.dataverket.contract.api.NeedKind;
import org.junit.jupiter.api.Test;

/// A task ends on the definition that it began with, so a definition never changes: it gets a successor. The
/// lock holds every version that was ever declared, with its hash.
///
/// After adding a version: `mvn -pl sentral -am test -Dtest=SagasLockTest -Ddataverket.lock=write
/// -Dsurefire.failIfNoSpecifiedTests=false`. It adds lines and never changes one.
final class SagasLockTest {

    private static final Path LOCK = Path.of("src/main/resources/no/dataverket/sentral/tasks/sagas.lock");
    private static final boolean WRITE = "write".equals(System.getProperty("dataverket.lock"));

    @Test
    void noDefinitionChangesWithoutANewVersion() throws IOException {
        var declared = declared();
        var locked = locked();
        if (WRITE) {
            declared.forEach(locked::putIfAbsent);
            write(locked);
        }
        for (var entry : declared.entrySet()) {
            assertThat(locked.get(entry.getKey()))
                    .as(entry.getKey() + ": if it is new, add it to the lock as the head of this test says; if it "
                            + "changed, give the changed steps the next version and keep this one registered")
                    .isEqualTo(entry.getValue());
        }
        assertThat(declared.keySet())
                .as("a version is taken out: tasks that began with it would be held; keep it registered")
                .containsAll(locked.keySet());
    }

    @Test
    void whatATaskUnderWayWouldNoticeChangesTheHash() {
        var plain = saga().build(new Declared.Silent());
        var hash = SagaHash.of(plain);
        assertThat(hash).matches("[0-9a-f]{16}").isEqualTo(SagaHash.of(saga().build(new Declared.Silent())));
        var others = List.of(
                saga().soft().build(new Declared.Silent()),
                saga().reconciled().build(new Declared.Silent()),
                saga().reliesOn("one", "state", java.time.Duration.ofSeconds(60))
                        .build(new Declared.Silent()),
                saga().step("three", "third", "nett", Declared::command).build(new Declared.Silent()),
                Saga.of("x.do", 2)
                        .step("one", "first", "nett", Declared::command)
                        .build(new Declared.Silent()));
        assertThat(others.stream().map(SagaHash::of).distinct())
                .hasSize(others.size())
                .doesNotContain(hash);
        assertThat(plain.steps()).allMatch(step -> step.need() == NeedKind.HARD);
    }

    private static Saga.Builder saga() {
        return Saga.of("x.do", 1)
                .step("one", "first", "nett", Declared::command)
                .step("two", "second", "maskin", Declared::command);
    }

    private static Map<String, String> declared() {
        return Declared.sagas()
                .collect(Collectors.toMap(
                        saga -> saga.kind() + " " + saga.version(), SagaHash::of, (one, two) -> one, TreeMap::new));
    }

    private static Map<String, String> locked() throws IOException {
        if (!Files.exists(LOCK)) {
            return new TreeMap<>();
        }
        return lines().collect(Collectors.toMap(
                line -> line.substring(0, line.lastIndexOf(' ')),
                line -> line.substring(line.lastIndexOf(' ') + 1),
                (one, two) -> one,
                TreeMap::new));
    }

    private static Stream<String> lines() throws IOException {
        return Files.readAllLines(LOCK).stream().filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    private static void write(Map<String, String> locked) throws IOException {
        var lines = new ArrayList<String>();
        lines.add("# Every version of every saga: kind, version, hash of its steps. Lines are added, never changed;");
        lines.add("# SagasLockTest says how.");
        locked.forEach((saga, hash) -> lines.add(saga + " " + hash));
        Files.write(LOCK, lines);
    }
}

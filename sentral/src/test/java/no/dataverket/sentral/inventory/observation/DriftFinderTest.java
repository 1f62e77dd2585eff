package no.dataverket.sentral.inventory.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.api.inventory.Drift.DriftKind;
import no.dataverket.contract.api.inventory.Drift.DriftSeverity;
import no.dataverket.contract.api.inventory.Observation;
import no.dataverket.contract.api.inventory.ObservationCreate.ObservedSubject;
import no.dataverket.sentral.inventory.Samples;
import no.dataverket.sentral.inventory.document.DocumentReader;
import no.dataverket.sentral.inventory.element.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DriftFinderTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final String SERVER = "device.osl1.server-1";
    private final SortedMap<String, Element> declared =
            DocumentReader.read(Samples.SITE).elements();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whoSeesExactlyWhatIsDeclaredFindsNothingAndConfirmsAll(long seed) {
        var all = Samples.any(new Random(seed));
        for (var datacenter : all.keySet().stream()
                .filter(key -> key.startsWith("datacenter."))
                .toList()) {
            var inside = all.values().stream()
                    .filter(element -> datacenter.endsWith("." + element.key().datacenter()))
                    .toList();
            var subjects = inside.stream()
                    .map(element -> new ObservedSubject(element.key().toString(), element.fields()))
                    .toList();
            var kinds = inside.stream()
                    .map(element -> element.kind().name())
                    .distinct()
                    .toList();

            var result = DriftFinder.find(all, List.of(seen("walk", datacenter, NOON, kinds, subjects)));

            assertThat(result.findings()).isEmpty();
            assertThat(result.confirmed()).hasSameSizeAs(inside);
        }
    }

    @Test
    void otherValuesMissingPartsAndStrangersAreFound() {
        var result = find(seen(
                "maskin",
                SERVER,
                NOON,
                List.of("DEVICE", "PORT"),
                List.of(
                        subject(SERVER, Map.of("serial", "OTHER", "hostname", "undeclared", "memory_mib", "262000")),
                        subject("port.osl1.server-1.eno1", Map.of("mac", "02:00:00:00:00:02")),
                        subject("port.osl1.server-1.eno9", Map.of("mac", "02:00:00:00:00:99")))));

        assertThat(result.findings())
                .extracting(Finding::subject, Finding::field, Finding::difference, Finding::severity)
                .containsExactly(
                        tuple(SERVER, "serial", DriftKind.DIFFERENT, DriftSeverity.HIGH),
                        tuple("port.osl1.server-1.eno2", "", DriftKind.MISSING, DriftSeverity.MEDIUM),
                        tuple("port.osl1.server-1.eno9", "", DriftKind.EXTRA, DriftSeverity.MEDIUM));
        assertThat(result.confirmed()).containsOnlyKeys("port.osl1.server-1.eno1");
    }

    @Test
    void aKindThatNobodyLookedForIsNotMissing() {
        var result = find(seen("maskin", SERVER, NOON, List.of("DEVICE"), List.of(subject(SERVER, Map.of()))));

        assertThat(result.findings()).isEmpty();
        assertThat(result.confirmed()).containsOnlyKeys(SERVER);
    }

    @Test
    void theNewestWordCountsWhoeverSaysIt() {
        var old = seen(
                "walk",
                "datacenter.osl1",
                NOON,
                List.of("DEVICE"),
                List.of(subject(SERVER, Map.of("serial", "OLD")), subject("device.osl1.sw-1", Map.of())));
        var fresh = seen(
                "maskin",
                SERVER,
                NOON.plusSeconds(1),
                List.of("DEVICE"),
                List.of(subject(SERVER, Map.of("serial", "SRV0001"))));

        assertThat(find(old, fresh).findings())
                .extracting(Finding::subject, Finding::difference)
                .containsExactly(tuple("device.osl1.sw-2", DriftKind.MISSING));
        assertThat(find(fresh, old)).isEqualTo(find(old, fresh));
        var later = seen("walk", "datacenter.osl1", NOON.plusSeconds(2), List.of("DEVICE"), List.of());
        assertThat(find(fresh, later).findings())
                .extracting(Finding::subject)
                .containsExactly(SERVER, "device.osl1.sw-1", "device.osl1.sw-2");
    }

    private DriftFinder.Result find(Observation... observations) {
        return DriftFinder.find(declared, Arrays.asList(observations));
    }

    private static Observation seen(
            String source, String scope, Instant at, List<String> kinds, List<ObservedSubject> subjects) {
        return new Observation(
                Id.next(IdKind.OBSERVATION), source, scope, at, at, true, kinds, subjects.size(), subjects);
    }

    private static ObservedSubject subject(String key, Map<String, String> facts) {
        return new ObservedSubject(key, facts);
    }
}

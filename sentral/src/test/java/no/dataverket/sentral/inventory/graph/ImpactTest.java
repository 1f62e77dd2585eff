package no.dataverket.sentral.inventory.graph;

import static no.dataverket.contract.api.inventory.InventoryImpact.ImpactEffect.LOST;
import static no.dataverket.contract.api.inventory.InventoryImpact.ImpactEffect.REDUCED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import no.dataverket.contract.api.inventory.InventoryImpact.ImpactEffect;
import no.dataverket.sentral.inventory.Samples;
import no.dataverket.sentral.inventory.document.DocumentReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ImpactTest {

    @Test
    void whatStandsInARackGoesWithIt() {
        assertThat(of("rack.osl1.r1"))
                .containsEntry("device.osl1.sw-1", LOST)
                .containsEntry("device.osl1.server-1", LOST)
                .containsEntry("hypervisor.osl1.hv-1", LOST)
                .doesNotContainKeys("rack.osl1.r2", "device.osl1.sw-2");
    }

    @Test
    void oneOfTwoFeedsReducesAndTheOnlyOneTakesAway() {
        assertThat(of("power-feed.osl1.feed-a"))
                .containsEntry("rack.osl1.r1", REDUCED)
                .containsEntry("device.osl1.server-1", REDUCED)
                .containsEntry("hypervisor.osl1.hv-1", REDUCED)
                .containsEntry("rack.osl1.r2", LOST)
                .containsEntry("device.osl1.sw-2", LOST);
        assertThat(of("power-feed.osl1.feed-b"))
                .containsEntry("rack.osl1.r1", REDUCED)
                .doesNotContainKey("rack.osl1.r2");
    }

    @Test
    void aHostThatIsCabledToTwoSwitchesIsReducedByOne() {
        assertThat(of("device.osl1.sw-2"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "device.osl1.sw-2", LOST, "device.osl1.server-1", REDUCED, "hypervisor.osl1.hv-1", REDUCED));
    }

    @Test
    void everythingOfADatacenterGoesWithIt() {
        var elements = DocumentReader.read(Samples.SITE).elements();
        var affected = of("region.nordic");
        elements.forEach((key, element) -> {
            if (!key.startsWith("port.") && !key.startsWith("link.")) {
                assertThat(affected).containsEntry(key, LOST);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void losingMoreNeverHurtsLess(long seed) {
        var elements = Samples.any(new Random(seed));
        for (var element : elements.values()) {
            var own = element.key().toString();
            var lost = Impact.of(elements.values(), own);
            var place = element.edges().stream()
                    .filter(edge ->
                            edge.source().equals(own) && edge.type().name().equals("LOCATED_IN"))
                    .findFirst();
            place.ifPresent(edge -> {
                var wider = Impact.of(elements.values(), edge.target());
                lost.forEach((key, before) -> {
                    assertThat(wider).as(own).containsKey(key);
                    var after = Objects.requireNonNull(wider.get(key));
                    assertThat(after.effect()).isLessThanOrEqualTo(before.effect());
                });
            });
        }
    }

    private static Map<String, ImpactEffect> of(String root) {
        var elements = DocumentReader.read(Samples.SITE).elements();
        var effects = new TreeMap<String, ImpactEffect>();
        Impact.of(elements.values(), root).forEach((key, affected) -> effects.put(key, affected.effect()));
        return effects;
    }
}

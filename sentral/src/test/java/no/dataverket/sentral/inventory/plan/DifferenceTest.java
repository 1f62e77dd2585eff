package no.dataverket.sentral.inventory.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import no.dataverket.contract.api.inventory.InventoryAction;
import no.dataverket.contract.api.inventory.InventoryAction.InventoryVerb;
import no.dataverket.sentral.inventory.Samples;
import no.dataverket.sentral.inventory.document.DocumentReader;
import no.dataverket.sentral.inventory.document.DocumentWriter;
import no.dataverket.sentral.inventory.element.Element;
import no.dataverket.sentral.inventory.element.ElementKind;
import no.dataverket.sentral.inventory.element.ElementRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DifferenceTest {

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsExportedImportsToAnEmptyPlan(long seed) {
        var all = Samples.any(new Random(seed));
        assertThat(ElementRules.check(all)).isEmpty();

        var text = DocumentWriter.write(all.values());
        var read = DocumentReader.read(text);

        assertThat(read.violations()).as(text).isEmpty();
        assertThat(read.elements()).isEqualTo(all);
        var plan = Difference.between(all, read.elements(), read.datacenters(), true);
        assertThat(plan.actions()).isEmpty();
        assertThat(plan.unmentioned()).isEmpty();
        assertThat(plan.unchanged()).isEqualTo(all.size());
        assertThat(DocumentWriter.write(read.elements().values())).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void thePlanLeadsToWhatIsWantedAndASecondOneIsEmpty(long seed) {
        var now = Samples.any(new Random(seed));
        var wanted = Samples.any(new Random(seed + 1000));
        var datacenters = datacenters(wanted);

        var plan = Difference.between(now, wanted, datacenters, true);
        var after = Difference.apply(now, plan.actions());

        wanted.forEach((key, element) -> assertThat(after).containsEntry(key, element));
        after.forEach((key, element) -> {
            if (!wanted.containsKey(key)) {
                assertThat(datacenters)
                        .doesNotContain(String.valueOf(element.key().datacenter()));
            }
        });
        assertThat(Difference.between(after, wanted, datacenters, true).actions())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSameTwoAlwaysGiveTheSamePlan(long seed) {
        var now = Samples.any(new Random(seed));
        var wanted = Samples.any(new Random(seed + 1000));

        var one = Difference.between(now, wanted, datacenters(wanted), true);
        var two = Difference.between(new TreeMap<>(now), new TreeMap<>(wanted), datacenters(wanted), true);

        assertThat(two).isEqualTo(one);
        assertThat(Digest.of("plan 1", two.actions()))
                .isEqualTo(Digest.of("plan 1", one.actions()))
                .isNotEqualTo(Digest.of("plan 2", one.actions()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsNotMentionedStaysUnlessItIsPruned(long seed) {
        var now = Samples.any(new Random(seed));
        var nothing = new TreeMap<String, Element>();

        var kept = Difference.between(now, nothing, datacenters(now), false);
        assertThat(kept.actions()).isEmpty();
        var pruned = Difference.between(now, nothing, datacenters(now), true);
        assertThat(pruned.actions()).hasSameSizeAs(kept.unmentioned());
        var after = Difference.apply(now, pruned.actions());
        assertThat(ElementRules.check(after)).isEmpty();
        assertThat(after.values())
                .allMatch(element -> element.kind() == ElementKind.REGION || element.kind() == ElementKind.DATACENTER);
    }

    @Test
    void deletionsComeLastAndInTheReverseOrderOfCreation() {
        var now = DocumentReader.read(Samples.SITE).elements();
        var creations =
                Difference.between(new TreeMap<>(), now, Set.of("osl1"), false).actions();
        var deletions =
                Difference.between(now, new TreeMap<>(), Set.of("osl1"), true).actions();

        var created = creations.stream().map(InventoryAction::key).toList();
        assertThat(created.indexOf("rack.osl1.r1")).isLessThan(created.indexOf("device.osl1.sw-1"));
        var deleted = deletions.stream().map(InventoryAction::key).toList();
        assertThat(deleted.indexOf("device.osl1.sw-1")).isLessThan(deleted.indexOf("rack.osl1.r1"));
    }

    @Test
    void anActionIsRefusedByAnElementThatIsNotAsItSupposes() {
        var now = DocumentReader.read(Samples.SITE).elements();
        var changed = new TreeMap<>(now);
        var device = Objects.requireNonNull(now.get("device.osl1.sw-1"));
        var fields = new TreeMap<>(device.fields());
        fields.put("serial", "OTHER");
        changed.put("device.osl1.sw-1", new Element(device.key(), fields));
        var actions = Difference.between(now, changed, Set.of("osl1"), false).actions();
        assertThat(actions).singleElement().satisfies(action -> {
            assertThat(action.action()).isEqualTo(InventoryVerb.CHANGE);
            assertThat(action.fields())
                    .singleElement()
                    .satisfies(field -> assertThat(field.sensitive()).isTrue());
        });

        assertThat(Difference.apply(now, actions)).isEqualTo(changed);
        assertThatThrownBy(() -> Difference.apply(changed, actions)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Difference.apply(new TreeMap<>(), actions)).isInstanceOf(IllegalStateException.class);
    }

    private static Set<String> datacenters(SortedMap<String, Element> elements) {
        return elements.values().stream()
                .filter(element -> element.kind() == ElementKind.DATACENTER)
                .map(element -> element.key().name())
                .collect(Collectors.toSet());
    }
}

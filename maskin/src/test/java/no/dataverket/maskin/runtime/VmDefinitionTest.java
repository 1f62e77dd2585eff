package no.dataverket.maskin.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class VmDefinitionTest {

    private final VmDefinition definition = Samples.definition();

    /// Were this to change, each VM of each installation would be taken for changed after an upgrade.
    @Test
    void theHashIsTheSameInEachRelease() {
        assertThat(definition.specHash())
                .isEqualTo("sha256:b6a491bdc8f134abd18486b33d6b7a5bf1f8faa303c86fb01bbf88e80ece9e4a");
    }

    @Test
    void theHashDoesNotDependOnTheRevision() {
        assertThat(definition.withRevision(new Revision(9, 9)).specHash()).isEqualTo(definition.specHash());
    }

    @Test
    void theHashDependsOnEverythingElse() {
        var larger = definition.withHardware(new Hardware("pc-q35-7.2", 2, 2048));
        var lonely = definition.withNics(List.of());
        var retagged = definition.withNics(List.of(
                definition.nics().getFirst().withVlanTag(11), definition.nics().getLast()));

        assertThat(List.of(definition, larger, lonely, retagged).stream()
                        .map(VmDefinition::specHash)
                        .distinct())
                .hasSize(4);
    }

    @Test
    void onlyWhatNeedsAColdStartIsInTheColdHash() {
        var larger = definition.withHardware(new Hardware("pc-q35-7.2", 2, 2048));

        assertThat(definition.withNics(List.of()).coldHash()).isEqualTo(definition.coldHash());
        assertThat(larger.coldHash()).isNotEqualTo(definition.coldHash());
    }

    @Test
    void interfacesAreKeptInOrder() {
        assertThat(definition.withNics(definition.nics().reversed())).isEqualTo(definition);
    }

    @Test
    void interfacesThatClashAreRefused() {
        var first = definition.nics().getFirst();
        var sameMac = new Nic(1, first.mac(), "br-int", 0, 1500, "other");

        assertThatIllegalArgumentException().isThrownBy(() -> definition.withNics(List.of(first, sameMac)));
    }

    @Test
    void namesOfDomainsAndDevicesAreShortAndDiffer() {
        var one = definition.id();
        var other = VmId.parse("019a0000-1111-7222-8333-444455556667");

        assertThat(one.domainName()).isEqualTo("dv-444455556666").isNotEqualTo(other.domainName());
        assertThat(Nic.hostDevice(one, 7)).isEqualTo("dv4455556666-7").hasSizeLessThan(16);
    }

    @Test
    void whatAHypervisorCannotHoldIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Owner.Scope("id", "bell \u0007"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Owner.Scope("id", "half \uD83D"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Nic(0, "53:54:00:00:00:01", "br", 0, 1500, "tap"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Nic(0, "52:54:00:00:00:01", "br", 4095, 1500, "tap"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Nic(0, "52:54:00:00:00:01", "br", 1, 1500, "vnet0"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Hardware("q35 <x>", 1, 256));
    }
}

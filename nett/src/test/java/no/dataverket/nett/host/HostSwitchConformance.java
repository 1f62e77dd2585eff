package no.dataverket.nett.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.nett.address.Prefix;
import no.dataverket.nett.host.HostObservation.ObservedNetwork;
import no.dataverket.nett.host.HostObservation.ObservedPort;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What every [HostSwitch] must keep to, whoever wrote it. A driver's test extends this.
public abstract class HostSwitchConformance {

    private static final String MAC = "52:54:00:0a:0b:0c";

    /// The switch to be tested, bare of networks and ports, and the hands to meddle with it behind its back.
    protected interface Rig {

        HostSwitch host();

        /// Plugs a port in as a hypervisor does.
        void plug(String device, int vlan, @Nullable String mac);

        void unplug(String device);

        /// Takes the gateway of a network away.
        void breakGateway(NetworkIntent network);

        /// Changes the rules by hand.
        void breakPolicy();

        /// Makes it stop answering, or answer again.
        void unreachable(boolean away);
    }

    /// The rig; the same for every test of a class, or a new one.
    protected abstract Rig rig();

    @AfterEach
    void sweep() {
        var host = rig().host();
        host.observe().networks().forEach(network -> host.removeNetwork(network.id()));
        host.observe().ports().forEach(port -> rig().unplug(port.device()));
        host.setPolicy(policy());
    }

    private static NetworkIntent network(int vlan, boolean egress) {
        var prefix = Prefix.parse("10.192." + (vlan - 100) + ".0/24");
        return new NetworkIntent(Id.next(IdKind.NETWORK), vlan, prefix, prefix.gateway(), egress, 1400);
    }

    private static HostPolicy policy(NetworkIntent... networks) {
        return new HostPolicy(List.of(networks), List.of(Prefix.parse("169.254.0.0/16")));
    }

    @Test
    final void aBareHostShowsNothingOfOurs() {
        var seen = rig().host().observe();
        assertThat(seen.networks()).isEmpty();
        assertThat(seen.ports()).isEmpty();
    }

    @Test
    final void aNetworkIsThereAsIntendedHoweverOftenItIsEnsured() {
        var host = rig().host();
        var network = network(100, true);
        host.setPolicy(policy(network));
        for (int i = 0; i < 3; i++) {
            host.ensureNetwork(network);
            assertThat(host.observe().networks()).hasSize(1).first().satisfies(seen -> {
                assertThat(seen.id()).isEqualTo(network.id());
                assertThat(seen.difference(network)).isEmpty();
            });
        }
    }

    @Test
    final void removingANetworkLeavesTheOthers() {
        var host = rig().host();
        var stays = network(100, false);
        var goes = network(101, true);
        host.setPolicy(policy(stays, goes));
        host.ensureNetwork(stays);
        host.ensureNetwork(goes);
        host.removeNetwork(goes.id());
        host.removeNetwork(goes.id());
        assertThat(host.observe().networks()).extracting(ObservedNetwork::id).containsExactly(stays.id());
        assertThat(host.observe().network(stays.id()).orElseThrow().difference(stays))
                .isEmpty();
    }

    @Test
    final void anotherNetworksVlanIsRefusedAndAFreedOneIsNot() {
        var host = rig().host();
        var first = network(100, false);
        var second = network(100, false);
        host.ensureNetwork(first);
        assertThatExceptionOfType(SwitchRefused.class).isThrownBy(() -> host.ensureNetwork(second));
        assertThat(host.observe().networks()).extracting(ObservedNetwork::id).containsExactly(first.id());
        host.removeNetwork(first.id());
        host.ensureNetwork(second);
        assertThat(host.observe().networks()).extracting(ObservedNetwork::id).containsExactly(second.id());
    }

    @Test
    final void aBrokenGatewayShowsAndIsMended() {
        var host = rig().host();
        var network = network(100, false);
        host.ensureNetwork(network);
        rig().breakGateway(network);
        var seen = host.observe().network(network.id());
        assertThat(seen.map(found -> found.difference(network)).orElse("missing"))
                .isNotEmpty();
        host.ensureNetwork(network);
        assertThat(host.observe().network(network.id()).orElseThrow().difference(network))
                .isEmpty();
    }

    @Test
    final void aPolicyIsSeenToBeInForceUntilSomebodyChangesIt() {
        var host = rig().host();
        var none = policy();
        var one = policy(network(100, true));
        host.setPolicy(none);
        assertThat(host.observe().policy()).isEqualTo(none.digest());
        host.setPolicy(one);
        host.setPolicy(one);
        assertThat(host.observe().policy()).isEqualTo(one.digest()).isNotEqualTo(none.digest());
        rig().breakPolicy();
        assertThat(host.observe().policy()).isNull();
        host.setPolicy(one);
        assertThat(host.observe().policy()).isEqualTo(one.digest());
    }

    @Test
    final void aMachinesPortShowsItsNetworkAndIsMovedWhereItBelongs() {
        var host = rig().host();
        rig().plug("dvtconform-0", 100, MAC);
        assertThat(host.observe().ports()).containsExactly(new ObservedPort("dvtconform-0", 100, MAC));
        if (host.capabilities().contains(Capability.RETAG)) {
            host.tagPort("dvtconform-0", 101);
            host.tagPort("dvtnothere-0", 101);
            assertThat(host.observe().ports()).containsExactly(new ObservedPort("dvtconform-0", 101, MAC));
        }
        rig().unplug("dvtconform-0");
        assertThat(host.observe().ports()).isEmpty();
    }

    @Test
    final void whatIsNotOursIsShownAndLeftAlone() {
        var host = rig().host();
        rig().plug("somebody7", 100, null);
        var network = network(100, false);
        host.setPolicy(policy(network));
        host.ensureNetwork(network);
        host.removeNetwork(network.id());
        host.setPolicy(policy());
        assertThat(host.observe().ports()).containsExactly(new ObservedPort("somebody7", 100, null));
        assertThat(host.observe().foreign()).anyMatch(found -> found.contains("somebody7"));
    }

    @Test
    final void aHostThatDoesNotAnswerIsAwayAndNotEmpty() {
        var host = rig().host();
        var network = network(100, false);
        host.ensureNetwork(network);
        rig().unreachable(true);
        try {
            assertThatExceptionOfType(SwitchAway.class).isThrownBy(host::observe);
            assertThatExceptionOfType(SwitchAway.class).isThrownBy(() -> host.ensureNetwork(network));
            assertThatExceptionOfType(SwitchAway.class).isThrownBy(() -> host.removeNetwork(network.id()));
        } finally {
            rig().unreachable(false);
        }
        assertThat(host.observe().network(network.id()).orElseThrow().difference(network))
                .isEmpty();
    }
}

package no.dataverket.nett.openvswitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.nett.address.Prefix;
import no.dataverket.nett.host.HostSwitch;
import no.dataverket.nett.host.HostSwitchConformance;
import no.dataverket.nett.host.NetworkIntent;
import no.dataverket.nett.host.SwitchRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("lab")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OpenVswitchHostLabTest extends HostSwitchConformance {

    private final LabHost lab = LabHost.up(51);
    private final OpenVswitchHost host = lab.openVswitch();

    @BeforeAll
    void addWhatIsNotOurs() {
        lab.run("ovs-vsctl --timeout=5 add-br br-other -- set bridge br-other datapath_type=netdev");
        lab.run("nft add table inet somebody");
        lab.run("nft add chain inet somebody input { type filter hook input priority 10 ; policy accept ; }");
        lab.run("ip link add mgmt0 type veth peer name mgmt1");
        lab.run("ip address add 10.200.0.7/24 dev mgmt0");
        lab.run("ip link set mgmt0 up");
        lab.run("ip link set mgmt1 up");
        lab.run("ip route add 10.201.0.0/25 via 10.200.0.1");
    }

    @AfterAll
    void down() {
        try (lab) {
            assertThat(lab.run("nft list tables")).contains("table inet somebody");
            assertThat(lab.succeeds("ovs-vsctl --timeout=5 br-exists br-other")).isTrue();
            assertThat(lab.run("ip -brief address show dev mgmt0")).contains("10.200.0.7/24");
        }
    }

    @Override
    protected Rig rig() {
        return new Rig() {
            @Override
            public HostSwitch host() {
                return host;
            }

            @Override
            public void plug(String device, int vlan, @Nullable String mac) {
                lab.run("ovs-vsctl --timeout=5 add-port br-int " + device + " tag=" + vlan + " -- set Interface "
                        + device + " type=internal"
                        + (mac == null ? "" : " external_ids:attached-mac=\"" + mac + "\""));
            }

            @Override
            public void unplug(String device) {
                lab.run("ovs-vsctl --timeout=5 del-port br-int " + device);
            }

            @Override
            public void breakGateway(NetworkIntent network) {
                lab.run("ip address flush dev dvg" + network.vlan());
            }

            @Override
            public void breakPolicy() {
                lab.run("nft insert rule inet dataverket through_host accept");
            }

            @Override
            public void unreachable(boolean away) {
                lab.run(
                        away
                                ? "mv /run/openvswitch/db.sock /run/openvswitch/away"
                                : "mv /run/openvswitch/away /run/openvswitch/db.sock");
            }
        };
    }

    private static NetworkIntent network(String prefix) {
        var parsed = Prefix.parse(prefix);
        return new NetworkIntent(Id.next(IdKind.NETWORK), 300, parsed, parsed.gateway(), false, 1450);
    }

    @Test
    void aPrefixThatWouldCutTheHostOffFromItsOwnNetworksIsRefused() {
        for (var prefix : new String[] {"10.200.0.0/24", "10.200.0.0/16", "10.200.0.0/28", "10.201.0.0/24"}) {
            assertThatExceptionOfType(SwitchRefused.class)
                    .as(prefix)
                    .isThrownBy(() -> host.ensureNetwork(network(prefix)))
                    .withMessageContaining("overlaps");
        }
        assertThat(host.observe().networks()).isEmpty();
    }

    @Test
    void aPortOfOursByNameAloneIsNotOurs() {
        lab.run("ovs-vsctl --timeout=5 add-port br-int dvg300 -- set Interface dvg300 type=internal");
        assertThatExceptionOfType(SwitchRefused.class).isThrownBy(() -> host.ensureNetwork(network("10.192.7.0/24")));
        assertThatExceptionOfType(SwitchRefused.class).isThrownBy(() -> host.tagPort("br-int", 100));
        assertThat(host.observe().foreign()).contains("port dvg300", "bridge br-other");
    }

    @Test
    void aGatewayIsMovedWithItsNetworkAndKeepsItsHardwareAddress() {
        var before = network("10.192.8.0/24");
        host.ensureNetwork(before);
        var after = new NetworkIntent(before.id(), 301, before.prefix(), before.gateway(), false, 1400);
        var mac = lab.run("cat /sys/class/net/dvg300/address");
        host.ensureNetwork(after);
        assertThat(lab.run("cat /sys/class/net/dvg301/address")).isEqualTo(mac);
        assertThat(host.observe().network(before.id()).orElseThrow().difference(after))
                .isEmpty();
        assertThat(lab.succeeds("test -e /sys/class/net/dvg300")).isFalse();
    }

    @Test
    void aStoppedSwitchIsNotTakenForAWorkingOne() {
        var network = network("10.192.9.0/24");
        host.ensureNetwork(network);
        lab.run("ip link set dvg300 down");
        assertThat(host.observe().network(network.id()).orElseThrow().difference(network))
                .isNotEmpty();
        host.ensureNetwork(network);
        assertThat(host.observe().network(network.id()).orElseThrow().difference(network))
                .isEmpty();
    }
}

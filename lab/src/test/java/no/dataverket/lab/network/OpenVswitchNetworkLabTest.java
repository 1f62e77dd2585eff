package no.dataverket.lab.network;

import static no.dataverket.core.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.command.Done;
import no.dataverket.contract.command.NettMessages.AttachPorts;
import no.dataverket.contract.command.NettMessages.AttachPorts.WantedInterface;
import no.dataverket.contract.command.NettMessages.DeleteNetwork;
import no.dataverket.contract.command.NettMessages.DetachPorts;
import no.dataverket.contract.command.NettMessages.NetworkCreated;
import no.dataverket.contract.command.NettMessages.Port;
import no.dataverket.contract.command.NettMessages.PortsAttached;
import no.dataverket.core.service.Closing;
import no.dataverket.lab.network.NettBench.Sender;
import no.dataverket.nett.host.HostNetworks;
import no.dataverket.nett.openvswitch.LabHost;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/// The whole way from a command on the bus to packets on a host with Open vSwitch and nftables.
@Tag("lab")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class OpenVswitchNetworkLabTest {

    private static final String OUTSIDE = "198.51.100.2";

    private final Closing closing = new Closing();
    private final LabHost host = closing.add(LabHost.up(52));
    private final NettBench bench = closing.add(new NettBench(HostNetworks.of(host.openVswitch())));
    private final Id hypervisor = Id.next(IdKind.HYPERVISOR);
    private final Id closed = Id.next(IdKind.NETWORK);
    private final Id open = Id.next(IdKind.NETWORK);
    private final List<Id> machines = List.of(Id.next(IdKind.VM), Id.next(IdKind.VM), Id.next(IdKind.VM));
    private final NetworkCreated closedNetwork = bench.create(closed, null, false);
    private final NetworkCreated openNetwork = bench.create(open, null, true);
    private final Port portA = attach(0, closed);
    private final Port portB = attach(1, closed);
    private final Port portC = attach(2, open);
    private final Guest a = closing.add(Guest.plugged(host, "dv52-a", portA));
    private final Guest b = closing.add(Guest.plugged(host, "dv52-b", portB));
    private final Guest c = closing.add(Guest.plugged(host, "dv52-c", portC));
    private final Guest outside = closing.add(Guest.outside(host, "dv52-outside"));

    private Port attach(int machine, Id network) {
        var face = new WantedInterface(0, network, "52:54:00:00:52:0" + machine, null);
        return bench.succeed(
                        Sender.of(1),
                        new AttachPorts(machines.get(machine), hypervisor, List.of(face)),
                        PortsAttached.class)
                .ports()
                .getFirst();
    }

    @BeforeAll
    void serveOnTheHost() {
        var server = host.start("nc -lk 7777");
        closing.add(server::destroy);
        eventually(() -> host.succeeds("nc -z -w 1 127.0.0.1 7777"), Boolean::booleanValue);
    }

    @AfterAll
    void sweep() {
        closing.close();
    }

    @Test
    @Order(1)
    void machinesOfOneNetworkReachEachOther() {
        a.reaches(portB.address());
        b.reaches(portA.address());
        assertThat(a.pings(portB.address())).isTrue();
    }

    @Test
    @Order(2)
    void machinesOfTwoNetworksDoNotReachEachOtherInEitherDirection() {
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThat(a.pings(portC.address())).isFalse();
            assertThat(a.connects(portC.address(), 8080)).isFalse();
            assertThat(c.pings(portA.address())).isFalse();
            assertThat(c.connects(portA.address(), 8080)).isFalse();
        }
        assertThat(a.pings(openNetwork.gateway()))
                .as("another network's gateway")
                .isFalse();
        assertThat(c.pings(closedNetwork.gateway()))
                .as("another network's gateway")
                .isFalse();

        // A machine that gives itself an address of the other network is still on its own wire.
        var stolen = openNetwork.gateway().replaceFirst("\\.1$", ".99");
        a.inside("ip address add " + stolen + "/24 dev eth0");
        assertThat(a.pings(portC.address(), stolen)).isFalse();
        assertThat(c.pings(stolen)).isFalse();
        a.inside("ip address delete " + stolen + "/24 dev eth0");
    }

    @Test
    @Order(3)
    void theHostReachesMachinesAndMachinesOnlyTheirGateway() {
        for (var port : List.of(portA, portB, portC)) {
            eventually(() -> host.succeeds("ping -c 1 -W 1 " + port.address()), Boolean::booleanValue);
            eventually(() -> host.succeeds("nc -z -w 1 " + port.address() + " 8080"), Boolean::booleanValue);
        }
        for (var guest : List.of(a, c)) {
            var own = guest == a ? closedNetwork.gateway() : openNetwork.gateway();
            assertThat(guest.pings(own)).isTrue();
            assertThat(guest.connects(own, 7777)).isFalse();
            assertThat(guest.connects("198.51.100.1", 7777)).isFalse();
            assertThat(guest.pings("198.51.100.1")).isFalse();
        }
    }

    @Test
    @Order(4)
    void aMachineDoesNotReachTheHostThroughItsOwnPort() {
        var port = host.run("cat /sys/class/net/" + portC.device() + "/address").strip();
        c.inside("ip neighbour replace " + openNetwork.gateway() + " lladdr " + port + " dev eth0 nud permanent");
        assertThat(c.pings("198.51.100.1")).isFalse();
        assertThat(c.connects("198.51.100.1", 7777)).isFalse();
        assertThat(c.pings(OUTSIDE)).isFalse();
        c.inside("ip neighbour flush all nud permanent");
        assertThat(c.pings(openNetwork.gateway())).isTrue();
        assertThat(c.inside("ip neighbour show " + openNetwork.gateway())).doesNotContain(port);
    }

    @Test
    @Order(5)
    void onlyANetworkWithEgressReachesTheOutsideAndOnlyUnderTheHostsAddress() {
        c.reaches(OUTSIDE);
        assertThat(a.pings(OUTSIDE)).isFalse();
        assertThat(a.connects(OUTSIDE, 8080)).isFalse();
        assertThat(host.run("cat /proc/sys/net/ipv4/conf/dvg" + closedNetwork.vlan() + "/forwarding"))
                .as("closed even if somebody flushes all rules")
                .startsWith("0");

        c.inside("ip address add " + portA.address() + "/32 dev eth0");
        c.inside("ip address add 192.0.2.7/32 dev eth0");
        assertThat(c.pings(OUTSIDE, portA.address()))
                .as("a source of another network")
                .isFalse();
        assertThat(c.pings(OUTSIDE, "192.0.2.7")).as("a source of no network").isFalse();
        c.inside("ip address delete " + portA.address() + "/32 dev eth0");
        c.inside("ip address delete 192.0.2.7/32 dev eth0");

        // Even if the outside knew the way, it gets in nowhere.
        outside.inside("ip route add 10.0.0.0/8 via 198.51.100.1");
        assertThat(outside.pings(portC.address())).isFalse();
        assertThat(outside.connects(portC.address(), 8080)).isFalse();
        assertThat(outside.pings(portA.address())).isFalse();
        outside.inside("ip route delete 10.0.0.0/8");
        assertThat(c.pings(OUTSIDE)).isTrue();
    }

    @Test
    @Order(6)
    void whatSomebodyTakesApartIsPutTogetherAgain() {
        var gateway = "dvg" + openNetwork.vlan();
        host.run("ovs-vsctl --timeout=5 del-port br-int " + gateway);
        eventually(() -> c.pings(OUTSIDE), Boolean::booleanValue);
        host.run("ip address flush dev " + gateway);
        eventually(() -> c.pings(OUTSIDE), Boolean::booleanValue);
        host.run("nft delete table inet dataverket");
        eventually(() -> c.pings(OUTSIDE), Boolean::booleanValue);
        host.run("nft insert rule inet dataverket through_host accept");
        eventually(() -> host.run("nft list table inet dataverket"), rules -> !rules.contains("\taccept\n"));
        assertThat(a.pings(portC.address())).isFalse();

        host.run("ovs-vsctl --timeout=5 set Port " + portC.device() + " tag=" + closedNetwork.vlan());
        eventually(
                () -> host.run("ovs-vsctl --timeout=5 get Port " + portC.device() + " tag")
                        .strip(),
                String.valueOf(openNetwork.vlan())::equals);
        c.reaches(OUTSIDE);
        a.reaches(portB.address());
    }

    @Test
    @Order(7)
    void theTrafficOfMachinesDoesNotNoticeAPass() {
        var before = host.run("nft --handle list table inet dataverket");
        var port = host.run("ovs-vsctl --timeout=5 get Port dvg" + openNetwork.vlan() + " _uuid");
        var passes = bench.platform.clock().instant().plusSeconds(2);
        eventually(() -> bench.platform.clock().instant(), now -> now.isAfter(passes));
        assertThat(host.run("nft --handle list table inet dataverket")).isEqualTo(before);
        assertThat(host.run("ovs-vsctl --timeout=5 get Port dvg" + openNetwork.vlan() + " _uuid"))
                .isEqualTo(port);
    }

    @Test
    @Order(8)
    void aRemovedNetworkLeavesNothing() {
        for (var machine : machines) {
            bench.succeed(Sender.of(2), new DetachPorts(machine, List.of()), Done.class);
        }
        a.unplug(portA);
        b.unplug(portB);
        c.unplug(portC);
        bench.succeed(Sender.of(2), new DeleteNetwork(closed), Done.class);
        bench.succeed(Sender.of(2), new DeleteNetwork(open), Done.class);
        assertThat(host.run("ovs-vsctl --timeout=5 list-ports br-int")).isBlank();
        assertThat(host.run("nft list table inet dataverket")).doesNotContain("net_", "10.192.");
        assertThat(host.run("ip -brief address show")).doesNotContain("dvg", "10.192.");
        eventually(this::quarantined, number -> number == 0);
        assertThat(bench.contradictions()).isEmpty();
    }

    private long quarantined() {
        return bench.database.call(transaction ->
                transaction.one("SELECT count(*) AS n FROM number WHERE state <> 'FREE'", row -> row.number("n")));
    }

    @Test
    @Order(9)
    void aHostThatLostPowerComesBackWithItsNetworks() {
        var network = Id.next(IdKind.NETWORK);
        var created = bench.create(network, null, true);
        var machine = Id.next(IdKind.VM);
        bench.attach(Sender.of(1), machine, hypervisor, network);
        host.crash();
        var another = Id.next(IdKind.VM);
        var away = bench.send(Sender.of(1), NettBench.attaching(another, hypervisor, network, null));
        assertThat(away.dependency()).isEqualTo("switch on hv52");
        host.boot();
        eventually(
                () -> host.openVswitch().observe().network(network).map(seen -> seen.ready() + " " + seen.gateway()),
                Optional.of("true " + created.gateway() + "/24")::equals);
        assertThat(host.openVswitch().observe().policy()).isNotNull();
        bench.succeed(Sender.of(2), new DetachPorts(machine, List.of()), Done.class);
        bench.succeed(Sender.of(2), new DetachPorts(another, List.of()), Done.class);
        eventually(() -> host.run("ovs-vsctl --timeout=5 list-ports br-int"), String::isBlank);
    }
}

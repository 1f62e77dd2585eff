package no.dataverket.lab.network;

import static no.dataverket.core.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.bus.Envelope;
import no.dataverket.contract.command.Command;
import no.dataverket.contract.command.Done;
import no.dataverket.contract.command.NettMessages.AttachPorts;
import no.dataverket.contract.command.NettMessages.AttachPorts.WantedInterface;
import no.dataverket.contract.command.NettMessages.CreateNetwork;
import no.dataverket.contract.command.NettMessages.DeleteNetwork;
import no.dataverket.contract.command.NettMessages.DetachPorts;
import no.dataverket.contract.command.NettMessages.NetworkCreated;
import no.dataverket.contract.command.NettMessages.PortsAttached;
import no.dataverket.contract.command.StepReport.Outcome;
import no.dataverket.core.json.Json;
import no.dataverket.lab.network.NettBench.Sender;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class NetworkCommandsIntegrationTest {

    private final NettBench bench = new NettBench();
    private final Id hypervisor = Id.next(IdKind.HYPERVISOR);

    @AfterEach
    void booksAreInOrder() {
        assertThat(bench.contradictions()).isEmpty();
    }

    @AfterAll
    void close() throws Exception {
        bench.close();
    }

    private static Id next(IdKind kind) {
        return Id.next(kind);
    }

    @Test
    void aNetworkLivesFromItsCreationToItsDeletion() {
        var network = next(IdKind.NETWORK);
        var vm = next(IdKind.VM);
        var created = bench.create(network, null, true);
        assertThat(created.prefix()).matches("10\\.192\\.\\d+\\.0/24");
        assertThat(created.gateway()).isEqualTo(created.prefix().replace(".0/24", ".1"));
        assertThat(bench.host(hypervisor).observe().network(network)).isEmpty();

        var port = bench.attach(Sender.of(1), vm, hypervisor, network).ports().getFirst();
        assertThat(port.address()).isEqualTo(created.prefix().replace(".0/24", ".2"));
        assertThat(port.gateway()).isEqualTo(created.gateway());
        assertThat(port.nameservers()).containsExactly("192.0.2.53");
        assertThat(port.vlan()).isEqualTo(created.vlan());
        assertThat(port.prefixLength()).isEqualTo(24);
        assertThat(port.mtu()).isEqualTo(1450);
        assertThat(port.bridge()).isEqualTo("br-int");
        assertThat(port.device()).hasSizeLessThanOrEqualTo(15).startsWith("dvt").endsWith("-0");
        var seen = bench.host(hypervisor).observe().network(network).orElseThrow();
        assertThat(seen.vlan()).isEqualTo(created.vlan());
        assertThat(seen.gateway()).isEqualTo(created.gateway() + "/24");

        assertThat(bench.problem(Sender.of(2), new DeleteNetwork(network))).isEqualTo("RESOURCE_IN_USE");
        bench.succeed(Sender.of(2), new DetachPorts(vm, List.of()), Done.class);
        bench.succeed(Sender.of(2), new DeleteNetwork(network), Done.class);
        assertThat(bench.host(hypervisor).observe().network(network)).isEmpty();

        var again = next(IdKind.NETWORK);
        eventually(
                () -> bench.send(Sender.of(1), new CreateNetwork(again, "lab1", created.prefix(), 24, false))
                        .outcome(),
                Outcome.SUCCEEDED::equals);
    }

    @Test
    void aNetworkWithoutEgressLeadsNowhere() {
        var closed = next(IdKind.NETWORK);
        bench.create(closed, "10.30.0.0/24", false);
        var port = bench.attach(Sender.of(1), next(IdKind.VM), hypervisor, closed)
                .ports()
                .getFirst();
        assertThat(port.gateway()).isNull();
        assertThat(port.nameservers()).isEmpty();
        assertThat(port.address()).isEqualTo("10.30.0.2");
    }

    @Test
    void everyCommandMayComeTwiceAndBeCarriedOutTwice() {
        var net = next(IdKind.NETWORK);
        var machine = next(IdKind.VM);
        var creating = Sender.of(1);
        var create = new CreateNetwork(net, "lab1", null, 26, false);
        var first = twice(creating, create);
        // A crash between effect and report: the same step comes as a new execution, of which the inbox knows nothing.
        assertThat(bench.succeed(creating, create, NetworkCreated.class))
                .isEqualTo(Json.convert(first, NetworkCreated.class));

        var attaching = Sender.of(1);
        var attach = NettBench.attaching(machine, hypervisor, net, null);
        var ports = twice(attaching, attach);
        assertThat(bench.succeed(attaching, attach, PortsAttached.class).ports())
                .isEqualTo(Json.convert(ports, PortsAttached.class).ports());

        var detaching = Sender.of(2);
        twice(detaching, new DetachPorts(machine, List.of(0)));
        bench.succeed(detaching, new DetachPorts(machine, List.of(0)), Done.class);

        var deleting = Sender.of(2);
        twice(deleting, new DeleteNetwork(net));
        bench.succeed(deleting, new DeleteNetwork(net), Done.class);
        assertThat(bench.host(hypervisor).observe().network(net)).isEmpty();
    }

    private JsonNode twice(Sender sender, Command command) {
        Envelope envelope = bench.publish(sender, command);
        var report = bench.report(envelope);
        assertThat(report.outcome()).as(report.toString()).isEqualTo(Outcome.SUCCEEDED);
        bench.republish(envelope);
        var reports = eventually(() -> bench.finals(envelope), found -> found.size() == 2);
        assertThat(reports.getLast()).isEqualTo(reports.getFirst());
        return Objects.requireNonNull(report.result());
    }

    @Test
    void aSecondInterfaceLeavesTheFirstAlone() {
        var one = next(IdKind.NETWORK);
        var other = next(IdKind.NETWORK);
        var machine = next(IdKind.VM);
        bench.create(one, null, false);
        bench.create(other, null, true);
        var before =
                bench.attach(Sender.of(1), machine, hypervisor, one).ports().getFirst();
        var both = bench.succeed(
                Sender.of(2),
                new AttachPorts(
                        machine,
                        hypervisor,
                        List.of(
                                new WantedInterface(0, one, "52:54:00:00:00:01", null),
                                new WantedInterface(1, other, "52:54:00:00:00:02", null))),
                PortsAttached.class);
        assertThat(both.ports()).hasSize(2).first().isEqualTo(before);
        bench.succeed(Sender.of(3), new DetachPorts(machine, List.of(1)), Done.class);
        eventually(() -> bench.host(hypervisor).observe().network(other), Optional::isEmpty);
        assertThat(bench.host(hypervisor).observe().network(one)).isPresent();
        var twoAtOnce = NettBench.attaching(machine, hypervisor, other, null);
        assertThat(bench.problem(Sender.of(4), twoAtOnce)).isEqualTo("RESOURCE_IN_USE");
    }

    @Test
    void whatIsWrongIsRefusedByItsName() {
        var net = next(IdKind.NETWORK);
        bench.create(net, "10.40.0.0/29", false);
        assertThat(refusedPrefix("10.40.0.4/30")).isEqualTo("PREFIX_NOT_ALLOWED");
        assertThat(refusedPrefix("10.40.0.0/28")).isEqualTo("PREFIX_OVERLAP");
        assertThat(refusedPrefix("10.41.0.7/24")).isEqualTo("PREFIX_NOT_CANONICAL");
        assertThat(refusedPrefix("8.8.8.0/24")).isEqualTo("PREFIX_NOT_ALLOWED");
        assertThat(refusedPrefix("nonsense")).isEqualTo("PREFIX_NOT_ALLOWED");
        assertThat(refusedPrefix("10.41.0.0/x")).isEqualTo("PREFIX_NOT_ALLOWED");
        assertThat(bench.problem(Sender.of(1), attaching(next(IdKind.NETWORK), null)))
                .isEqualTo("RESOURCE_NOT_FOUND");
        assertThat(bench.problem(Sender.of(1), attaching(net, "10.40.0.1"))).isEqualTo("ADDRESS_IN_USE");
        assertThat(bench.problem(Sender.of(1), attaching(net, "10.40.0.7"))).isEqualTo("ADDRESS_NOT_IN_PREFIX");
        assertThat(bench.problem(Sender.of(1), attaching(net, "10.40.0"))).isEqualTo("ADDRESS_NOT_IN_PREFIX");
        for (int i = 0; i < 5; i++) {
            bench.attach(Sender.of(1), next(IdKind.VM), hypervisor, net);
        }
        assertThat(bench.problem(Sender.of(1), attaching(net, null))).isEqualTo("NETWORK_ADDRESSES_EXHAUSTED");
    }

    private String refusedPrefix(String prefix) {
        return bench.problem(Sender.of(1), new CreateNetwork(next(IdKind.NETWORK), "lab1", prefix, 24, false));
    }

    private AttachPorts attaching(Id net, @Nullable String address) {
        return NettBench.attaching(next(IdKind.VM), hypervisor, net, address);
    }

    @Test
    void whatATaskUndidDoesNotComeBack() {
        var net = next(IdKind.NETWORK);
        var machine = next(IdKind.VM);
        var task = Sender.of(1);
        // The undo overtakes the command that it undoes.
        assertThat(bench.succeed(task, new DeleteNetwork(net), Done.class).note())
                .isEqualTo("was not there");
        assertThat(bench.problem(task, new CreateNetwork(net, "lab1", null, 24, false)))
                .isEqualTo("STALE_WRITER");

        var other = next(IdKind.NETWORK);
        bench.create(other, null, false);
        var attaching = Sender.of(5);
        bench.attach(attaching, machine, hypervisor, other);
        bench.succeed(attaching, new DetachPorts(machine, List.of()), Done.class);
        assertThat(bench.problem(attaching, NettBench.attaching(machine, hypervisor, other, null)))
                .isEqualTo("STALE_WRITER");
        assertThat(bench.problem(Sender.of(4), NettBench.attaching(machine, hypervisor, other, null)))
                .isEqualTo("STALE_WRITER");
        bench.attach(Sender.of(6), machine, hypervisor, other);
        assertThat(bench.problem(attaching, new DetachPorts(machine, List.of())))
                .isEqualTo("STALE_WRITER");
    }

    @Test
    void aMachineThatIsPlacedAnewKeepsItsAddressAndLeavesTheOldHost() {
        var net = next(IdKind.NETWORK);
        var machine = next(IdKind.VM);
        var other = next(IdKind.HYPERVISOR);
        bench.create(net, null, false);
        var before = bench.attach(Sender.of(1), machine, hypervisor, net);
        var after = bench.attach(Sender.of(2), machine, other, net);
        assertThat(after.ports()).isEqualTo(before.ports());
        assertThat(bench.host(other).observe().network(net)).isPresent();
        eventually(() -> bench.host(hypervisor).observe().network(net), Optional::isEmpty);
    }

    @Test
    void aMachineThatIsAttachedAgainGetsTheAddressThatItHad() {
        var net = next(IdKind.NETWORK);
        var machine = next(IdKind.VM);
        bench.create(net, null, false);
        var before =
                bench.attach(Sender.of(1), machine, hypervisor, net).ports().getFirst();
        var host = bench.host(hypervisor);
        host.plug(before.device(), before.vlan(), before.mac());
        bench.succeed(Sender.of(2), new DetachPorts(machine, List.of()), Done.class);
        bench.attach(Sender.of(1), next(IdKind.VM), hypervisor, net);
        var again = bench.attach(Sender.of(3), machine, hypervisor, net).ports().getFirst();
        assertThat(again).isEqualTo(before);
    }

    @Test
    void manyMachinesAtOnceGetAnAddressEach() {
        var net = next(IdKind.NETWORK);
        bench.create(net, null, false);
        var sent = new ArrayList<Envelope>();
        for (int i = 0; i < 64; i++) {
            sent.add(bench.publish(Sender.of(1), attaching(net, null)));
        }
        var addresses = sent.stream()
                .map(bench::report)
                .map(report -> Json.convert(Objects.requireNonNull(report.result()), PortsAttached.class))
                .map(attached -> attached.ports().getFirst().address())
                .toList();
        assertThat(addresses).hasSize(64).doesNotHaveDuplicates();
    }
}

package no.dataverket.lab.network;

import static no.dataverket.core.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.command.Done;
import no.dataverket.contract.command.NettMessages.CreateNetwork;
import no.dataverket.contract.command.NettMessages.DeleteNetwork;
import no.dataverket.contract.command.NettMessages.DetachPorts;
import no.dataverket.contract.command.NettMessages.PortsAttached;
import no.dataverket.contract.command.StepReport;
import no.dataverket.contract.command.StepReport.Outcome;
import no.dataverket.core.json.Json;
import no.dataverket.lab.network.NettBench.Sender;
import no.dataverket.nett.address.Prefix;
import no.dataverket.nett.host.HostObservation.ObservedNetwork;
import no.dataverket.nett.host.HostObservation.ObservedPort;
import no.dataverket.nett.host.NetworkIntent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class NetworkReconcilerIntegrationTest {

    private final NettBench bench = new NettBench();

    @AfterEach
    void booksAreInOrder() {
        assertThat(bench.contradictions()).isEmpty();
    }

    @AfterAll
    void close() throws Exception {
        bench.close();
    }

    private static Id hypervisor() {
        return Id.next(IdKind.HYPERVISOR);
    }

    private Id network() {
        var network = Id.next(IdKind.NETWORK);
        bench.create(network, null, false);
        return network;
    }

    @Test
    void whatSomebodyBrokeIsRepairedAndSaidOnce() {
        var hypervisor = hypervisor();
        var network = network();
        var vm = Id.next(IdKind.VM);
        var port = bench.attach(Sender.of(1), vm, hypervisor, network).ports().getFirst();
        var host = bench.host(hypervisor);
        host.plug(port.device(), port.vlan(), port.mac());
        eventually(() -> last(network).hypervisors(), List.of(hypervisor)::equals);

        host.lose(network);
        eventually(() -> host.observe().network(network).map(ObservedNetwork::ready), Optional.of(true)::equals);
        eventually(
                () -> bench.observations(network),
                said -> said.stream()
                        .anyMatch(observed -> observed.drift().contains("gateway")
                                && observed.action().equals("repaired")));
        eventually(() -> last(network).drift(), String::isEmpty);

        host.losePolicy();
        eventually(() -> last(network).drift(), drift -> drift.contains("rules"));
        assertThat(host.observe().policy()).isNotNull();

        host.plug(port.device(), port.vlan() + 1, port.mac());
        eventually(() -> host.observe().port(port.device()).map(ObservedPort::vlan), Optional.of(port.vlan())::equals);

        eventually(() -> last(network).drift(), drift -> drift.contains("another VLAN"));
        eventually(() -> last(network).drift(), String::isEmpty);
        int said = bench.observations(network).size();
        int calls = host.calls().size();
        eventually(() -> host.calls().size(), now -> now > calls + 5);
        assertThat(bench.observations(network))
                .as("nothing changed, nothing is said")
                .hasSize(said);
        assertThat(host.calls().subList(calls, host.calls().size())).containsOnly("observe");
    }

    private no.dataverket.contract.command.NettMessages.NetworkObserved last(Id network) {
        return eventually(() -> bench.observations(network), said -> !said.isEmpty())
                .getLast();
    }

    @Test
    void aCommandToAHostThatIsAwayIsBlockedAndGoesOnLater() {
        var hypervisor = hypervisor();
        var network = network();
        var vm = Id.next(IdKind.VM);
        bench.host(hypervisor).unreachable(true);
        var sender = Sender.of(1);
        var attach = NettBench.attaching(vm, hypervisor, network, null);
        var blocked = bench.send(sender, attach);
        assertThat(blocked.outcome()).isEqualTo(Outcome.BLOCKED);
        assertThat(blocked.dependency()).isEqualTo("switch on " + hypervisor);
        eventually(() -> last(network).drift(), drift -> drift.contains("can't be asked"));

        bench.host(hypervisor).unreachable(false);
        var port = bench.attach(sender, vm, hypervisor, network).ports().getFirst();
        assertThat(bench.host(hypervisor).observe().network(network)).isPresent();

        bench.host(hypervisor).plug(port.device(), port.vlan(), port.mac());
        bench.host(hypervisor).unreachable(true);
        bench.succeed(Sender.of(2), new DetachPorts(vm, List.of()), Done.class);
        var deleting = Sender.of(2);
        assertThat(bench.send(deleting, new DeleteNetwork(network)).outcome()).isEqualTo(Outcome.BLOCKED);
        bench.host(hypervisor).unplug(port.device());
        bench.host(hypervisor).unreachable(false);
        bench.succeed(deleting, new DeleteNetwork(network), Done.class);
        assertThat(bench.host(hypervisor).observe().networks()).isEmpty();
    }

    @Test
    void aFailureAtAnyPointOfAttachingLeavesNothingThatAnotherTryDoesNotMend() {
        for (int failAt = 1; failAt <= 4; failAt++) {
            var hypervisor = hypervisor();
            var network = network();
            var sender = Sender.of(1);
            var attach = NettBench.attaching(Id.next(IdKind.VM), hypervisor, network, null);
            bench.host(hypervisor).failNext(failAt);
            StepReport report = bench.send(sender, attach);
            for (int attempt = 0; report.outcome() != Outcome.SUCCEEDED && attempt < 6; attempt++) {
                assertThat(report.outcome()).isEqualTo(Outcome.BLOCKED);
                report = bench.send(sender, attach);
            }
            var attached = Json.convert(Objects.requireNonNull(report.result()), PortsAttached.class);
            assertThat(attached.ports().getFirst().address()).endsWith(".2");
        }
    }

    @Test
    void numbersAreNotGivenAgainBeforeTheHostWasSeenWithoutThem() {
        var hypervisor = hypervisor();
        var network = Id.next(IdKind.NETWORK);
        var created = bench.create(network, "10.50.0.0/24", false);
        var vm = Id.next(IdKind.VM);
        var port = bench.attach(Sender.of(1), vm, hypervisor, network).ports().getFirst();
        bench.host(hypervisor).plug(port.device(), port.vlan(), port.mac());
        bench.succeed(Sender.of(2), new DetachPorts(vm, List.of()), Done.class);
        assertThat(bench.problem(
                        Sender.of(1), NettBench.attaching(Id.next(IdKind.VM), hypervisor, network, "10.50.0.2")))
                .isEqualTo("ADDRESS_IN_USE");
        // The machine's port is still plugged in: the network may be gone for its owner, its numbers are not.
        bench.succeed(Sender.of(2), new DeleteNetwork(network), Done.class);
        int rounds = bench.host(hypervisor).calls().size();
        eventually(() -> bench.host(hypervisor).calls().size(), now -> now > rounds + 5);
        assertThat(numberState(created.vlan())).isEqualTo("QUARANTINED");
        assertThat(bench.problem(
                        Sender.of(1), new CreateNetwork(Id.next(IdKind.NETWORK), "lab1", "10.50.0.0/24", 24, false)))
                .isEqualTo("PREFIX_OVERLAP");

        bench.host(hypervisor).unplug(port.device());
        eventually(() -> numberState(created.vlan()), "FREE"::equals);
        eventually(() -> prefixes("10.50.0.0/24"), number -> number == 0);
        bench.create(Id.next(IdKind.NETWORK), "10.50.0.0/24", false);
    }

    private long prefixes(String prefix) {
        return bench.database.call(transaction -> transaction.one(
                "SELECT count(*) AS n FROM prefix WHERE prefix = ?::cidr", row -> row.number("n"), prefix));
    }

    private String numberState(int vlan) {
        return bench.database.call(transaction ->
                transaction.one("SELECT state FROM number WHERE value = ?", row -> row.text("state"), vlan));
    }

    @Test
    void eachOfManyHostsIsHeldToItsOwnNetworks() {
        var here = hypervisor();
        var both = hypervisor();
        var there = hypervisor();
        var one = network();
        var other = network();
        attach(here, one);
        attach(both, one);
        attach(both, other);
        attach(there, other);
        eventually(() -> Set.copyOf(last(one).hypervisors()), Set.of(here, both)::equals);
        eventually(() -> Set.copyOf(last(other).hypervisors()), Set.of(both, there)::equals);

        bench.host(both).lose(other);
        int calls = bench.host(there).calls().size();
        eventually(
                () -> bench.host(both).observe().network(other).map(ObservedNetwork::ready), Optional.of(true)::equals);
        eventually(() -> bench.host(there).calls().size(), now -> now > calls + 3);
        for (var untouched : List.of(here, there)) {
            assertThat(bench.host(untouched).observe().networks()).hasSize(1);
        }
        assertThat(bench.host(there).calls().subList(calls, calls + 3)).containsOnly("observe");
        assertThat(bench.host(both).observe().networks()).hasSize(2);
    }

    private void attach(Id hypervisor, Id network) {
        var port = bench.attach(Sender.of(1), Id.next(IdKind.VM), hypervisor, network)
                .ports()
                .getFirst();
        bench.host(hypervisor).plug(port.device(), port.vlan(), port.mac());
    }

    @Test
    void whatIsNotOursIsLeftAlone() {
        var hypervisor = hypervisor();
        var host = bench.host(hypervisor);
        var unknown = Id.next(IdKind.NETWORK);
        var prefix = Prefix.parse("10.60.0.0/24");
        host.ensureNetwork(new NetworkIntent(unknown, 4001, prefix, prefix.gateway(), false, 1450));
        host.plug("eth7", 4001, null);
        var network = network();
        var vm = Id.next(IdKind.VM);
        bench.attach(Sender.of(1), vm, hypervisor, network);
        bench.succeed(Sender.of(2), new DetachPorts(vm, List.of()), Done.class);
        eventually(() -> host.observe().network(network), Optional::isEmpty);
        assertThat(host.observe().network(unknown)).isPresent();
        assertThat(host.observe().port("eth7")).isPresent();
    }

    @Test
    void aRestartChangesNothingOnTheHosts() throws Exception {
        var hypervisor = hypervisor();
        var network = network();
        bench.attach(Sender.of(1), Id.next(IdKind.VM), hypervisor, network);
        eventually(() -> last(network).drift(), String::isEmpty);
        var host = bench.host(hypervisor);
        int before = host.calls().size();
        bench.restart();
        eventually(() -> host.calls().size(), now -> now > before + 3);
        assertThat(host.calls().subList(before, host.calls().size())).containsOnly("observe");
    }
}

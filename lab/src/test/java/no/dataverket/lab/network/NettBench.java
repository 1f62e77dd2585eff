package no.dataverket.lab.network;

import static no.dataverket.core.testing.Eventually.eventually;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.bus.Envelope;
import no.dataverket.contract.bus.Subjects;
import no.dataverket.contract.command.Command;
import no.dataverket.contract.command.NettMessages.AttachPorts;
import no.dataverket.contract.command.NettMessages.AttachPorts.WantedInterface;
import no.dataverket.contract.command.NettMessages.CreateNetwork;
import no.dataverket.contract.command.NettMessages.NetworkCreated;
import no.dataverket.contract.command.NettMessages.NetworkObserved;
import no.dataverket.contract.command.NettMessages.PortsAttached;
import no.dataverket.contract.command.StepReport;
import no.dataverket.contract.command.StepReport.Outcome;
import no.dataverket.core.bus.Bus;
import no.dataverket.core.bus.Envelopes;
import no.dataverket.core.bus.Origin;
import no.dataverket.core.db.Database;
import no.dataverket.core.json.Json;
import no.dataverket.core.testing.TestPlatform;
import no.dataverket.nett.Nett;
import no.dataverket.nett.NettSettings;
import no.dataverket.nett.address.Prefix;
import no.dataverket.nett.host.HostNetworks;
import no.dataverket.nett.ipam.Checker;
import no.dataverket.nett.ipam.IpamSettings;
import no.dataverket.nett.network.NetworkSettings;
import no.dataverket.nett.network.OwnershipChecker;
import org.jspecify.annotations.Nullable;

/// Nett on a platform and a simulated site of its own, and somebody who sends it commands.
final class NettBench implements AutoCloseable {

    final TestPlatform platform = new TestPlatform();
    final Database database;
    private final HostNetworks hosts;
    private final NettSettings settings;
    private final Bus bus = platform.bus("test");
    private final List<Envelope> reports = Collections.synchronizedList(new ArrayList<>());
    private final List<NetworkObserved> observations = Collections.synchronizedList(new ArrayList<>());
    private AutoCloseable nett;

    /// Who sends a command: a task at a generation of its resource.
    record Sender(Id task, long generation) {
        static Sender of(long generation) {
            return new Sender(Id.next(IdKind.TASK), generation);
        }
    }

    NettBench() {
        this(new SimulatedHostNetworks());
    }

    /// @param hosts the switches, where they are not simulated ones
    NettBench(HostNetworks hosts) {
        this.hosts = hosts;
        settings = new NettSettings(
                new IpamSettings(Prefix.parse("10.192.0.0/16"), 100, 4000),
                NetworkSettings.defaults()
                        .withNameservers(List.of("192.0.2.53"))
                        .withTimes(Duration.ZERO, Duration.ZERO, Duration.ofMillis(200)));
        nett = new Nett(hosts, settings).start(platform);
        database = platform.database("nett", List.of("nett"));
        bus.consume(Bus.EVENTS, "test", Subjects.ALL_EVENTS, Duration.ofSeconds(30), message -> {
            var envelope = Json.read(message.getData(), Envelope.class);
            if (message.getSubject().equals(Subjects.STEP_REPORT)) {
                reports.add(envelope);
            } else {
                observations.add(Json.convert(envelope.data(), NetworkObserved.class));
            }
            message.ack();
        });
    }

    /// Stops the service and starts it again.
    void restart() throws Exception {
        nett.close();
        nett = new Nett(hosts, settings).start(platform);
    }

    SimulatedHostSwitch host(Id hypervisor) {
        return (SimulatedHostSwitch) hosts.of(hypervisor);
    }

    /// Sends a command as a new execution and waits for its final report.
    StepReport send(Sender sender, Command command) {
        return report(publish(sender, command));
    }

    <T> T succeed(Sender sender, Command command, Class<T> result) {
        var report = send(sender, command);
        if (report.outcome() != Outcome.SUCCEEDED) {
            throw new AssertionError(report.toString());
        }
        return Json.convert(Objects.requireNonNull(report.result()), result);
    }

    /// The code of the problem with which a command ends.
    String problem(Sender sender, Command command) {
        return Objects.requireNonNull(send(sender, command).problem()).code();
    }

    NetworkCreated create(Id network, @Nullable String prefix, boolean egress) {
        return succeed(Sender.of(1), new CreateNetwork(network, "lab1", prefix, 24, egress), NetworkCreated.class);
    }

    PortsAttached attach(Sender sender, Id vm, Id hypervisor, Id network) {
        return succeed(sender, attaching(vm, hypervisor, network, null), PortsAttached.class);
    }

    static AttachPorts attaching(Id vm, Id hypervisor, Id network, @Nullable String address) {
        return new AttachPorts(vm, hypervisor, List.of(new WantedInterface(0, network, "52:54:00:00:00:01", address)));
    }

    Envelope publish(Sender sender, Command command) {
        var message = Command.message(command.getClass());
        var origin = new Origin(
                "test",
                "0123456789abcdef0123456789abcdef",
                null,
                null,
                null,
                null,
                "lab1",
                sender.task(),
                "step",
                sender.generation(),
                1L,
                null,
                null);
        var envelope =
                Envelopes.seal("/test", Subjects.command(message.service(), message.name()), null, origin, command);
        bus.publish(envelope.type(), envelope.id(), Json.bytes(envelope)).join();
        return envelope;
    }

    /// Delivers the same execution once more.
    void republish(Envelope envelope) {
        bus.publish(envelope.type(), envelope.id() + ":again", Json.bytes(envelope))
                .join();
    }

    StepReport report(Envelope command) {
        return eventually(() -> finals(command), found -> !found.isEmpty()).getFirst();
    }

    List<StepReport> finals(Envelope command) {
        return List.copyOf(reports).stream()
                .filter(envelope -> command.id().equals(envelope.causationid()))
                .map(envelope -> Json.convert(envelope.data(), StepReport.class))
                .filter(report -> report.outcome() != Outcome.PROGRESS)
                .toList();
    }

    List<NetworkObserved> observations(Id network) {
        return List.copyOf(observations).stream()
                .filter(observed -> observed.network().equals(network))
                .toList();
    }

    /// What contradicts itself in the books.
    List<String> contradictions() {
        var findings = new ArrayList<>(new Checker(database).findings());
        findings.addAll(new OwnershipChecker(database).findings());
        return findings;
    }

    @Override
    public void close() throws Exception {
        nett.close();
        bus.close();
        database.close();
        platform.close();
    }
}

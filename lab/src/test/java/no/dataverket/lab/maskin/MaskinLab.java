package no.dataverket.lab.maskin;

import static no.dataverket.core.testing.Eventually.eventually;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.api.VmGuest;
import no.dataverket.contract.bus.Envelope;
import no.dataverket.contract.bus.Subjects;
import no.dataverket.contract.command.Command;
import no.dataverket.contract.command.MaskinMessages.GuestObserved;
import no.dataverket.contract.command.MaskinMessages.HostObserved;
import no.dataverket.contract.command.MaskinMessages.RegisterHost;
import no.dataverket.contract.command.MaskinMessages.VmObserved;
import no.dataverket.contract.command.StepReport;
import no.dataverket.contract.command.StepReport.Outcome;
import no.dataverket.core.bus.Bus;
import no.dataverket.core.bus.Envelopes;
import no.dataverket.core.bus.Origin;
import no.dataverket.core.db.Database;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.json.Json;
import no.dataverket.core.testing.RealServers;
import no.dataverket.core.testing.TestPlatform;
import no.dataverket.lab.hypervisor.HostSize;
import no.dataverket.lab.hypervisor.SimulatedHypervisors;
import no.dataverket.lab.hypervisor.SimulatedRuntime;
import no.dataverket.maskin.Maskin;
import no.dataverket.maskin.host.HostAddress;
import no.dataverket.maskin.host.RuntimeDrivers;
import no.dataverket.maskin.runtime.VmId;
import no.dataverket.maskin.runtime.VmRuntime;
import no.dataverket.maskin.vm.Pace;

/// A site with Maskin alone: the test is Sentral. Commands go over the bus, reports and facts come back over
/// it.
final class MaskinLab implements AutoCloseable {

    static final String DATACENTER = "lab1";

    /// Quick enough for tests: what takes minutes on a site takes moments.
    static final Pace QUICK = new Pace(
                    Duration.ofMillis(200),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(1),
                    5,
                    List.of(Duration.ofMillis(1)))
            .lostAfter(Duration.ofMillis(300));

    final TestPlatform platform = new TestPlatform();
    final Path store = RealServers.directory("images");
    final Path volumes = RealServers.directory("volumes");
    final Path backups = RealServers.directory("backups");
    final SimulatedHypervisors hypervisors;
    final Maskin maskin;
    final Database database;

    private final Bus bus = platform.bus("sentral");
    private final Map<String, List<StepReport>> reports = new ConcurrentHashMap<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<Envelope> facts = new CopyOnWriteArrayList<>();
    private AutoCloseable running;

    /// A task that is under way: its commands carry its id, and a lease.
    record Task(Id id, long generation, long epoch) {

        static Task of(long generation) {
            return new Task(Id.next(IdKind.TASK), generation, 2);
        }

        Task undoing() {
            return new Task(id, generation, epoch + 1);
        }
    }

    MaskinLab(List<String> hosts, HostSize size) {
        this(hosts, size, QUICK);
    }

    MaskinLab(List<String> hosts, HostSize size, Pace pace) {
        hypervisors = SimulatedHypervisors.inMemory(hosts, size, 7);
        maskin = new Maskin(new RuntimeDrivers(Map.of("simulated", this::open)), store, volumes, backups, pace);
        bus.ensureStreams();
        bus.consume(Bus.EVENTS, "test", Subjects.ALL_EVENTS, Duration.ofSeconds(30), message -> {
            var envelope = Json.read(message.getData(), Envelope.class);
            if (envelope.type().equals(Subjects.STEP_REPORT)) {
                var report = Json.convert(envelope.data(), StepReport.class);
                reports.computeIfAbsent(report.execution(), execution -> new CopyOnWriteArrayList<>())
                        .add(report);
            } else {
                facts.add(envelope);
            }
            said.add(new String(message.getData(), StandardCharsets.UTF_8));
            message.ack();
        });
        running = maskin.start(platform);
        database = platform.database("maskin", List.of("maskin"));
    }

    /// Stops the service and starts it again. Hosts run on.
    void restart() {
        stop();
        start();
    }

    void stop() {
        try {
            running.close();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    void start() {
        running = maskin.start(platform);
    }

    /// Puts a host into service under the name that its hypervisor has.
    Id register(String host) {
        var id = Id.next(IdKind.HYPERVISOR);
        succeed(Task.of(1), registration(id, host));
        return id;
    }

    /// Puts a host into service that sees the disks of the others.
    Id registerSharing(String host) {
        var id = Id.next(IdKind.HYPERVISOR);
        succeed(
                Task.of(1),
                new RegisterHost(id, host, DATACENTER, "simulated", "sim:" + host, null, null, null, null, "nfs-1"));
        return id;
    }

    static RegisterHost registration(Id id, String host) {
        return new RegisterHost(id, host, DATACENTER, "simulated", "sim:" + host, null, null);
    }

    /// Sends a command and waits for its report.
    StepReport send(Task task, Command command) {
        return report(publish(task, command));
    }

    /// Sends a command that must succeed.
    StepReport succeed(Task task, Command command) {
        var report = send(task, command);
        if (report.outcome() != Outcome.SUCCEEDED) {
            throw new AssertionError(command.getClass().getSimpleName() + ": " + report);
        }
        return report;
    }

    /// Sends a command twice, as two executions of one step: both must succeed with the same result.
    void succeedTwice(Task task, Command command) {
        succeed(task, command);
        succeed(task, command);
    }

    Envelope publish(Task task, Command command) {
        var envelope = seal(task, command);
        bus.publish(envelope.type(), envelope.id(), Json.bytes(envelope)).join();
        return envelope;
    }

    Envelope seal(Task task, Command command) {
        var message = Command.message(command.getClass());
        var origin = new Origin(
                "test",
                "0123456789abcdef0123456789abcdef",
                null,
                null,
                null,
                null,
                DATACENTER,
                task.id(),
                message.name(),
                task.generation(),
                task.epoch(),
                null,
                null);
        return Envelopes.seal(bus.source(), Subjects.command(message.service(), message.name()), null, origin, command);
    }

    StepReport report(Envelope command) {
        return eventually(() -> reportsOf(command), found -> !found.isEmpty()).getFirst();
    }

    /// What was reported of a command, but for its progress.
    List<StepReport> reportsOf(Envelope command) {
        return allReportsOf(command).stream()
                .filter(report -> report.outcome() != Outcome.PROGRESS)
                .toList();
    }

    List<StepReport> allReportsOf(Envelope command) {
        return List.copyOf(reports.getOrDefault(command.id(), List.of()));
    }

    static <T> T result(StepReport report, Class<T> type) {
        var tree = report.result();
        if (tree == null) {
            throw new AssertionError(report);
        }
        return Json.convert(tree, type);
    }

    static String problem(StepReport report) {
        var problem = report.problem();
        return problem == null ? report.toString() : problem.code();
    }

    static String detail(StepReport report) {
        var problem = report.problem();
        return problem == null ? report.toString() : problem.detail();
    }

    List<VmObserved> factsOf(Id vm) {
        return facts.stream()
                .filter(envelope -> envelope.type().equals("dv.maskin.evt.vm.observed"))
                .map(envelope -> Json.convert(envelope.data(), VmObserved.class))
                .filter(fact -> fact.vm().equals(vm))
                .toList();
    }

    /// What a machine's guest was told to say of itself.
    List<VmGuest> guestsOf(Id vm) {
        return facts.stream()
                .filter(envelope -> envelope.type().equals("dv.maskin.evt.vm.guest"))
                .map(envelope -> Json.convert(envelope.data(), GuestObserved.class))
                .filter(fact -> fact.vm().equals(vm))
                .map(GuestObserved::guest)
                .toList();
    }

    List<HostObserved> factsOfHost(Id host) {
        return facts.stream()
                .filter(envelope -> envelope.type().equals("dv.maskin.evt.host.observed"))
                .map(envelope -> Json.convert(envelope.data(), HostObserved.class))
                .filter(fact -> fact.hypervisor().equals(host))
                .toList();
    }

    /// Everything that was said on the bus, as text.
    List<String> said() {
        return List.copyOf(said);
    }

    SimulatedRuntime host(String name) {
        return hypervisors.host(name);
    }

    Bus bus() {
        return bus;
    }

    long count(String sql, Object... parameters) {
        return database.call(transaction -> transaction.one(sql, row -> row.number("n"), parameters));
    }

    void run(java.util.function.Consumer<Transaction> work) {
        database.run(work);
    }

    static VmId vmId(Id vm) {
        return new VmId(vm.uuid());
    }

    @Override
    public void close() {
        stop();
        bus.close();
        database.close();
        hypervisors.close();
        platform.close();
    }

    /// Reaches a host as a driver does.
    VmRuntime open(HostAddress address) {
        return lent(hypervisors.host(address.endpoint().substring(4)));
    }

    /// A host outlives the service that lets go of it.
    private static VmRuntime lent(VmRuntime runtime) {
        return (VmRuntime) Proxy.newProxyInstance(
                VmRuntime.class.getClassLoader(), new Class<?>[] {VmRuntime.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(runtime, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }
}

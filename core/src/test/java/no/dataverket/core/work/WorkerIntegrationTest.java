package no.dataverket.core.work;

import static no.dataverket.core.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.bus.Envelope;
import no.dataverket.contract.bus.Subjects;
import no.dataverket.contract.command.Command;
import no.dataverket.contract.command.Done;
import no.dataverket.contract.command.Message;
import no.dataverket.contract.command.StepReport;
import no.dataverket.contract.command.StepReport.Outcome;
import no.dataverket.core.bus.Bus;
import no.dataverket.core.bus.Envelopes;
import no.dataverket.core.bus.Origin;
import no.dataverket.core.bus.Outbox;
import no.dataverket.core.db.Database;
import no.dataverket.core.json.Json;
import no.dataverket.core.local.LocalNats;
import no.dataverket.core.telemetry.Telemetry;
import no.dataverket.core.testing.RealServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WorkerIntegrationTest {

    private static final Telemetry TELEMETRY = Telemetry.withoutExport();

    private final LocalNats nats = RealServers.ownNats();
    private final Bus bus = Bus.connect(new Bus.Settings(nats.url(), "echo", "lab1", null));
    private final RealServers.Fresh fresh = RealServers.freshSchema("echo");
    private final Database database = fresh.database().migrate(fresh.schema(), Database.MESSAGING);
    private final Outbox outbox = new Outbox(database, bus, fresh.schema());
    private final CountDownLatch longOnes = new CountDownLatch(1);
    private final AtomicInteger effects = new AtomicInteger();
    private final List<Envelope> reports = Collections.synchronizedList(new ArrayList<>());
    private Worker worker = new Worker("echo", fresh.schema(), database, bus, outbox, TELEMETRY);

    @Message(service = "echo", name = "say")
    record Say(String word) implements Command {}

    @BeforeAll
    void start() {
        bus.ensureStreams();
        worker = worker.on(Say.class, this::say).start();
        bus.consume(Bus.EVENTS, "test-reports", Subjects.STEP_REPORT, java.time.Duration.ofSeconds(30), message -> {
            reports.add(Json.read(message.getData(), Envelope.class));
            message.ack();
        });
    }

    @AfterAll
    void stop() {
        worker.close();
        outbox.close();
        bus.close();
        nats.close();
        database.close();
    }

    private Done say(Work<Say> work) {
        effects.incrementAndGet();
        return switch (work.command().word()) {
            case "impossible" -> throw Failure.of(ProblemCode.NO_CAPACITY, "no room");
            case "later" -> throw Failure.of(ProblemCode.HYPERVISOR_UNREACHABLE, "not now");
            case "long" -> {
                awaitEnd();
                yield new Done("said it at length");
            }
            case "absent" -> throw new Absent("libvirt on hv-1", "connection refused");
            default -> new Done("said " + work.command().word());
        };
    }

    @Test
    void invariant24_aCommandThatComesTwiceTakesEffectOnce() {
        int before = effects.get();
        var command = command("hello", Id.next(IdKind.TASK), 1);
        bus.publish(command.type(), command.id(), Json.bytes(command)).join();
        assertThat(String.valueOf(reportOf(command).result())).contains("said hello");
        bus.publish(command.type(), command.id() + ":again", Json.bytes(command))
                .join();
        eventually(() -> count(command), number -> number >= 2);
        assertThat(effects.get()).isEqualTo(before + 1);
    }

    @Test
    void theOutcomeSaysWhetherAnotherTryMakesSense() {
        assertThat(outcomeOf("impossible")).isEqualTo(Outcome.FAILED);
        assertThat(outcomeOf("later")).isEqualTo(Outcome.TRANSIENT);
        assertThat(outcomeOf("absent")).isEqualTo(Outcome.BLOCKED);
    }

    /// Whoever hears nothing takes the command for lost, and the service for one that does not answer.
    @Test
    void whileACommandIsCarriedOutThereAreSignsOfLifeAndNoneAfterItsOutcome() {
        var command = command("long", Id.next(IdKind.TASK), 1);
        bus.publish(command.type(), command.id(), Json.bytes(command)).join();
        assertThat(reportOf(command).outcome()).isEqualTo(Outcome.PROGRESS);

        longOnes.countDown();

        eventually(() -> outcomes(command), told -> told.contains(Outcome.SUCCEEDED));
        assertThat(outcomes(command)).endsWith(Outcome.SUCCEEDED);
    }

    @Test
    void aWriterThatLostItsLeaseIsRefused() {
        var task = Id.next(IdKind.TASK);
        var current = command("current", task, 7);
        bus.publish(current.type(), current.id(), Json.bytes(current)).join();
        assertThat(reportOf(current).outcome()).isEqualTo(Outcome.SUCCEEDED);
        var stale = command("stale", task, 6);
        bus.publish(stale.type(), stale.id(), Json.bytes(stale)).join();
        var after = command("after", task, 7);
        bus.publish(after.type(), after.id(), Json.bytes(after)).join();
        assertThat(reportOf(after).outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(count(stale)).isZero();
    }

    @Test
    void whatATransactionDidNotCommitIsNeverSaid() {
        var unsaid = command("unsaid", Id.next(IdKind.TASK), 1);
        try {
            database.run(transaction -> {
                outbox.add(transaction, unsaid);
                throw new IllegalArgumentException("changed my mind");
            });
        } catch (IllegalArgumentException expected) {
            assertThat(expected).hasMessage("changed my mind");
        }
        var said = command("said", Id.next(IdKind.TASK), 1);
        database.run(transaction -> outbox.add(transaction, said));
        assertThat(reportOf(said).outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(count(unsaid)).isZero();
        eventually(
                () -> database.call(transaction -> transaction.one(
                        "SELECT count(*) AS n FROM " + fresh.schema() + ".outbox", row -> row.number("n"))),
                left -> left == 0);
    }

    private Outcome outcomeOf(String word) {
        var command = command(word, Id.next(IdKind.TASK), 1);
        bus.publish(command.type(), command.id(), Json.bytes(command)).join();
        return reportOf(command).outcome();
    }

    private Envelope command(String word, Id task, long epoch) {
        var origin = new Origin(
                "test",
                "0123456789abcdef0123456789abcdef",
                null,
                null,
                null,
                null,
                "lab1",
                task,
                "say",
                1L,
                epoch,
                null,
                null);
        return Envelopes.seal("/test", Subjects.command("echo", "say"), Id.next(IdKind.VM), origin, new Say(word));
    }

    private void awaitEnd() {
        try {
            longOnes.await();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Outcome> outcomes(Envelope command) {
        return List.copyOf(reports).stream()
                .map(envelope -> Json.convert(envelope.data(), StepReport.class))
                .filter(report -> report.execution().equals(command.id()))
                .map(StepReport::outcome)
                .toList();
    }

    private StepReport reportOf(Envelope command) {
        eventually(() -> count(command), number -> number > 0);
        return reports.stream()
                .map(envelope -> Json.convert(envelope.data(), StepReport.class))
                .filter(report -> report.execution().equals(command.id()))
                .findFirst()
                .orElseThrow();
    }

    private long count(Envelope command) {
        return List.copyOf(reports).stream()
                .filter(envelope -> command.id().equals(envelope.causationid()))
                .count();
    }
}

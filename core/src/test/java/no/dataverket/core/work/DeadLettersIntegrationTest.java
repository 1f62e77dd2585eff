package no.dataverket.core.work;

import static no.dataverket.core.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.DeadLetterState;
import no.dataverket.contract.bus.Envelope;
import no.dataverket.contract.bus.Subjects;
import no.dataverket.contract.command.Command;
import no.dataverket.contract.command.DeadLetterMessages;
import no.dataverket.contract.command.DeadLetterMessages.DeadLetterChanged;
import no.dataverket.contract.command.DeadLetterMessages.DiscardDeadLetter;
import no.dataverket.contract.command.DeadLetterMessages.ReplayDeadLetter;
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
import tools.jackson.databind.node.ObjectNode;

@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DeadLettersIntegrationTest {

    private static final String SECRET = "hunter2-canary";
    private static final Origin ASKING = Origin.ofService("test", "");

    private final LocalNats nats = RealServers.ownNats();
    private final Bus bus = Bus.connect(new Bus.Settings(nats.url(), "frail", "lab1", null));
    private final RealServers.Fresh fresh = RealServers.freshSchema("frail");
    private final Database database = fresh.database().migrate(fresh.schema(), Database.MESSAGING);
    private final Outbox outbox = new Outbox(database, bus, fresh.schema());
    private final Worker worker = new Worker("frail", fresh.schema(), database, bus, outbox, Telemetry.withoutExport());
    private final AtomicBoolean broken = new AtomicBoolean();
    private final Map<String, AtomicInteger> begun = new ConcurrentHashMap<>();
    private final Map<String, StepReport> reports = new ConcurrentHashMap<>();
    private final Map<Id, DeadLetterChanged> letters = new ConcurrentHashMap<>();

    @Message(service = "frail", name = "lift")
    record Lift(String what, String userData) implements Command {}

    @BeforeAll
    void start() {
        bus.ensureStreams();
        worker.on(Lift.class, this::lift).start();
        bus.consume(Bus.EVENTS, "test-facts", Subjects.ALL_EVENTS, Duration.ofSeconds(30), message -> {
            var envelope = Envelopes.read(message.getData());
            if (envelope.type().equals(Subjects.STEP_REPORT)) {
                var report = Envelopes.payload(envelope, StepReport.class);
                reports.put(report.execution(), report);
            } else {
                var letter = Envelopes.payload(envelope, DeadLetterChanged.class);
                letters.merge(letter.id(), letter, (old, now) -> now.version() > old.version() ? now : old);
            }
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

    private Done lift(Work<Lift> work) {
        begun.computeIfAbsent(work.envelope().id(), id -> new AtomicInteger()).incrementAndGet();
        if (work.command().what().equals("fragile") && broken.get()) {
            throw new IllegalArgumentException("broke on " + work.command().userData());
        }
        return new Done("lifted");
    }

    @Test
    void invariant33_poisonAmongTheMessagesHoldsUpNoneOfTheOthers() {
        broken.set(true);
        var task = Id.next(IdKind.TASK);
        var good = new ArrayList<Envelope>();
        int poison = 0;
        for (int i = 0; i < 300; i++) {
            if (i % 10 == 9) {
                poison++;
                switch (poison % 3) {
                    case 0 -> publish(("{\"user_data\":\"" + SECRET + "\" " + i).getBytes(StandardCharsets.UTF_8));
                    case 1 -> publish(versioned(command("fragile", task), 2));
                    default -> publish(Json.bytes(command("fragile", task)));
                }
            }
            // The neighbours belong to the same task as the poison.
            var command = command("robust", task);
            good.add(command);
            publish(Json.bytes(command));
        }
        for (var command : good) {
            assertThat(reportOf(command).outcome()).isEqualTo(Outcome.SUCCEEDED);
        }
        eventually(
                () -> letters.values().stream()
                        .filter(letter -> letter.task() == null || letter.task().equals(task))
                        .count(),
                count -> count == 30);
        assertThat(letters.values()).allSatisfy(letter -> {
            assertThat(letter.content()).doesNotContain(SECRET);
            assertThat(letter.cause()).isNotBlank().doesNotContain(SECRET);
        });
        broken.set(false);
    }

    @Test
    void aCommandOnWhichTheCodeFailsIsTriedThriceAndThenWaitsForAnOperator() {
        broken.set(true);
        var command = command("fragile", Id.next(IdKind.TASK));
        publish(Json.bytes(command));
        var letter = letterOf(command);

        assertThat(begun(command)).isEqualTo(DeadLetters.TRIES);
        assertThat(letter.cause()).contains("IllegalArgumentException");
        assertThat(letter.subject()).isEqualTo(command.type());
        assertThat(letter.step()).isEqualTo("lift");
        assertThat(letter.content()).contains("fragile").contains("[redacted]").doesNotContain(SECRET);
        var blocked = reportOf(command);
        assertThat(blocked.outcome()).isEqualTo(Outcome.BLOCKED);
        assertThat(blocked.dependency()).isEqualTo(DeadLetterMessages.dependency(letter.id()));

        // Sent again while it is held, it is the same dead letter.
        publish(Json.bytes(command));
        eventually(() -> letterOf(command).timesSeen(), times -> times >= 2);
        assertThat(letterOf(command).id()).isEqualTo(letter.id());

        broken.set(false);
        var replayed = ask(new ReplayDeadLetter(letter.id()));
        assertThat(replayed.state()).isEqualTo(DeadLetterState.REPLAYED);
        eventually(() -> reportOf(command).outcome(), outcome -> outcome == Outcome.SUCCEEDED);
        assertThat(ask(new ReplayDeadLetter(letter.id())).version()).isEqualTo(replayed.version());
        assertThatThrownBy(() -> ask(new DiscardDeadLetter(letter.id())))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ProblemCode.DEAD_LETTER_CLOSED));
        assertThat(bodies()).as("what is no longer held is forgotten").isEqualTo(open());
    }

    @Test
    void aCommandOfANewerVersionIsHeldUntilTheServiceKnowsItAndFailsWhenItIsDiscarded() {
        var command = command("robust", Id.next(IdKind.TASK));
        publish(versioned(command, 7));
        var letter = letterOf(command);
        assertThat(letter.cause()).contains("version 7").contains("up to version 1");
        assertThat(begun.get(command.id())).isNull();

        var discarded = ask(new DiscardDeadLetter(letter.id()));

        assertThat(discarded.state()).isEqualTo(DeadLetterState.DISCARDED);
        eventually(() -> reportOf(command).outcome(), outcome -> outcome == Outcome.FAILED);
        assertThatThrownBy(() -> ask(new ReplayDeadLetter(letter.id()))).isInstanceOf(Failure.class);
    }

    @Test
    void aReplayThatFailsAgainIsANewDeadLetter() {
        var command = command("robust", Id.next(IdKind.TASK));
        publish(versioned(command, 3));
        var first = letterOf(command);
        ask(new ReplayDeadLetter(first.id()));
        var second = eventually(
                () -> letters.values().stream()
                        .filter(letter -> Objects.equals(letter.task(), command.task()))
                        .filter(letter -> !letter.id().equals(first.id()))
                        .findFirst(),
                Optional::isPresent);
        assertThat(second.orElseThrow().state()).isEqualTo(DeadLetterState.OPEN);
    }

    private DeadLetterChanged ask(no.dataverket.contract.command.Query<DeadLetterChanged> query) {
        return bus.ask("frail", query, DeadLetterChanged.class, ASKING, Duration.ofSeconds(10));
    }

    private int begun(Envelope command) {
        return Objects.requireNonNull(begun.get(command.id())).get();
    }

    private DeadLetterChanged letterOf(Envelope command) {
        return eventually(
                        () -> letters.values().stream()
                                .filter(letter -> Objects.equals(letter.task(), command.task()))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private StepReport reportOf(Envelope command) {
        eventually(() -> reports.containsKey(command.id()), Boolean::booleanValue);
        return Objects.requireNonNull(reports.get(command.id()));
    }

    private long bodies() {
        return count("body IS NOT NULL");
    }

    private long open() {
        return count("state = 'OPEN'");
    }

    private long count(String condition) {
        return database.call(transaction -> transaction.one(
                "SELECT count(*) AS n FROM " + fresh.schema() + ".dead_letter WHERE " + condition,
                row -> row.number("n")));
    }

    private void publish(byte[] message) {
        bus.publish(
                        Subjects.command("frail", "lift"),
                        java.util.UUID.randomUUID().toString(),
                        message)
                .join();
    }

    private static byte[] versioned(Envelope command, int version) {
        var tree = (ObjectNode) Json.tree(command);
        return Json.bytes(tree.put("dataversion", version));
    }

    private static Envelope command(String what, Id task) {
        var origin = new Origin(
                "test",
                "0123456789abcdef0123456789abcdef",
                null,
                null,
                null,
                null,
                "lab1",
                task,
                "lift",
                1L,
                1L,
                null,
                null);
        return Envelopes.seal(
                "/test", Subjects.command("frail", "lift"), Id.next(IdKind.VM), origin, new Lift(what, SECRET));
    }
}

package no.dataverket.sentral.offerings;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.DeadLetterState;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.command.DeadLetterMessages.DeadLetterChanged;
import no.dataverket.contract.command.DeadLetterMessages.DiscardDeadLetter;
import no.dataverket.contract.command.DeadLetterMessages.ReplayDeadLetter;
import no.dataverket.contract.command.Query;
import no.dataverket.core.bus.Origin;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;
import no.dataverket.core.http.Endpoint;
import no.dataverket.sentral.api.Actor;
import no.dataverket.sentral.api.Change;
import no.dataverket.sentral.api.Pages;
import no.dataverket.sentral.api.Preconditions;
import no.dataverket.sentral.tasks.ReportedDeadLetters;
import no.dataverket.sentral.tasks.ReportedDeadLetters.Versioned;

/// Messages that services could not take: what they are, and what is to become of them.
public final class DeadLetterOffering implements Offering {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Context context;

    public DeadLetterOffering(Context context) {
        this.context = context;
    }

    @Override
    public Map<String, Endpoint> endpoints() {
        return Map.of(
                "listDeadLetters",
                this::list,
                "getDeadLetter",
                this::get,
                "replayDeadLetter",
                call -> context.mutations().run(call, change -> decide(change, DeadLetterState.REPLAYED)),
                "discardDeadLetter",
                call -> context.mutations().run(call, change -> decide(change, DeadLetterState.DISCARDED)));
    }

    private Answer list(Call call) {
        new Actor(call.actor()).require(Access.OPERATOR, null, null);
        var wanted = Pages.of(call);
        var state = call.parameter("state").map(DeadLetterOffering::state).orElse(null);
        var service = call.parameter("service").orElse(null);
        var task = call.parameter("task").map(DeadLetterOffering::task).orElse(null);
        return context.database()
                .call(transaction -> wanted.page(
                        ReportedDeadLetters.list(transaction, state, service, task, wanted.after(), wanted.toRead()),
                        letter -> letter.id().uuid(),
                        shown -> shown));
    }

    private Answer get(Call call) {
        new Actor(call.actor()).require(Access.OPERATOR, null, null);
        return context.database().call(transaction -> answer(find(transaction, call)));
    }

    /// The service that holds the message does it; asked twice it does it once.
    private Answer decide(Change change, DeadLetterState state) {
        change.actor().require(Access.OPERATOR, null, null);
        var transaction = change.transaction();
        var found = find(transaction, change.call());
        var letter = found.letter();
        if (letter.state() == state) {
            change.alreadyDone();
            return answer(found);
        }
        Preconditions.ifMatch(change.call(), found.version());
        boolean replay = state == DeadLetterState.REPLAYED;
        change.changes("dead letter " + letter.id() + ": " + (replay ? "taken again" : "given up; its step fails"));
        var action = replay ? "dead-letter.replay" : "dead-letter.discard";
        change.auditFirst(action, letter.id(), letter.subject(), null, null);
        if (change.onlyAsks()) {
            return answer(found);
        }
        Query<DeadLetterChanged> query =
                replay ? new ReplayDeadLetter(letter.id()) : new DiscardDeadLetter(letter.id());
        transaction.mayIdle(PATIENCE.plusSeconds(5));
        var told = context.bus().ask(letter.service(), query, DeadLetterChanged.class, origin(), PATIENCE);
        ReportedDeadLetters.keep(transaction, told);
        return answer(ReportedDeadLetters.find(transaction, letter.id()).orElseThrow());
    }

    private Versioned find(Transaction transaction, Call call) {
        var named = call.named("dead_letter");
        return Id.tryParse(named)
                .filter(id -> id.kind() == IdKind.DEAD_LETTER)
                .flatMap(id -> ReportedDeadLetters.find(transaction, id))
                .orElseThrow(() -> Failure.of(ProblemCode.RESOURCE_NOT_FOUND, "There is no dead letter " + named + ".")
                        .hint("See what there is: dv dead-letter list"));
    }

    private Origin origin() {
        return Origin.ofService("sentral", context.telemetry().correlation())
                .withTraceparent(context.telemetry().traceparent());
    }

    private static DeadLetterState state(String text) {
        return Arrays.stream(DeadLetterState.values())
                .filter(state -> state.name().equals(text))
                .findFirst()
                .orElseThrow(() -> Failure.of(
                                ProblemCode.VALIDATION_FAILED, "There is no state " + text + " of a dead letter.")
                        .hint("One of " + Arrays.toString(DeadLetterState.values())));
    }

    private static Id task(String text) {
        return Optional.of(text)
                .flatMap(Id::tryParse)
                .filter(id -> id.kind() == IdKind.TASK)
                .orElseThrow(
                        () -> Failure.of(ProblemCode.VALIDATION_FAILED, text + " is not the identifier of a task."));
    }

    private static Answer answer(Versioned found) {
        return Answer.of(200, found.letter()).etag(found.version());
    }
}

package no.dataverket.contract.api;

import static no.dataverket.contract.api.OperationBuilder.get;
import static no.dataverket.contract.api.OperationBuilder.post;

import java.util.List;
import no.dataverket.contract.api.Operation.Access;

/// Messages that no service could take.
final class DeadLetterOperations {

    private static final String PATH = "/v1/operator/dead-letters";
    private static final String NOUN = "dead-letter";
    private static final List<String> COLUMNS = List.of(
            "ID=id",
            "SERVICE=service",
            "STATE=state",
            "SUBJECT=subject",
            "SEEN=times_seen",
            "LAST=last_seen",
            "CAUSE=cause");

    private DeadLetterOperations() {}

    static List<Operation> all() {
        return List.of(
                get("listDeadLetters", PATH, "List messages that could not be taken, newest first")
                        .by(Access.OPERATOR)
                        .lists(DeadLetter.class)
                        .text("state", "Only in this state: OPEN, REPLAYED or DISCARDED.")
                        .text("service", "Only of this service.")
                        .text("task", "Only of this task, by identifier.")
                        .cli(
                                "dv",
                                NOUN,
                                "list",
                                COLUMNS,
                                "dv dead-letter list --state OPEN",
                                "dv dead-letter list --service maskin",
                                "dv dead-letter list -o json")
                        .build(),
                get("getDeadLetter", PATH + "/{dead_letter}", "Get a message that could not be taken, and why")
                        .by(Access.OPERATOR)
                        .answers(DeadLetter.class)
                        .cli(
                                "dv",
                                NOUN,
                                "get",
                                COLUMNS,
                                "dv dead-letter get DEAD_LETTER",
                                "dv dead-letter get DEAD_LETTER -o json",
                                "dv dead-letter list")
                        .build(),
                post("replayDeadLetter", PATH + "/{dead_letter}:replay", "Take a message again, once its cause is gone")
                        .by(Access.OPERATOR)
                        .answers(DeadLetter.class)
                        .guarded()
                        .cli(
                                "dv",
                                NOUN,
                                "replay",
                                COLUMNS,
                                "dv dead-letter replay DEAD_LETTER",
                                "dv dead-letter replay DEAD_LETTER -o json",
                                "dv dead-letter list --state OPEN")
                        .build(),
                post("discardDeadLetter", PATH + "/{dead_letter}:discard", "Give a message up; its step fails")
                        .by(Access.OPERATOR)
                        .answers(DeadLetter.class)
                        .guarded()
                        .cli(
                                "dv",
                                NOUN,
                                "discard",
                                COLUMNS,
                                "dv dead-letter discard DEAD_LETTER",
                                "dv dead-letter discard DEAD_LETTER -o json",
                                "dv dead-letter list --state OPEN")
                        .build());
    }
}

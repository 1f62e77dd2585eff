package no.dataverket.contract.api;

import java.time.Instant;
import java.util.List;
import no.dataverket.contract.Field;
import no.dataverket.contract.Id;

/// What a task waits for, in short.
public record WaitingFor(
        @Field("What kind of thing.") WaitKind kind,
        @Field(value = "Its name.", example = "nett") String name,
        @Field("Since when.") Instant since,
        @Field("The tasks, where it waits for tasks.") List<Id> tasks) {

    static WaitingFor of(Blocker blocker) {
        return new WaitingFor(blocker.kind(), blocker.dependency(), blocker.since(), blocker.tasks());
    }
}

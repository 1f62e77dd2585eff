package no.dataverket.contract.api;

import java.time.Instant;
import java.util.List;
import no.dataverket.contract.Field;
import no.dataverket.contract.Id;
import org.jspecify.annotations.Nullable;

/// What a task waits for, in short.
public record WaitingFor(
        @Field("What kind of thing.") WaitKind kind,
        @Field(value = "Its name.", example = "nett") String name,
        @Field("Since when.") Instant since,
        @Field("The tasks, where it waits for tasks.") List<Id> tasks,

        @Field("How many tasks begin before it, where it waits for room in its lane.") @Nullable
        Long ahead) {

    static WaitingFor of(Blocker blocker, @Nullable Long ahead) {
        return new WaitingFor(blocker.kind(), blocker.dependency(), blocker.since(), blocker.tasks(), ahead);
    }
}

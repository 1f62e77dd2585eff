package no.dataverket.contract.api;

import no.dataverket.contract.Field;

/// How far a task is. It never goes back.
public record TaskProgress(
        @Field("Steps done.") int step,
        @Field("Steps in all.") int of,

        @Field(value = "The same in per cent.", min = 0, max = 100)
        int percent) {

    /// @param of steps in all; none where the task is done with its request, or waits to be approved
    /// @param done whether all is done
    public static TaskProgress of(int step, int of, boolean done) {
        return new TaskProgress(step, of, of == 0 ? done ? 100 : 0 : 100 * step / of);
    }
}

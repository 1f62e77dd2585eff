package no.dataverket.contract.api;

import no.dataverket.contract.Field;

/// How far a task is. It never goes back.
public record TaskProgress(
        @Field("Steps done.") int step,
        @Field("Steps in all.") int of,

        @Field(value = "The same in per cent.", min = 0, max = 100)
        int percent) {

    /// @param of steps in all, at least one
    public static TaskProgress of(int step, int of) {
        return new TaskProgress(step, of, 100 * step / of);
    }
}

package no.dataverket.contract.api;

import java.util.List;
import no.dataverket.contract.Field;
import no.dataverket.contract.Problem;
import org.jspecify.annotations.Nullable;

/// What would come of a request to create something, if it were made now: all that it needs, met or not.
public record Preflight(
        @Field(value = "Offering.", example = "vm") String offering,
        @Field("Whether the request would be accepted.") boolean ready,

        @Field("Whether its task would wait for something that is away, or for an approval.")
        boolean waits,

        @Field("Each thing that the request needs.") List<PreflightCheck> checks,

        @Field("What the request would do, where it would be accepted.") @Nullable
        Preview preview,

        @Field("What it would be refused with, where it would be refused.") @Nullable
        Problem problem) {

    /// What a request can need.
    public enum Requirement {
        ROLE,
        AVAILABILITY,
        PARENT,
        REFERENCE,
        READINESS,
        PLACEMENT,
        QUOTA,
        NAME,
        REQUEST,
        APPROVAL,
        DEPENDENCY
    }

    /// One thing that the request needs.
    public record PreflightCheck(
            @Field("Kind of requirement.") Requirement requirement,
            @Field("Whether it is met.") boolean satisfied,

            @Field("Whether the request is refused without it. What does not block delays.")
            boolean blocks,

            @Field("What was found, or what is missing.") String detail,

            @Field(value = "Code of the problem.", example = "QUOTA_EXCEEDED") @Nullable
            String code,

            @Field("What mends it, with the command; empty where nothing is missing.")
            String hint) {}
}

package no.dataverket.contract.api;

import java.util.List;
import java.util.Map;
import no.dataverket.contract.Field;

/// A product and whether the actor can use it here, now.
public record OfferingInfo(
        @Field(value = "Name.", example = "vm") String name,
        @Field("What it is.") String description,
        @Field("Whether it is enabled for the scope.") boolean enabled,
        @Field("Whether a request needs an environment.") boolean environmentRequired,

        @Field("Whether the actor may create one without an operator.")
        boolean selfService,

        @Field("Use and limit, for each limit that applies, as used/limit.")
        Map<String, String> quotas,

        @Field("Services that must be up, and whether they are.")
        Map<String, Boolean> dependencies,

        @Field("What must be there first.") List<Prerequisite> prerequisites) {

    /// One thing that must be there before a request can succeed.
    public record Prerequisite(
            @Field("What.") String name,
            @Field("Whether it is there.") boolean satisfied,
            @Field("What was found, or what is missing.") String detail,

            @Field("The command that mends it; empty where nothing is missing.")
            String hint) {}
}

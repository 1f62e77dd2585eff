package no.dataverket.contract.api;

import java.util.List;
import java.util.Map;
import no.dataverket.contract.Field;

/// The answer to validate_only: what the request would do. Nothing was written.
public record Preview(
        @Field("What would be created.") List<String> wouldCreate,
        @Field("What would change.") List<String> wouldChange,
        @Field("What would be deleted.") List<String> wouldDelete,
        @Field("Steps that the task would take.") List<String> steps,

        @Field("Use after the request, as used/limit, for each limit touched.")
        Map<String, String> quotaAfter,

        @Field("Approvals that it would wait for.") List<String> approvalsNeeded,

        @Field("Dependencies that are away now; the task would wait for them.")
        List<String> blockedOn) {

    /// Of a preview where the answer of the real call has the status 200 too.
    public static final String MEDIA_TYPE = "application/vnd.dataverket.preview+json";
}

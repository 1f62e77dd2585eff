package no.dataverket.contract.api;

import java.time.Instant;
import java.util.List;
import no.dataverket.contract.Field;
import no.dataverket.contract.Id;
import no.dataverket.contract.Problem;
import org.jspecify.annotations.Nullable;

/// A request that waits for somebody else's consent before it is carried out, or has waited. The consent is bound
/// to exactly this request with exactly these effects, on exactly this state of what it is about.
public record Approval(
        @Field("Identifier.") Id id,

        @Field(value = "What was asked for.", example = "project.purge")
        String action,

        @Field("Resource that it is about.") Id subject,
        @Field("Its name.") String subjectName,

        @Field("Generation of the resource that was looked at.")
        long subjectGeneration,

        @Field("SHA-256 of request, effects and the resource's generation, hexadecimal: what is approved.")
        String hash,

        @Field(value = "The request as it is carried out.", example = "POST /v1/projects/shop:purge?tenant=acme")
        String request,

        @Field("The body of the request, as JSON text; empty where it has none.")
        String body,

        @Field("What it does, found by carrying it out and taking it back when it was asked for.")
        Preview effects,

        @Field("How much it can break.") BlastRadius blastRadius,
        @Field("Tenant.") @Nullable Id tenant,
        @Field("Project.") @Nullable Id project,
        @Field("How many people must have looked.") AutomationClass automationClass,
        @Field("Why it needs an approval.") String cause,
        @Field("What the one who asked says.") @Nullable String reason,
        @Field("Who asked.") String requestedBy,
        @Field("Their principal.") Id requestedById,
        @Field("State.") ApprovalState state,

        @Field("Least role that decides, where the request would have effect.")
        Role eligible,

        @Field("Approvals that it takes.") int approversNeeded,
        @Field("Decisions so far.") List<Decision> decisions,
        @Field("Task that waits, and goes on by itself.") Id task,
        @Field("When it was asked.") Instant createdAt,
        @Field("When it ends undecided.") Instant expiresAt,
        @Field("When it reached a final state.") @Nullable Instant finishedAt,
        @Field("Why it could not be carried out.") @Nullable Problem error,
        @Field("Runbook for those who decide.") String runbook) {

    /// What one person decided.
    public record Decision(
            @Field("Who.") String by,
            @Field("Their principal.") Id byId,
            @Field("When.") Instant at,
            @Field("Whether they approve.") boolean approves,
            @Field("What they say.") @Nullable String comment) {}
}

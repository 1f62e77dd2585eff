package no.dataverket.contract.api;

import java.time.Instant;
import java.util.List;
import no.dataverket.contract.Field;
import no.dataverket.contract.Id;
import org.jspecify.annotations.Nullable;

/// Who changed what, and when. Written in the transaction of the change itself.
public record AuditEntry(
        @Field("Identifier.") Id id,
        @Field("When.") Instant at,
        @Field("Who.") String actor,

        @Field(value = "What was done.", example = "vm.create")
        String action,

        @Field("To what.") @Nullable Id target,
        @Field("Its name.") String targetName,
        @Field("Tenant.") @Nullable Id tenant,
        @Field("Project.") @Nullable Id project,
        @Field("Environment.") @Nullable Id environment,
        @Field("Request.") String requestId,

        @Field("Task, where the change takes time.") @Nullable
        Id task,

        @Field("Outcome so far.") String outcome,

        @Field("Principal of the actor; absent for what a task did by itself.") @Nullable
        Id actorId,

        @Field("Approval that allowed it, where one was needed.") @Nullable
        Id approval,

        @Field("What was changed, field by field.") List<AuditChange> changes) {

    /// Fields that an older version did not write are empty.
    public AuditEntry {
        changes = changes == null ? List.of() : List.copyOf(changes);
    }
}

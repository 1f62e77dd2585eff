package no.dataverket.contract.api;

import java.time.Instant;
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

        @Field("Outcome so far.") String outcome) {}

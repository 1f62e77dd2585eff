package no.dataverket.contract.api;

import java.time.Instant;
import java.util.List;
import no.dataverket.contract.Field;
import no.dataverket.contract.Id;
import org.jspecify.annotations.Nullable;

/// A size that machines come in. It never changes: another size is another shape.
public record Shape(
        @Field("Identifier.") Id id,

        @Field(value = "Name, unique on the platform and never used again.", example = "standard-2")
        String name,

        @Field("What it is for.") String description,
        @Field("Virtual CPUs.") int vcpus,
        @Field("Memory, MiB.") int memoryMib,
        @Field("Size of the root disk, GiB.") int diskGib,

        @Field("Class of the hypervisors that its machines run on; any where null. Only operators see it.") @Nullable
        String hypervisorClass,

        @Field("Whether every project may use it; else those that it is offered to.")
        boolean everyone,

        @Field(
                "Tenants and projects that it is offered to, by their names from the tenant down. Only operators see it.")
        @Nullable
        List<String> offeredTo,

        @Field("How many machines have it. Only operators see it.") @Nullable
        Long machines,

        @Field("Whether new machines are refused it.") boolean retired,
        @Field("When it was retired.") @Nullable Instant retiredAt,
        @Field("When it was created.") Instant createdAt) {}

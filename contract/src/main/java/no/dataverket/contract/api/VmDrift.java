package no.dataverket.contract.api;

import java.time.Instant;
import no.dataverket.contract.Field;
import no.dataverket.contract.Id;
import org.jspecify.annotations.Nullable;

/// A difference between what is on a hypervisor and what was decided about its machines.
public record VmDrift(
        @Field("Identifier.") Id id,
        @Field("How they differ.") VmDriftKind kind,

        @Field("Machine; absent for what is unknown.") @Nullable
        Id vm,

        @Field(
                value = "The machine's names from the tenant down, or the domain's name.",
                example = "acme/shop/prod/web-1")
        String subject,

        @Field(value = "Hypervisor.", example = "hv-1") String hypervisor,
        @Field("Datacenter.") String datacenter,
        @Field("What was decided.") String expected,
        @Field("What was seen.") String seen,

        @Field("What the hypervisor's policy says is done about it.")
        DriftAction action,

        @Field("What was done last; absent while nothing was.") @Nullable
        String done,

        @Field("How often it was put right.") int repairs,
        @Field("When it was first seen.") Instant firstSeen,
        @Field("When it was last seen.") Instant lastSeen,

        @Field("When it was gone; absent while it is there.") @Nullable
        Instant resolvedAt,

        @Field("Runbook.") String runbook) {

    /// Whether it is there still.
    public enum VmDriftState {
        OPEN,
        RESOLVED
    }
}

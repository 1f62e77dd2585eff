package no.dataverket.contract.api;

import java.time.Instant;
import java.util.List;
import no.dataverket.contract.Field;
import org.jspecify.annotations.Nullable;

/// What is known of a hypervisor.
public record HypervisorStatus(
        @Field("Phase.") Phase phase,
        @Field("Conditions.") List<Condition> conditions,

        @Field(value = "KVM or EMULATION, found out by running a guest.") @Nullable
        String virtualization,

        @Field("Why that one.") @Nullable String virtualizationNote,
        @Field("Version of the runtime.") @Nullable String runtimeVersion,
        @Field("Virtual CPUs promised.") int vcpusReserved,
        @Field("Memory promised, MiB.") int memoryMibReserved,
        @Field("Machines placed here.") int vms,

        @Field("Domains that are not ours; they are reported and left alone.")
        int foreignDomains,

        @Field("When this was observed.") @Nullable Instant observedAt,

        @Field("Whether it is in maintenance: its machines leave, and none comes.")
        boolean maintenance,

        @Field("Why no machine is placed here, until it is over or an operator releases it.") @Nullable
        String quarantine,

        @Field("Since when it is in quarantine for its failures.") @Nullable
        Instant quarantinedAt,

        @Field("When quarantine, or the report of its failures, ends by itself, if nothing fails before.") @Nullable
        Instant quarantineEndsAt,

        @Field("How it fails, where so many others are in quarantine that it stays in service.") @Nullable
        String failing,

        @Field("The proof that it ran nothing, while it is fenced.") @Nullable
        FenceProof fence) {}

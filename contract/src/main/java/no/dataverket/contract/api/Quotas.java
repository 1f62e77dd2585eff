package no.dataverket.contract.api;

import no.dataverket.contract.Field;
import org.jspecify.annotations.Nullable;

/// Limits. One left out does not limit here; the scope above may.
public record Quotas(
        @Field(value = "Virtual machines.", min = 0, max = 10_000_000) @Nullable
        Long vms,

        @Field(value = "Virtual CPUs.", min = 0, max = 10_000_000) @Nullable
        Long vcpus,

        @Field(value = "Virtual CPUs of machines that run or are to run.", min = 0, max = 10_000_000) @Nullable
        Long runningVcpus,

        @Field(value = "Memory, MiB.", min = 0, max = 1_000_000_000_000L) @Nullable
        Long memoryMib,

        @Field(value = "Root disks, GiB.", min = 0, max = 1_000_000_000_000L) @Nullable
        Long diskGib,

        @Field(value = "Networks.", min = 0, max = 10_000_000) @Nullable
        Long networks) {

    /// No limit of its own.
    public static final Quotas NONE = new Quotas(null, null, null, null, null, null);
}

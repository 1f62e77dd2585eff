package no.dataverket.contract.api;

import no.dataverket.contract.Field;
import org.jspecify.annotations.Nullable;

/// Gives a machine another size. What is left out stays, unless a shape says it.
public record VmResize(
        @Field(
                value = "Shape, by name or identifier; it says what vcpus, memory_mib and disk_gib would say.",
                example = "standard-4",
                defaultsTo = "none: the machine has a size of its own")
        @Nullable
        String shape,

        @Field(value = "Virtual CPUs.", min = 1, max = 256, defaultsTo = "as many as it has") @Nullable
        Integer vcpus,

        @Field(value = "Memory, MiB.", min = 64, max = 4_194_304, defaultsTo = "as much as it has") @Nullable
        Integer memoryMib,

        @Field(
                value = "Size of the root disk, GiB; a disk never shrinks.",
                min = 1,
                max = 65_536,
                defaultsTo = "as large as it is")
        @Nullable
        Integer diskGib) {}

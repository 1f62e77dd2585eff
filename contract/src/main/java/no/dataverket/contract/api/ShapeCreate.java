package no.dataverket.contract.api;

import no.dataverket.contract.Field;
import no.dataverket.contract.Names;
import org.jspecify.annotations.Nullable;

/// Creates a shape.
public record ShapeCreate(
        @Field(
                value = "Name, unique on the platform and never used again.",
                pattern = Names.PATTERN,
                example = "standard-2")
        String name,

        @Field(value = "What it is for.", max = 500, defaultsTo = "nothing said") @Nullable
        String description,

        @Field(value = "Virtual CPUs.", min = 1, max = 256, example = "2")
        int vcpus,

        @Field(value = "Memory, MiB.", min = 64, max = 4_194_304, example = "4096")
        int memoryMib,

        @Field(value = "Size of the root disk, GiB.", min = 1, max = 65_536, example = "20")
        int diskGib,

        @Field(
                value = "Class of the hypervisors that its machines run on: standard, dedicated or dense.",
                pattern = Names.PATTERN,
                example = "dedicated",
                defaultsTo = "any")
        @Nullable
        String hypervisorClass,

        @Field(value = "Whether every project may use it; else those that it is offered to.", defaultsTo = "true")
        @Nullable
        Boolean everyone) {}

package no.dataverket.contract.api;

import no.dataverket.contract.Field;
import no.dataverket.contract.Names;
import org.jspecify.annotations.Nullable;

/// Registers a datacenter.
public record DatacenterCreate(
        @Field(value = "Name, unique.", pattern = Names.PATTERN, example = "lab1")
        String name,

        @Field(value = "What and where it is.", max = 500) @Nullable
        String description) {}

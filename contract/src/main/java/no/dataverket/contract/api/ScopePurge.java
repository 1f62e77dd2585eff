package no.dataverket.contract.api;

import no.dataverket.contract.Field;
import org.jspecify.annotations.Nullable;

/// Deletes a tenant or a project with the scopes below it.
public record ScopePurge(
        @Field(value = "What those who approve shall know.", max = 500) @Nullable
        String reason) {}

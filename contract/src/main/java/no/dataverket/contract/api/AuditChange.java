package no.dataverket.contract.api;

import no.dataverket.contract.Field;
import org.jspecify.annotations.Nullable;

/// One field that a change touched.
public record AuditChange(
        @Field(value = "JSON pointer (RFC 6901) into the resource.", example = "/labels/tier")
        String field,

        @Field("What it was; absent where it was not there. A secret is never told.") @Nullable
        String before,

        @Field("What it became; absent where it is gone. A secret is never told.") @Nullable
        String after) {}

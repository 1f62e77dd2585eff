package no.dataverket.contract.api;

import no.dataverket.contract.Field;
import org.jspecify.annotations.Nullable;

/// Decides who may create what an offering offers.
public record OfferingPolicy(
        @Field(
                value = "Tenant or project, by identifier or by names from the tenant down.",
                defaultsTo = "the whole platform",
                example = "acme/shop")
        @Nullable
        String scope,

        @Field(value = "Who may create it.", defaultsTo = "what the level above decides") @Nullable
        Availability availability) {}

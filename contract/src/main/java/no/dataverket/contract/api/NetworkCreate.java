package no.dataverket.contract.api;

import java.util.Map;
import no.dataverket.contract.Field;
import no.dataverket.contract.Names;
import org.jspecify.annotations.Nullable;

/// Creates a network.
public record NetworkCreate(
        @Field(value = "Name, unique in the environment.", pattern = Names.PATTERN, example = "app-net")
        String name,

        @Field("Tenant, by name or identifier; may be left out by an actor of one tenant.") @Nullable
        String tenant,

        @Field(value = "Project, by name or identifier.", example = "shop")
        String project,

        @Field(value = "Environment, by name or identifier.", example = "prod")
        String environment,

        @Field(value = "Datacenter.", example = "lab1") String datacenter,

        @Field(
                value = "IPv4 prefix in canonical form, /16 to /29, private space.",
                defaultsTo = "a free prefix of the datacenter's pool",
                example = "10.20.0.0/24")
        @Nullable
        String prefix,

        @Field(value = "Length of the prefix, where none is given.", min = 16, max = 29, defaultsTo = "24") @Nullable
        Integer prefixLength,

        @Field(value = "Whether machines reach the outside, by source NAT.", defaultsTo = "false") @Nullable
        Boolean egress,

        @Field(value = "Labels.", max = 64) @Nullable Map<String, String> labels,

        @Field(value = "Refuses deletion while true.", defaultsTo = "false") @Nullable
        Boolean deletionProtection) {}

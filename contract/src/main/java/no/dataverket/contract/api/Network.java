package no.dataverket.contract.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.dataverket.contract.Field;
import no.dataverket.contract.Id;
import org.jspecify.annotations.Nullable;

/// An isolated layer-2 segment with its own prefix. Nothing passes between networks unless it is asked for.
public record Network(
        @Field("Identifier.") Id id,
        @Field("Name.") String name,
        @Field("Tenant.") Id tenant,
        @Field("Project.") Id project,
        @Field("Environment.") Id environment,
        @Field("Datacenter.") String datacenter,
        @Field("Labels.") Map<String, String> labels,

        @Field("Whether machines reach the outside, by source NAT.")
        boolean egress,

        @Field("Refuses deletion while true.") boolean deletionProtection,
        @Field("Rises with each desired change.") long generation,
        @Field("When it was created.") Instant createdAt,
        @Field("What is true now.") NetworkStatus status) {

    /// What is known of a network.
    public record NetworkStatus(
            @Field("Phase.") Phase phase,
            @Field("Conditions.") List<Condition> conditions,

            @Field(value = "Prefix.", example = "10.192.4.0/24") @Nullable
            String prefix,

            @Field("Address of the gateway.") @Nullable String gateway,

            @Field("VLAN identifier in the datacenter (IEEE 802.1Q).") @Nullable
            Integer vlan,

            @Field("Addresses that machines can have.") long addressesTotal,
            @Field("Addresses promised to machines.") long addressesUsed,
            @Field("Generation that is realised.") long observedGeneration,
            @Field("What its task waits for.") List<Blocker> blockedOn,
            @Field("Task that changes it now.") @Nullable Id task) {}
}

package no.dataverket.contract.api;

import java.time.Instant;
import no.dataverket.contract.Field;
import no.dataverket.contract.Id;

/// A site: a failure domain with its own hosts, network and bus.
public record Datacenter(
        @Field("Identifier.") Id id,
        @Field(value = "Name.", example = "lab1") String name,
        @Field("What and where it is.") String description,
        @Field("When it was registered.") Instant createdAt) {}

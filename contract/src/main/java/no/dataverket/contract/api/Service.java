package no.dataverket.contract.api;

import no.dataverket.contract.Field;

/// A platform service in a server process.
public record Service(
        @Field(value = "Name.", example = "nett") String name,
        @Field("Whether it runs.") boolean running,
        @Field("Server process that can run it.") String process) {}

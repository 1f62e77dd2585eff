package no.dataverket.contract.api;

import no.dataverket.contract.Field;

/// Lets a machine, and no other, write to a volume. The machine must be stopped.
public record VolumeAttach(
        @Field(value = "Machine of the same environment, by name or identifier.", example = "web-1")
        String vm) {}

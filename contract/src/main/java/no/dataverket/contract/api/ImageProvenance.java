package no.dataverket.contract.api;

import java.time.Instant;
import no.dataverket.contract.Field;

/// Where an image version comes from, as its manifest says.
public record ImageProvenance(
        @Field(value = "What it was built from.", example = "https://git.example/images/debian@4f2a9c1")
        String source,

        @Field(value = "Who or what built it.", example = "deploy/images/debian/build")
        String builder,

        @Field("SHA-256 of the inputs that were declared, hexadecimal.")
        String inputsSha256,

        @Field("When it was built.") Instant builtAt) {}

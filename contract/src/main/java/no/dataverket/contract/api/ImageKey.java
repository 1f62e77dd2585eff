package no.dataverket.contract.api;

import java.time.Instant;
import no.dataverket.contract.Field;
import no.dataverket.contract.Id;

/// A public key whose signatures under image manifests are believed.
public record ImageKey(
        @Field("Identifier.") Id id,
        @Field(value = "Name.", example = "release") String name,
        @Field("Ed25519 public key, PEM.") String publicKey,
        @Field("SHA-256 of the key, hexadecimal.") String fingerprint,
        @Field("Who trusted it.") String trustedBy,
        @Field("Since when.") Instant createdAt) {}

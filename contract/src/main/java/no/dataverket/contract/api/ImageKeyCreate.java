package no.dataverket.contract.api;

import no.dataverket.contract.Field;
import no.dataverket.contract.Names;

/// Begins to believe signatures of a key.
public record ImageKeyCreate(
        @Field(value = "Name.", pattern = Names.PATTERN, example = "release")
        String name,

        @Field(
                value = "Ed25519 public key, PEM: openssl pkey -in KEY -pubout.",
                max = 1000,
                example =
                        "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----")
        String publicKey) {}

package no.dataverket.contract.api;

import no.dataverket.contract.Field;

/// An audit entry as it is chained. Its hash is the SHA-256 of the previous hash, as 32 bytes, followed by the
/// record's text in UTF-8; anybody who has the records can check that without us.
public record AuditRecord(
        @Field("Chain.") int chain,
        @Field("Place in the chain, from 1, without gaps.") long position,

        @Field("Hash of the record before it in the chain, hexadecimal.")
        String previous,

        @Field("Hash of this record, hexadecimal.") String hash,

        @Field("The entry as JSON text, to the byte as it was hashed.")
        String record) {}

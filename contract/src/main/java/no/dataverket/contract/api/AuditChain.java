package no.dataverket.contract.api;

import no.dataverket.contract.Field;

/// How far one chain of audit records reaches. Whoever keeps this elsewhere can prove later that nothing before
/// it was taken away.
public record AuditChain(
        @Field("Number of the chain.") int number,
        @Field("How many records it has.") long length,

        @Field("Hash of the last one, hexadecimal; of an empty chain, the hash that it begins with.")
        String head) {}

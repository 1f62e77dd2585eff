package no.dataverket.contract.api;

import java.time.Instant;
import no.dataverket.contract.Field;

/// The proof that a lost hypervisor runs nothing any more. It is written once and never changed.
public record FenceProof(
        @Field("What was confirmed.") FenceMeans means,

        @Field(value = "What was seen.", example = "bmc-r1-07 read OFF twice, the power lamp is dark")
        String evidence,

        @Field("Who stands for it.") String by,
        @Field("When it was recorded.") Instant at) {}

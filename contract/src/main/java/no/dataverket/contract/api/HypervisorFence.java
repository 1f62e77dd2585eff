package no.dataverket.contract.api;

import no.dataverket.contract.Field;
import org.jspecify.annotations.Nullable;

/// The word of an operator that a lost hypervisor runs nothing any more.
public record HypervisorFence(
        @Field(
                value = "What was seen that proves it, and where; it is kept with your name.",
                min = 10,
                max = 2000,
                example = "bmc-r1-07 read OFF twice, the power lamp is dark")
        String attest,

        @Field(
                value = "What was confirmed: POWER_OFF, PORTS_DOWN, STORAGE_EXPIRED or OPERATORS_WORD.",
                example = "POWER_OFF",
                defaultsTo = "OPERATORS_WORD")
        @Nullable
        FenceMeans means) {}

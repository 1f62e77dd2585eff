package no.dataverket.contract.api;

import no.dataverket.contract.Field;

/// How much an action can break.
public record BlastRadius(
        @Field("How much of the platform it touches.") Reach reach,

        @Field("Whether another action takes it back.") boolean reversible,

        @Field("What is at stake for those who use what it touches.")
        DataRisk dataRisk) {

    /// How much of the platform an action touches.
    public enum Reach {
        RESOURCE,
        PROJECT,
        TENANT,
        DATACENTER,
        PLATFORM
    }

    /// What is at stake.
    public enum DataRisk {
        NONE,
        /// Something may stop for a while.
        INTERRUPTION,
        /// Data may be gone for good.
        LOSS
    }
}

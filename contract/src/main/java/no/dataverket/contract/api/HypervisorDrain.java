package no.dataverket.contract.api;

import no.dataverket.contract.Field;
import org.jspecify.annotations.Nullable;

/// How a hypervisor is emptied for work on it.
public record HypervisorDrain(
        @Field(
                value = "Whether machines that run may be stopped for the time of their move; without that they are"
                        + " waited for, as no runtime here moves them while they run.",
                defaultsTo = "false")
        @Nullable
        Boolean stopMachines) {}

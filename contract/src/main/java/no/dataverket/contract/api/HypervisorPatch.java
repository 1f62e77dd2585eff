package no.dataverket.contract.api;

import no.dataverket.contract.Field;
import no.dataverket.contract.Names;
import org.jspecify.annotations.Nullable;

/// What an operator may change on a hypervisor. Machines that are there stay where they are.
public record HypervisorPatch(
        @Field("Whether new machines may be placed here.") boolean schedulable,

        @Field(value = "Rack that it stands in.", pattern = Names.LABEL) @Nullable
        String rack,

        @Field(value = "Power feed that it hangs on.", pattern = Names.LABEL) @Nullable
        String powerFeed,

        @Field(value = "Room that it stands in.", pattern = Names.LABEL) @Nullable
        String room,

        @Field(value = "Jurisdiction that it stands in.", pattern = Names.LABEL) @Nullable
        String jurisdiction,

        @Field(value = "What is done about a machine that is missing here.", example = "REPAIR")
        DriftAction onMissing,

        @Field(value = "What is done about a machine that was changed here.", example = "REPORT")
        DriftAction onChanged,

        @Field(value = "What is done about a machine that does not run and should.", example = "REPAIR")
        DriftAction onStopped,

        @Field(value = "What is done about a machine that runs and should not.", example = "REPORT")
        DriftAction onRunning) {}

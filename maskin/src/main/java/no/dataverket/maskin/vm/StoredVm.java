package no.dataverket.maskin.vm;

import java.time.Instant;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.ProblemCode;
import no.dataverket.maskin.claim.Claim;
import no.dataverket.maskin.host.HostAddress;
import no.dataverket.maskin.runtime.Revision;
import no.dataverket.maskin.runtime.VmDefinition;
import no.dataverket.maskin.runtime.VmId;
import org.jspecify.annotations.Nullable;

/// A machine as the database has it.
///
/// @param power what is wanted: RUNNING or OFF; null until it is defined
/// @param spec null until it is defined, and where the definition was not read
/// @param ownership rises whenever it gets another host
/// @param revisionNumber what the host is told; rises whenever another command decides
/// @param seen what its host was last found to have
/// @param fenced whether its host was lost and is proven to run nothing; nothing starts there before it is
///     released
record StoredVm(
        Id id,
        HostAddress host,
        String hostMachineType,
        Scope scope,
        State state,
        int vcpus,
        int memoryMib,
        @Nullable Id image,
        @Nullable String disk,
        @Nullable String seed,
        @Nullable VmSpec spec,
        @Nullable String power,
        Claim claim,
        long ownership,
        long revisionNumber,
        Seen seen,
        Repairs repairs,
        boolean fenced) {

    static final String RUNNING = "RUNNING";
    static final String OFF = "OFF";
    static final String ABSENT = "ABSENT";
    static final String UNKNOWN = "UNKNOWN";

    /// How far the machine has come. What is on the host never runs ahead of this.
    enum State {
        /// Nothing is on the host.
        PLACED,
        /// Files may be on the host.
        PREPARED,
        /// The host is held to the definition.
        DEFINED,
        /// Its place is new, and it was not taken up there yet.
        MOVING,
        /// What is on the host goes.
        REMOVING
    }

    /// To whom it belongs.
    record Scope(
            @Nullable Id tenant,
            @Nullable Id project,
            @Nullable Id environment) {}

    /// What its host was last found to have.
    ///
    /// @param compared whether that came of comparing it with what was decided, or nothing differed before
    record Seen(String power, String drift, boolean compared) {}

    /// What was mended of late.
    ///
    /// @param givenUp whether it is left alone until somebody decides about it again
    record Repairs(
            int count, @Nullable Instant since, @Nullable Instant last, boolean givenUp) {}

    VmId runtimeId() {
        return new VmId(id.uuid());
    }

    Revision revision() {
        return new Revision(ownership, revisionNumber);
    }

    boolean wantedRunning() {
        return RUNNING.equals(power);
    }

    /// @throws Failure `RESOURCE_NOT_READY` if it was not provisioned
    VmSpec requireSpec() {
        refuseRemoving();
        if (state == State.MOVING) {
            throw Failure.of(
                            ProblemCode.RESOURCE_NOT_READY,
                            "Machine " + id + " has a new place on " + host.name() + " and was not taken up there yet.")
                    .hint("Take up again the task that moves it: dv task retry TASK.");
        }
        if (spec == null || state != State.DEFINED) {
            throw Failure.of(ProblemCode.RESOURCE_NOT_READY, "Machine " + id + " is not provisioned yet.");
        }
        return spec;
    }

    /// @throws Failure `RESOURCE_NOT_READY` if it was not provisioned
    VmDefinition requireDefinition() {
        return requireSpec().definition(id, revision());
    }

    /// @throws Failure `RESOURCE_BUSY` if it is being removed
    void refuseRemoving() {
        if (state == State.REMOVING) {
            throw Failure.of(ProblemCode.RESOURCE_BUSY, "Machine " + id + " is being removed.");
        }
    }
}

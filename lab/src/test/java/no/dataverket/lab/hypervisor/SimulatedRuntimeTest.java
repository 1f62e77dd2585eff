package no.dataverket.lab.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import no.dataverket.maskin.runtime.Boot;
import no.dataverket.maskin.runtime.DefineOutcome;
import no.dataverket.maskin.runtime.RuntimeFailure.Kind;
import no.dataverket.maskin.runtime.StartOutcome;
import no.dataverket.maskin.runtime.VmId;
import no.dataverket.maskin.runtime.VmRuntime;
import no.dataverket.maskin.runtime.VmRuntimeConformance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SimulatedRuntimeTest extends VmRuntimeConformance {

    private final SimulatedRuntime runtime = SimulatedRuntime.inMemory("sim1", HostSize.large());

    @AfterEach
    void close() {
        runtime.close();
    }

    @Override
    protected VmRuntime runtime() {
        return runtime;
    }

    @Override
    protected Path baseImage() {
        return Path.of("/images/tiny/1/disk.qcow2");
    }

    @Override
    protected Path otherBaseImage() {
        return Path.of("/images/tiny/2/disk.qcow2");
    }

    @Override
    protected Boot boot() {
        return new Boot.FromDisk();
    }

    @Override
    protected String bridge() {
        return "br-int";
    }

    @Override
    protected String readyMarker() {
        return "SIM: READY";
    }

    @Override
    protected void crash(VmId vm) {
        runtime.backdoor().crash(vm);
    }

    @Override
    protected void pause(VmId vm) {
        runtime.backdoor().pause(vm);
    }

    @Override
    protected void addForeign(String name) {
        runtime.backdoor().addForeign(name);
    }

    @Override
    protected void disconnect() {
        runtime.backdoor().cutOff();
    }

    @Override
    protected void reconnect() {
        runtime.backdoor().reconnect();
    }

    @Test
    void aPlannedFailureHappensBeforeTheWorkAndOnlyAsOftenAsPlanned() {
        var definition = definition(0);
        runtime.faults().failNext(Operation.ENSURE_DEFINED, 2, Kind.INTERNAL);

        assertFails(Kind.INTERNAL, () -> runtime.ensureDefined(definition));
        assertThat(runtime.observe(definition.id())).isEmpty();
        assertFails(Kind.INTERNAL, () -> runtime.ensureDefined(definition));
        assertThat(runtime.ensureDefined(definition)).isEqualTo(DefineOutcome.CREATED);
    }

    @Test
    void aLostAnswerLeavesTheWorkDone() {
        var vm = defined(0).id();
        runtime.faults().loseAnswers(Operation.ENSURE_RUNNING, 1, Kind.TIMEOUT);

        assertFails(Kind.TIMEOUT, () -> runtime.ensureRunning(vm, FIRST, patience()));

        assertThat(runtime.ensureRunning(vm, FIRST, patience())).isEqualTo(StartOutcome.ALREADY_RUNNING);
    }

    @Test
    void aHangingCallTimesOut() {
        var vm = defined(0).id();
        runtime.faults().callLimit(Duration.ofMillis(20)).hangNext(Operation.OBSERVE, 1);

        assertFails(Kind.TIMEOUT, () -> runtime.observe(vm));

        assertThat(runtime.observe(vm)).isPresent();
    }

    @Test
    void aVmThatVanishedIsNotThere() {
        var vm = running(0).id();

        runtime.backdoor().vanish(vm);

        assertThat(runtime.observe(vm)).isEmpty();
        assertThat(runtime.runs())
                .singleElement()
                .satisfies(run -> assertThat(run.ended()).isPresent());
    }
}

package no.dataverket.lab.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import no.dataverket.maskin.evaluation.Guest;
import no.dataverket.maskin.evaluation.Incidents;
import no.dataverket.maskin.runtime.DefineOutcome;
import no.dataverket.maskin.runtime.RuntimeFailure.Kind;
import no.dataverket.maskin.runtime.StartOutcome;
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
    protected Guest guest() {
        return SimulatedIncidents.guest();
    }

    @Override
    protected Incidents incidents() {
        return new SimulatedIncidents(runtime);
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

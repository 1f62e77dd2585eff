package no.dataverket.maskin.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import no.dataverket.maskin.evaluation.Evaluation;
import no.dataverket.maskin.evaluation.Guest;
import no.dataverket.maskin.evaluation.Incident;
import no.dataverket.maskin.evaluation.Incidents;
import no.dataverket.maskin.evaluation.MemoryLedger;
import no.dataverket.maskin.evaluation.Verdict;
import no.dataverket.maskin.evaluation.Workbench;
import no.dataverket.maskin.evaluation.check.Kit;
import no.dataverket.maskin.runtime.RuntimeFailure.Kind;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What every [VmRuntime] does: the checks of the evaluation as tests. A driver's own test extends this,
/// gives it a runtime and a few hooks, and adds what is special about the driver. Each VM made here is
/// removed after its test.
public abstract class VmRuntimeConformance {

    /// The revision under which most tests work.
    protected static final Revision FIRST = Workbench.FIRST;

    private final MemoryLedger ledger = new MemoryLedger();
    private Workbench bench;

    /// The runtime under test; the same one during a test.
    protected abstract VmRuntime runtime();

    /// What its machines are made of.
    protected abstract Guest guest();

    /// What can be let happen on its host; all must be.
    protected abstract Incidents incidents();

    /// How long the slowest thing takes at most, such as the boot of a guest.
    protected Duration patience() {
        return Duration.ofSeconds(120);
    }

    @BeforeEach
    void openBench() {
        bench = new Workbench(runtime(), guest(), incidents(), patience(), ledger);
    }

    @AfterEach
    void removeWhatWasMade() {
        bench.close();
        assertThat(ledger.machines()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> keepsEveryPromise() {
        var evaluation = new Evaluation(runtime(), guest(), incidents(), patience(), ledger);
        return Kit.checks().stream()
                .map(check -> DynamicTest.dynamicTest(check.id() + ": " + check.promise(), () -> {
                    var result = evaluation.run(check);
                    switch (result.verdict()) {
                        case Verdict.Kept() -> assertThat(result.evidence()).isNotEmpty();
                        case Verdict.Lacking(var capabilities) ->
                            Assumptions.abort("the runtime does not declare " + capabilities);
                        case Verdict.Broken(var why) ->
                            throw new AssertionError(why + "\nbefore: " + result.evidence());
                        case Verdict.NotMeasured(var why) -> throw new AssertionError(why);
                    }
                }));
    }

    @Test
    void everyIncidentCanBeLetHappen() {
        assertThat(incidents().possible()).containsExactlyInAnyOrder(Incident.values());
    }

    /// An id that's removed after the test.
    protected final VmId newVm() {
        return bench.newVm();
    }

    /// A definition of a new VM whose files are there.
    protected final VmDefinition definition(int nics) {
        return bench.definition(nics);
    }

    /// A VM that the runtime knows.
    protected final VmDefinition defined(int nics) {
        return bench.defined(nics);
    }

    /// A VM that the hypervisor runs; its guest may still be booting.
    protected final VmDefinition running(int nics) {
        return bench.running(nics);
    }

    /// An interface in a VLAN.
    protected final Nic nic(VmId vm, int index, int vlanTag) {
        return bench.nic(vm, index, vlanTag);
    }

    /// What the host has; fails when it hasn't.
    protected final ObservedVm observe(VmId vm) {
        return bench.observe(vm);
    }

    /// Waits until the guest listens.
    protected final void awaitReady(VmId vm) {
        bench.awaitReady(vm);
    }

    /// Waits until a condition holds.
    protected final void await(String what, BooleanSupplier condition) {
        bench.await(what, condition);
    }

    /// The failure must be of the kind; one of another kind would make a caller do the wrong thing.
    protected static void assertFails(Kind kind, ThrowingCallable call) {
        assertThatExceptionOfType(RuntimeFailure.class)
                .isThrownBy(call)
                .satisfies(failure ->
                        assertThat(failure.kind()).as(failure.toString()).isEqualTo(kind));
    }
}

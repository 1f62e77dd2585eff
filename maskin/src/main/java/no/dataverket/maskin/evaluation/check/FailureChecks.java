package no.dataverket.maskin.evaluation.check;

import static no.dataverket.maskin.evaluation.Workbench.FIRST;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import no.dataverket.maskin.evaluation.Check;
import no.dataverket.maskin.evaluation.Criterion;
import no.dataverket.maskin.evaluation.Incident;
import no.dataverket.maskin.evaluation.Workbench;
import no.dataverket.maskin.runtime.Capability;
import no.dataverket.maskin.runtime.Power;
import no.dataverket.maskin.runtime.RuntimeFailure.Kind;
import no.dataverket.maskin.runtime.RuntimeHint;
import no.dataverket.maskin.runtime.StartOutcome;
import no.dataverket.maskin.runtime.StopMode;
import no.dataverket.maskin.runtime.StopOutcome;
import no.dataverket.maskin.runtime.VmId;

/// What goes wrong is told apart: a machine that died, and a host that can't be asked.
final class FailureChecks {

    static final List<Check> ALL = List.of(
            Check.of(
                            "crash-seen",
                            Criterion.FAILURE_MODES,
                            "a crash is seen as one, and the machine starts again",
                            FailureChecks::crash)
                    .needing(Incident.CRASH),
            Check.of(
                            "unreachable-says-nothing",
                            Criterion.FAILURE_MODES,
                            "a hypervisor that can't be asked says nothing about its machines, which run on",
                            FailureChecks::unreachable)
                    .needing(Incident.DISCONNECTION));

    private FailureChecks() {}

    private static void crash(Workbench bench) {
        var vm = bench.running(0).id();
        var before = bench.instance(vm).runtimeId();
        var runtime = bench.runtime();
        var evidence = bench.evidence();
        bench.incidents().crash(vm);
        bench.await("the crash is seen", () -> bench.observe(vm).power() == Power.CRASHED);
        evidence.holds("it has no run", bench.observe(vm).instance().isEmpty());
        evidence.same("stopping", runtime.ensureStopped(vm, FIRST, new StopMode.Forced()), StopOutcome.ALREADY_OFF);
        evidence.same("starting", runtime.ensureRunning(vm, FIRST, bench.patience()), StartOutcome.STARTED);
        evidence.holds("the run is another", !bench.instance(vm).runtimeId().equals(before));
    }

    private static void unreachable(Workbench bench) {
        var vm = bench.running(1).id();
        var before = bench.instance(vm).runtimeId();
        Queue<RuntimeHint> hints = new ConcurrentLinkedQueue<>();
        try (var _ = bench.runtime().watch(hints::add)) {
            bench.incidents().disconnect();
            try {
                allRefused(bench, vm);
            } finally {
                bench.incidents().reconnect();
            }
            if (bench.runtime().capabilities().contains(Capability.HINTS)) {
                bench.await(
                        "listeners are told to look at everything",
                        () -> hints.stream().anyMatch(RuntimeHint.Resync.class::isInstance));
            }
        }
        bench.awaitAnswer(
                "the hypervisor answers again",
                () -> bench.runtime().observe(vm).isPresent());
        bench.evidence().same("its power", bench.observe(vm).power(), Power.RUNNING);
        bench.evidence()
                .holds(
                        "it was not started again",
                        bench.instance(vm).runtimeId().equals(before));
    }

    private static void allRefused(Workbench bench, VmId vm) {
        var runtime = bench.runtime();
        var evidence = bench.evidence();
        evidence.refused(Kind.UNREACHABLE, "observing it", () -> runtime.observe(vm));
        evidence.refused(Kind.UNREACHABLE, "observing all", runtime::observeAll);
        evidence.refused(Kind.UNREACHABLE, "stopping", () -> runtime.ensureStopped(vm, FIRST, new StopMode.Forced()));
        evidence.refused(Kind.UNREACHABLE, "removing", () -> runtime.ensureAbsent(vm, FIRST, bench.patience()));
    }
}

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
import no.dataverket.maskin.runtime.RuntimeHint;
import no.dataverket.maskin.runtime.VmId;

/// Whoever listens is told where to look.
final class HintChecks {

    static final List<Check> ALL = List.of(
            Check.of(
                            "hint-of-a-start",
                            Criterion.EVENTS,
                            "a listener is told of a start, even beside one that fails",
                            HintChecks::start)
                    .where(Capability.HINTS),
            Check.of("hint-of-a-crash", Criterion.EVENTS, "a listener is told of a crash", HintChecks::crash)
                    .where(Capability.HINTS)
                    .needing(Incident.CRASH));

    private HintChecks() {}

    private static void start(Workbench bench) {
        var vm = bench.defined(0).id();
        Queue<RuntimeHint> hints = new ConcurrentLinkedQueue<>();
        try (var _ = bench.runtime().watch(_ -> {
                    throw new IllegalStateException("this listener is broken on purpose");
                });
                var _ = bench.runtime().watch(hints::add)) {
            bench.runtime().ensureRunning(vm, FIRST, bench.patience());
            awaitHint(bench, hints, vm);
        }
    }

    private static void crash(Workbench bench) {
        var vm = bench.defined(0).id();
        Queue<RuntimeHint> hints = new ConcurrentLinkedQueue<>();
        try (var _ = bench.runtime().watch(hints::add)) {
            bench.runtime().ensureRunning(vm, FIRST, bench.patience());
            awaitHint(bench, hints, vm);
            hints.clear();
            bench.incidents().crash(vm);
            awaitHint(bench, hints, vm);
        }
    }

    private static void awaitHint(Workbench bench, Queue<RuntimeHint> hints, VmId vm) {
        bench.await("the listener is told to look at the machine", () -> hints.contains(new RuntimeHint.Changed(vm)));
    }
}

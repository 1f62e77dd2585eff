package no.dataverket.maskin.evaluation.check;

import static no.dataverket.maskin.evaluation.Workbench.FIRST;
import static no.dataverket.maskin.evaluation.Workbench.SECOND;

import java.util.List;
import no.dataverket.maskin.evaluation.Check;
import no.dataverket.maskin.evaluation.Criterion;
import no.dataverket.maskin.evaluation.Workbench;
import no.dataverket.maskin.runtime.DefineOutcome;
import no.dataverket.maskin.runtime.RemoveOutcome;
import no.dataverket.maskin.runtime.Revision;

/// What was removed is gone, with its files, and late commands don't bring it back.
final class RemovalChecks {

    private static final Revision THIRD = new Revision(1, 3);

    static final List<Check> ALL = List.of(
            Check.of(
                    "removed-for-good",
                    Criterion.POWER,
                    "a removed machine is gone and stays gone for late commands",
                    RemovalChecks::forGood),
            Check.of(
                    "made-again",
                    Criterion.POWER,
                    "a removed machine may be made again by a newer wish",
                    RemovalChecks::madeAgain),
            Check.of("removed-running", Criterion.POWER, "a machine is removed while it runs", RemovalChecks::running));

    private RemovalChecks() {}

    private static void forGood(Workbench bench) {
        var definition = bench.defined(0);
        var vm = definition.id();
        var runtime = bench.runtime();
        var evidence = bench.evidence();
        evidence.same("removing", runtime.ensureAbsent(vm, SECOND, bench.patience()), RemoveOutcome.REMOVED);
        evidence.same(
                "removing again", runtime.ensureAbsent(vm, SECOND, bench.patience()), RemoveOutcome.ALREADY_ABSENT);
        evidence.holds("it is not observed", runtime.observe(vm).isEmpty());
        evidence.holds("no files are left", !runtime.observeAll().leftovers().contains(vm));
        evidence.stale(SECOND, "defining under the old revision", () -> runtime.ensureDefined(definition));
        evidence.stale(
                SECOND,
                "defining under the revision of the removal",
                () -> runtime.ensureDefined(definition.withRevision(SECOND)));
        evidence.stale(
                SECOND,
                "making its disk",
                () -> runtime.ensureDisk(bench.disk(vm, FIRST, bench.guest().diskBytes())));
        evidence.stale(SECOND, "making its seed", () -> runtime.ensureSeed(bench.seed(vm, SECOND, "#!/bin/sh\n")));
        evidence.holds(
                "still no files are left", !runtime.observeAll().leftovers().contains(vm));
    }

    private static void madeAgain(Workbench bench) {
        var definition = bench.defined(0);
        var vm = definition.id();
        bench.runtime().ensureAbsent(vm, SECOND, bench.patience());
        bench.drives(vm, THIRD);
        bench.evidence()
                .same(
                        "defining under a newer revision",
                        bench.runtime().ensureDefined(definition.withRevision(THIRD)),
                        DefineOutcome.CREATED);
    }

    private static void running(Workbench bench) {
        var vm = bench.running(1).id();
        bench.evidence()
                .same("removing", bench.runtime().ensureAbsent(vm, FIRST, bench.patience()), RemoveOutcome.REMOVED);
        bench.evidence().holds("it is not observed", bench.runtime().observe(vm).isEmpty());
    }
}

package no.dataverket.maskin.evaluation.check;

import static no.dataverket.maskin.evaluation.Workbench.FIRST;

import java.util.List;
import no.dataverket.maskin.evaluation.Check;
import no.dataverket.maskin.evaluation.Criterion;
import no.dataverket.maskin.evaluation.Workbench;
import no.dataverket.maskin.runtime.DefineOutcome;
import no.dataverket.maskin.runtime.Revision;
import no.dataverket.maskin.runtime.RuntimeFailure.Kind;

/// A machine that was given another host obeys nobody who knows only the former one, and loses nothing.
final class OwnershipChecks {

    private static final Revision NEXT = new Revision(2, 1);

    /// What a host knows of a machine that was taken over and that it has not defined yet.
    private static final Revision TAKEN_OVER = new Revision(2, 0);

    static final List<Check> ALL = List.of(
            Check.of(
                    "taken-over",
                    Criterion.SYSTEM_OF_RECORD,
                    "a machine that was taken over obeys nobody who knows only its former host",
                    OwnershipChecks::takenOver),
            Check.of(
                    "let-go",
                    Criterion.SYSTEM_OF_RECORD,
                    "a machine that another host has by now is ended, and its files stay",
                    OwnershipChecks::letGo));

    private OwnershipChecks() {}

    private static void takenOver(Workbench bench) {
        var runtime = bench.runtime();
        var evidence = bench.evidence();
        var unseen = bench.newVm();
        evidence.refused(Kind.NOT_FOUND, "taking over what has no files", () -> runtime.ensureAdopted(unseen, NEXT));
        var definition = bench.definition(0);
        var vm = definition.id();
        runtime.ensureAdopted(vm, NEXT);
        runtime.ensureAdopted(vm, NEXT);
        evidence.holds(
                "taken over twice it is files and no more",
                runtime.observeAll().leftovers().contains(vm));
        evidence.stale(TAKEN_OVER, "defining it for its former owner", () -> runtime.ensureDefined(definition));
        evidence.same(
                "defining it for its new one",
                runtime.ensureDefined(definition.withRevision(NEXT)),
                DefineOutcome.CREATED);
        evidence.stale(
                NEXT, "starting it for its former owner", () -> runtime.ensureRunning(vm, FIRST, bench.patience()));
    }

    private static void letGo(Workbench bench) {
        var definition = bench.running(1);
        var vm = definition.id();
        var runtime = bench.runtime();
        var evidence = bench.evidence();
        evidence.holds("it was let go of while it ran", runtime.ensureLetGo(vm, NEXT, bench.patience()));
        evidence.holds("there was nothing more to let go of", !runtime.ensureLetGo(vm, NEXT, bench.patience()));
        evidence.holds("it is not observed", runtime.observe(vm).isEmpty());
        evidence.stale(TAKEN_OVER, "defining it again for its former owner", () -> runtime.ensureDefined(definition));
        runtime.ensureAdopted(vm, NEXT);
        evidence.holds(
                "whoever takes it over finds its disk",
                !runtime.ensureDisk(bench.disk(vm, NEXT, bench.guest().diskBytes()))
                        .created());
    }
}

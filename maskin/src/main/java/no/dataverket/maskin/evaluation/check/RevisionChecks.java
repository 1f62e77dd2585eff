package no.dataverket.maskin.evaluation.check;

import static no.dataverket.maskin.evaluation.Workbench.FIRST;
import static no.dataverket.maskin.evaluation.Workbench.SECOND;

import java.util.List;
import no.dataverket.maskin.evaluation.Check;
import no.dataverket.maskin.evaluation.Criterion;
import no.dataverket.maskin.evaluation.Workbench;
import no.dataverket.maskin.runtime.DefineOutcome;
import no.dataverket.maskin.runtime.Power;
import no.dataverket.maskin.runtime.RebootRequest;
import no.dataverket.maskin.runtime.Revision;
import no.dataverket.maskin.runtime.StopMode;

/// The host knows how new the newest intention was, and refuses those who come late: two control planes
/// can't fight over a machine.
final class RevisionChecks {

    static final List<Check> ALL = List.of(
            Check.of(
                    "revision-remembered",
                    Criterion.SYSTEM_OF_RECORD,
                    "a higher revision is remembered even if nothing else changed",
                    RevisionChecks::remembered),
            Check.of(
                    "stale-definition",
                    Criterion.SYSTEM_OF_RECORD,
                    "a stale definition is refused and changes nothing",
                    RevisionChecks::staleDefinition),
            Check.of(
                    "stale-command",
                    Criterion.SYSTEM_OF_RECORD,
                    "a stale start, stop, reboot or removal is refused and changes nothing",
                    RevisionChecks::staleCommand),
            Check.of(
                    "late-start",
                    Criterion.SYSTEM_OF_RECORD,
                    "a late start is refused after a newer stop",
                    RevisionChecks::lateStart));

    private RevisionChecks() {}

    private static void remembered(Workbench bench) {
        var definition = bench.defined(0);
        bench.evidence()
                .same(
                        "defining it anew",
                        bench.runtime().ensureDefined(definition.withRevision(SECOND)),
                        DefineOutcome.UPDATED);
        bench.evidence()
                .same(
                        "the revision that is held",
                        bench.observe(definition.id()).revision(),
                        SECOND);
    }

    private static void staleDefinition(Workbench bench) {
        var held = new Revision(3, 7);
        var definition = bench.definition(0).withRevision(held);
        var runtime = bench.runtime();
        runtime.ensureDefined(definition);
        var larger = definition.withHardware(bench.hardware(2));
        var evidence = bench.evidence();
        evidence.stale(
                held,
                "defining under an older generation",
                () -> runtime.ensureDefined(larger.withRevision(new Revision(3, 6))));
        evidence.stale(
                held,
                "defining under an older epoch",
                () -> runtime.ensureDefined(larger.withRevision(new Revision(2, 9))));
        evidence.stale(
                held,
                "changing interfaces under an older generation",
                () -> runtime.ensureNics(larger.withRevision(new Revision(3, 6)), bench.patience()));
        evidence.holds(
                "the definition is as it was",
                bench.observe(definition.id()).specHash().equals(definition.specHash()));
    }

    private static void staleCommand(Workbench bench) {
        var definition = bench.defined(0).withRevision(SECOND);
        var vm = definition.id();
        var runtime = bench.runtime();
        runtime.ensureDefined(definition);
        var reboot = new RebootRequest("token", new StopMode.Forced(), bench.patience());
        var evidence = bench.evidence();
        evidence.stale(SECOND, "starting", () -> runtime.ensureRunning(vm, FIRST, bench.patience()));
        evidence.stale(SECOND, "stopping", () -> runtime.ensureStopped(vm, FIRST, new StopMode.Forced()));
        evidence.stale(SECOND, "rebooting", () -> runtime.reboot(vm, FIRST, reboot));
        evidence.stale(SECOND, "removing", () -> runtime.ensureAbsent(vm, FIRST, bench.patience()));
        evidence.same("its power", bench.observe(vm).power(), Power.OFF);
    }

    private static void lateStart(Workbench bench) {
        var vm = bench.defined(0).id();
        var stop = new Revision(1, 5);
        bench.runtime().ensureStopped(vm, stop, new StopMode.Forced());
        bench.evidence()
                .stale(stop, "starting", () -> bench.runtime().ensureRunning(vm, new Revision(1, 4), bench.patience()));
    }
}

package no.dataverket.maskin.evaluation.check;

import static no.dataverket.maskin.evaluation.Workbench.SECOND;

import java.util.List;
import no.dataverket.maskin.evaluation.Check;
import no.dataverket.maskin.evaluation.Criterion;
import no.dataverket.maskin.evaluation.Workbench;
import no.dataverket.maskin.runtime.DefineOutcome;
import no.dataverket.maskin.runtime.Hardware;
import no.dataverket.maskin.runtime.RebootRequest;
import no.dataverket.maskin.runtime.RuntimeFailure.Kind;
import no.dataverket.maskin.runtime.StopMode;
import no.dataverket.maskin.runtime.VmDefinition;

/// A machine is made of what was declared, and of nothing else.
final class DefinitionChecks {

    static final List<Check> ALL = List.of(
            Check.of(
                    "defined-twice",
                    Criterion.REPRODUCIBILITY,
                    "defining the same again changes nothing",
                    DefinitionChecks::twice),
            Check.of(
                    "redefined",
                    Criterion.REPRODUCIBILITY,
                    "a new definition takes the place of the old one",
                    DefinitionChecks::redefined),
            Check.of(
                    "resized-at-cold-start",
                    Criterion.POWER,
                    "a new definition of a running machine waits for a cold start, and is seen to wait",
                    DefinitionChecks::waitsForColdStart),
            Check.of("renamed-running", Criterion.POWER, "a new name needs no cold start", DefinitionChecks::renamed),
            Check.of(
                    "unknown-machine-model",
                    Criterion.AUTOMATION,
                    "an unknown machine model is refused and leaves nothing",
                    DefinitionChecks::unknownModel));

    private DefinitionChecks() {}

    private static void twice(Workbench bench) {
        var definition = bench.defined(1);
        bench.evidence().same("defining it again", bench.runtime().ensureDefined(definition), DefineOutcome.UNCHANGED);
    }

    private static void redefined(Workbench bench) {
        var definition = bench.defined(1);
        var larger = definition.withRevision(SECOND).withHardware(bench.hardware(2));
        bench.evidence()
                .same("defining it with two processors", bench.runtime().ensureDefined(larger), DefineOutcome.UPDATED);
        bench.evidence()
                .holds(
                        "the new definition is observed",
                        bench.observe(definition.id()).specHash().equals(larger.specHash()));
    }

    private static void waitsForColdStart(Workbench bench) {
        var definition = bench.running(0);
        var vm = definition.id();
        var larger = definition.withRevision(SECOND).withHardware(bench.hardware(2));
        bench.runtime().ensureDefined(larger);
        var evidence = bench.evidence();
        evidence.holds("it is seen to run an old definition", bench.observe(vm).runsOldDefinition());
        evidence.holds(
                "its run is of the old definition",
                bench.instance(vm).specHash().equals(definition.specHash()));
        bench.runtime().reboot(vm, SECOND, new RebootRequest("resize", new StopMode.Forced(), bench.patience()));
        evidence.holds(
                "after a reboot its run is of the new one",
                bench.instance(vm).specHash().equals(larger.specHash()));
        evidence.holds("nothing waits any more", !bench.observe(vm).runsOldDefinition());
    }

    private static void renamed(Workbench bench) {
        var old = bench.running(1);
        var renamed = new VmDefinition(
                old.id(), "renamed", old.owner(), SECOND, old.hardware(), old.drives(), old.boot(), old.nics());
        bench.runtime().ensureDefined(renamed);
        bench.evidence().same("its name", bench.observe(old.id()).name(), "renamed");
        bench.evidence()
                .holds(
                        "nothing waits for a cold start",
                        !bench.observe(old.id()).runsOldDefinition());
    }

    private static void unknownModel(Workbench bench) {
        var definition = bench.definition(0);
        var odd =
                definition.withHardware(new Hardware("pdp-11", 1, bench.guest().memoryMib()));
        bench.evidence()
                .refused(
                        Kind.INVALID, "defining a pdp-11", () -> bench.runtime().ensureDefined(odd));
        bench.evidence()
                .holds(
                        "there is no such machine",
                        bench.runtime().observe(definition.id()).isEmpty());
    }
}

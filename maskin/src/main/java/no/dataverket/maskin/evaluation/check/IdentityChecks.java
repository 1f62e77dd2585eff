package no.dataverket.maskin.evaluation.check;

import java.util.List;
import no.dataverket.maskin.evaluation.Check;
import no.dataverket.maskin.evaluation.Criterion;
import no.dataverket.maskin.evaluation.Workbench;
import no.dataverket.maskin.runtime.DefineOutcome;
import no.dataverket.maskin.runtime.Owner;
import no.dataverket.maskin.runtime.Power;
import no.dataverket.maskin.runtime.VmDefinition;

/// The host says what it is, and of each machine which one it is and to whom it belongs.
final class IdentityChecks {

    static final List<Check> ALL = List.of(
            Check.of(
                    "host-facts",
                    Criterion.ACCOUNTING,
                    "the host tells its name, size, hypervisor and machine model",
                    IdentityChecks::facts),
            Check.of(
                    "observed-as-defined",
                    Criterion.IDENTITY,
                    "a defined machine is observed as it was defined",
                    IdentityChecks::observed),
            Check.of(
                    "owner-kept",
                    Criterion.METADATA,
                    "tenant, project, environment and name are kept whatever they are made of",
                    IdentityChecks::names));

    private IdentityChecks() {}

    private static void facts(Workbench bench) {
        var facts = bench.runtime().facts();
        var evidence = bench.evidence();
        evidence.holds("the host has a name", !facts.hostname().isBlank());
        evidence.holds("it has processors: " + facts.vcpus(), facts.vcpus() > 0);
        evidence.holds("it has memory: " + facts.memoryMib() + " MiB", facts.memoryMib() > 0);
        evidence.holds(
                "it names its hypervisor: " + facts.hypervisor(),
                !facts.hypervisor().isBlank());
        evidence.holds(
                "it names a machine model: " + facts.machineType(),
                !facts.machineType().isBlank());
        evidence.holds("it says why guests are run as they are", !facts.note().isBlank());
    }

    private static void observed(Workbench bench) {
        var definition = bench.definition(1);
        var evidence = bench.evidence();
        evidence.same("defining", bench.runtime().ensureDefined(definition), DefineOutcome.CREATED);
        var vm = bench.observe(definition.id());
        evidence.holds("it has its identifier", vm.id().equals(definition.id()));
        evidence.holds("it has its name", vm.name().equals(definition.name()));
        evidence.holds("it has its owner", vm.owner().equals(definition.owner()));
        evidence.same("its revision", vm.revision(), Workbench.FIRST);
        evidence.holds("it has the digest of its definition", vm.specHash().equals(definition.specHash()));
        evidence.same("its power", vm.power(), Power.OFF);
        evidence.holds("it has no run", vm.instance().isEmpty());
    }

    private static void names(Workbench bench) {
        var plain = bench.definition(0);
        var odd = "<&>'\"]]> æøå \uD83D\uDE80 ${x}";
        var definition = new VmDefinition(
                plain.id(),
                odd,
                new Owner(Workbench.OWNER, new Owner.Scope(odd, odd), new Owner.Scope(odd, odd)),
                Workbench.FIRST,
                plain.hardware(),
                plain.drives(),
                plain.boot(),
                plain.nics());
        bench.runtime().ensureDefined(definition);
        var seen = bench.observe(plain.id());
        bench.evidence().same("the name", seen.name(), odd);
        bench.evidence().same("the owner", seen.owner(), definition.owner());
    }
}

package no.dataverket.maskin.evaluation.check;

import static no.dataverket.maskin.evaluation.Workbench.FIRST;

import java.util.List;
import java.util.Optional;
import no.dataverket.maskin.evaluation.Check;
import no.dataverket.maskin.evaluation.Criterion;
import no.dataverket.maskin.evaluation.Workbench;
import no.dataverket.maskin.runtime.StopMode;
import no.dataverket.maskin.runtime.VmId;
import no.dataverket.maskin.runtime.VmUsage;

/// What machines use is counted by the host, so that nobody has to ask their guests.
final class UsageChecks {

    static final List<Check> ALL = List.of(Check.of(
            "usage-counted",
            Criterion.OBSERVABILITY,
            "what a machine uses is counted while it runs",
            UsageChecks::counted));

    private UsageChecks() {}

    private static void counted(Workbench bench) {
        var definition = bench.running(1);
        var vm = definition.id();
        var evidence = bench.evidence();
        var told = of(bench, vm);
        evidence.holds("something is told of it", told.isPresent());
        var first = told.orElseThrow();
        evidence.holds("its memory is told", first.memoryBytes() > 0);
        evidence.holds(
                "its root disk is told",
                first.disks().stream().anyMatch(disk -> disk.name().equals("vda")));
        evidence.same(
                "its interfaces",
                first.nics().stream().map(VmUsage.NicUsage::hostDevice).toList(),
                definition.nics().stream().map(nic -> nic.hostDevice()).toList());
        bench.await(
                "its processor time rises",
                () -> of(bench, vm)
                        .filter(later -> later.cpuNanos() > first.cpuNanos())
                        .isPresent());
        bench.runtime().ensureStopped(vm, FIRST, new StopMode.Forced());
        evidence.holds("nothing is told of it once it is off", of(bench, vm).isEmpty());
    }

    private static Optional<VmUsage> of(Workbench bench, VmId vm) {
        return bench.runtime().usage().stream()
                .filter(usage -> usage.vm().equals(vm))
                .findFirst();
    }
}

package no.dataverket.maskin.evaluation.check;

import static no.dataverket.maskin.evaluation.Workbench.FIRST;
import static no.dataverket.maskin.evaluation.Workbench.SECOND;

import java.util.List;
import no.dataverket.maskin.evaluation.Check;
import no.dataverket.maskin.evaluation.Criterion;
import no.dataverket.maskin.evaluation.Workbench;
import no.dataverket.maskin.runtime.Power;
import no.dataverket.maskin.runtime.RebootOutcome;
import no.dataverket.maskin.runtime.RebootRequest;
import no.dataverket.maskin.runtime.StopMode;

/// A wish for a reboot is carried out once.
final class RebootChecks {

    static final List<Check> ALL = List.of(
            Check.of(
                    "reboot-once",
                    Criterion.POWER,
                    "a reboot is done once for each time it is asked for",
                    RebootChecks::once),
            Check.of(
                    "reboot-of-a-stopped-machine",
                    Criterion.POWER,
                    "a reboot starts a machine that is off",
                    RebootChecks::starts));

    private RebootChecks() {}

    private static void once(Workbench bench) {
        var vm = bench.running(0).id();
        var before = bench.instance(vm).runtimeId();
        var runtime = bench.runtime();
        var evidence = bench.evidence();
        evidence.same("rebooting", runtime.reboot(vm, SECOND, request(bench, "one")), RebootOutcome.REBOOTED);
        var after = bench.instance(vm).runtimeId();
        evidence.holds("the run is another", !after.equals(before));
        evidence.same(
                "asking for the same again",
                runtime.reboot(vm, SECOND, request(bench, "one")),
                RebootOutcome.ALREADY_DONE);
        evidence.holds("the run is the same", bench.instance(vm).runtimeId().equals(after));
        evidence.same("asking for another", runtime.reboot(vm, SECOND, request(bench, "two")), RebootOutcome.REBOOTED);
        evidence.holds("the run is another", !bench.instance(vm).runtimeId().equals(after));
    }

    private static void starts(Workbench bench) {
        var vm = bench.defined(0).id();
        bench.evidence()
                .same("rebooting", bench.runtime().reboot(vm, FIRST, request(bench, "one")), RebootOutcome.REBOOTED);
        bench.evidence().same("its power", bench.observe(vm).power(), Power.RUNNING);
    }

    private static RebootRequest request(Workbench bench, String token) {
        return new RebootRequest(token, new StopMode.Forced(), bench.patience());
    }
}

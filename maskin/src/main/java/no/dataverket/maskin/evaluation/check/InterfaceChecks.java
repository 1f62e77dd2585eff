package no.dataverket.maskin.evaluation.check;

import static no.dataverket.maskin.evaluation.Workbench.SECOND;

import java.util.List;
import no.dataverket.maskin.evaluation.Check;
import no.dataverket.maskin.evaluation.Criterion;
import no.dataverket.maskin.evaluation.Workbench;
import no.dataverket.maskin.runtime.Capability;
import no.dataverket.maskin.runtime.NicOutcome;

/// Interfaces are what was declared, on the switch and in the VLAN that were declared.
final class InterfaceChecks {

    static final List<Check> ALL = List.of(
            Check.of(
                            "interfaces-hot-plugged",
                            Criterion.ATTACHMENT,
                            "interfaces come and go while the machine runs",
                            InterfaceChecks::hotPlug)
                    .where(Capability.NIC_HOT_PLUG)
                    .where(Capability.CONSOLE_LOG),
            Check.of(
                            "vlan-changed-live",
                            Criterion.ISOLATION,
                            "an interface of a running machine changes its VLAN",
                            InterfaceChecks::vlan)
                    .where(Capability.NIC_HOT_PLUG),
            Check.of(
                    "interfaces-at-start",
                    Criterion.INTERFACES,
                    "interfaces of a machine that is off wait for its start",
                    InterfaceChecks::off),
            Check.of(
                            "interfaces-hide-nothing",
                            Criterion.INTERFACES,
                            "new interfaces do not hide that a cold start is needed",
                            InterfaceChecks::hideNothing)
                    .where(Capability.NIC_HOT_PLUG),
            Check.of(
                    "interfaces-on-a-given-switch",
                    Criterion.NETWORKS,
                    "a machine starts on the switch, in the VLANs and by the host devices that it was given",
                    InterfaceChecks::givenSwitch));

    private InterfaceChecks() {}

    private static void hotPlug(Workbench bench) {
        var one = bench.running(1);
        var vm = one.id();
        var runtime = bench.runtime();
        var evidence = bench.evidence();
        bench.awaitReady(vm);
        var before = bench.instance(vm).runtimeId();
        var two = one.withRevision(SECOND).withNics(List.of(bench.nic(vm, 0, 10), bench.nic(vm, 1, 20)));
        evidence.same("plugging a second", runtime.ensureNics(two, bench.patience()), NicOutcome.APPLIED);
        evidence.same("the same again", runtime.ensureNics(two, bench.patience()), NicOutcome.UNCHANGED);
        evidence.holds("the run has it", bench.instance(vm).specHash().equals(two.specHash()));
        evidence.same(
                "unplugging it", runtime.ensureNics(one.withRevision(SECOND), bench.patience()), NicOutcome.APPLIED);
        evidence.holds("the run is without it", bench.instance(vm).specHash().equals(one.specHash()));
        evidence.holds(
                "it was not started again", bench.instance(vm).runtimeId().equals(before));
    }

    private static void vlan(Workbench bench) {
        var one = bench.running(1);
        var vm = one.id();
        var before = bench.instance(vm).runtimeId();
        var retagged = one.withRevision(SECOND).withNics(List.of(bench.nic(vm, 0, 30)));
        var evidence = bench.evidence();
        evidence.same("from VLAN 10 to 30", bench.runtime().ensureNics(retagged, bench.patience()), NicOutcome.APPLIED);
        evidence.holds("the run has it", bench.instance(vm).specHash().equals(retagged.specHash()));
        evidence.holds(
                "it was not started again", bench.instance(vm).runtimeId().equals(before));
    }

    private static void off(Workbench bench) {
        var definition = bench.defined(1);
        var vm = definition.id();
        var more = definition.withNics(List.of(bench.nic(vm, 0, 10), bench.nic(vm, 1, 20)));
        var evidence = bench.evidence();
        evidence.same(
                "a second interface", bench.runtime().ensureNics(more, bench.patience()), NicOutcome.AT_NEXT_START);
        evidence.same("the same again", bench.runtime().ensureNics(more, bench.patience()), NicOutcome.UNCHANGED);
        evidence.holds("it is in the definition", bench.observe(vm).specHash().equals(more.specHash()));
    }

    private static void hideNothing(Workbench bench) {
        var definition = bench.running(0);
        var vm = definition.id();
        var changed =
                definition.withRevision(SECOND).withHardware(bench.hardware(2)).withNics(List.of(bench.nic(vm, 0, 10)));
        bench.evidence()
                .same(
                        "an interface, and a second processor",
                        bench.runtime().ensureNics(changed, bench.patience()),
                        NicOutcome.APPLIED);
        bench.evidence().holds("a cold start is still needed", bench.observe(vm).runsOldDefinition());
    }

    private static void givenSwitch(Workbench bench) {
        var definition = bench.running(2);
        bench.evidence()
                .holds(
                        "its run has both interfaces just so",
                        bench.instance(definition.id()).specHash().equals(definition.specHash()));
    }
}

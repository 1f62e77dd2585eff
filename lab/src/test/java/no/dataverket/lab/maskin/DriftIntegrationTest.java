package no.dataverket.lab.maskin;

import static no.dataverket.core.testing.Eventually.eventually;
import static no.dataverket.lab.maskin.MaskinLab.vmId;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.api.DriftAction;
import no.dataverket.contract.api.VmDriftKind;
import no.dataverket.contract.command.MaskinMessages.DriftPolicy;
import no.dataverket.contract.command.MaskinMessages.MaintainHost;
import no.dataverket.contract.command.MaskinMessages.RebootVm;
import no.dataverket.contract.command.MaskinMessages.SetSchedulable;
import no.dataverket.contract.command.MaskinMessages.StartVm;
import no.dataverket.contract.command.MaskinMessages.StopVm;
import no.dataverket.contract.command.MaskinMessages.VmComparison;
import no.dataverket.lab.hypervisor.HostSize;
import no.dataverket.lab.hypervisor.SimulatedRuntime;
import no.dataverket.lab.maskin.MaskinLab.Task;
import no.dataverket.maskin.runtime.Configuration;
import no.dataverket.maskin.runtime.ObservedVm;
import no.dataverket.maskin.runtime.Power;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What somebody did to machines at their host is told by kind, and handled as the host's policy says.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DriftIntegrationTest {

    private final MaskinLab lab = new MaskinLab(List.of("hv-1"), HostSize.large());
    private final SimulatedRuntime host = lab.host("hv-1");
    private Id image = Id.next(IdKind.IMAGE);
    private Id hypervisor = Id.next(IdKind.HYPERVISOR);
    private long generation = 1;

    @BeforeAll
    void begin() {
        hypervisor = lab.register("hv-1");
        image = Guest.image(lab, "1");
    }

    @AfterEach
    void asBefore() {
        decide(DriftPolicy.REPAIR);
        maintain(false);
    }

    @AfterAll
    void close() {
        lab.close();
    }

    @Test
    void aDefinitionThatIsGoneFromARunningMachineIsPutBack() {
        var guest = Guest.of(image).create(lab);
        host.backdoor().undefine(vmId(guest.vm()));
        awaitRepaired(guest, VmDriftKind.MISSING);
        awaitSame(guest);
        assertThat(observed(guest).configuration()).isPresent();
        assertThat(runsOf(guest)).as("it ran all the time").isEqualTo(1);
    }

    @Test
    void aDefinitionThatIsGoneFromAMachineThatIsOffIsPutBack() {
        var guest = Guest.of(image).create(lab);
        lab.succeed(Task.of(2), new StopVm(guest.vm(), true));
        host.backdoor().undefine(vmId(guest.vm()));
        awaitRepaired(guest, VmDriftKind.MISSING);
        awaitSame(guest);
        assertThat(observed(guest).power()).isEqualTo(Power.OFF);
    }

    @Test
    void memoryThatWasChangedIsPutRight() {
        var guest = Guest.of(image).create(lab);
        var decided = observed(guest).configuration().orElseThrow();
        host.backdoor().giveMemory(vmId(guest.vm()), 4096);
        var told = awaitRepaired(guest, VmDriftKind.CHANGED);
        assertThat(told.seen()).isEqualTo("memory 4096 MiB");
        assertThat(told.expected()).isEqualTo("memory " + decided.memoryKib() / 1024 + " MiB");
        awaitSame(guest);
        assertThat(observed(guest).configuration()).contains(decided);
    }

    @Test
    void whatIsToBeReportedStaysAndIsResolvedByTheCommandThatDecidesAboutIt() {
        decide(DriftPolicy.REPORT);
        var stopped = Guest.of(image).create(lab);
        var changed = Guest.of(image).create(lab);
        var started = Guest.of(image).create(lab);
        var gone = Guest.of(image).create(lab);
        lab.succeed(Task.of(2), new StopVm(started.vm(), true));
        host.backdoor().shutDown(vmId(stopped.vm()));
        host.backdoor().giveMemory(vmId(changed.vm()), 4096);
        host.backdoor().start(vmId(started.vm()));
        host.backdoor().undefine(vmId(gone.vm()));

        awaitReported(stopped, VmDriftKind.STOPPED);
        awaitReported(changed, VmDriftKind.CHANGED);
        awaitReported(started, VmDriftKind.RUNNING);
        awaitReported(gone, VmDriftKind.MISSING);
        awaitTwoMoreLooks();
        assertThat(observed(stopped).power()).isEqualTo(Power.OFF);
        assertThat(observed(changed).configuration().map(Configuration::memoryKib))
                .contains(4096L * 1024);
        assertThat(observed(started).power()).isEqualTo(Power.RUNNING);
        assertThat(observed(gone).configuration()).isEmpty();

        lab.succeed(Task.of(3), new StartVm(stopped.vm()));
        lab.succeed(Task.of(3), new RebootVm(changed.vm()));
        lab.succeed(Task.of(3), new StopVm(started.vm(), true));
        lab.succeed(Task.of(3), new StartVm(gone.vm()));
        for (var guest : List.of(stopped, changed, started, gone)) {
            awaitSame(guest);
            assertThat(repairs(guest)).isZero();
        }
    }

    @Test
    void aPolicyThatChangesIsFollowedFromThenOn() {
        decide(new DriftPolicy(DriftAction.REPAIR, DriftAction.REPAIR, DriftAction.REPORT, DriftAction.REPAIR));
        var guest = Guest.of(image).create(lab);
        host.backdoor().crash(vmId(guest.vm()));
        awaitReported(guest, VmDriftKind.STOPPED);
        decide(DriftPolicy.REPAIR);
        awaitRepaired(guest, VmDriftKind.STOPPED);
        awaitSame(guest);
    }

    @Test
    void nothingIsTouchedWhilePeopleWorkOnTheHost() {
        var guest = Guest.of(image).create(lab);
        maintain(true);
        host.backdoor().shutDown(vmId(guest.vm()));
        awaitReported(guest, VmDriftKind.STOPPED);
        awaitTwoMoreLooks();
        assertThat(observed(guest).power()).isEqualTo(Power.OFF);
        maintain(false);
        awaitRepaired(guest, VmDriftKind.STOPPED);
    }

    @Test
    void aDomainOfOthersIsToldByNameAndLeftAlone() {
        host.backdoor().addForeign("someone-elses");
        eventually(this::strangers, List.of("someone-elses")::equals);
        assertThat(host.observeAll().foreign()).containsExactly("someone-elses");
        host.backdoor().removeForeign("someone-elses");
        eventually(this::strangers, List::isEmpty);
    }

    private List<String> strangers() {
        return Objects.requireNonNullElse(lab.factsOfHost(hypervisor).getLast().strangers(), List.of());
    }

    private void decide(DriftPolicy policy) {
        lab.succeed(Task.of(++generation), new SetSchedulable(hypervisor, true, null, policy));
    }

    private void maintain(boolean maintenance) {
        lab.succeed(Task.of(++generation), new MaintainHost(hypervisor, maintenance));
    }

    private ObservedVm observed(Guest guest) {
        return host.observe(vmId(guest.vm())).orElseThrow();
    }

    private long runsOf(Guest guest) {
        return host.runs().stream()
                .filter(run -> run.vm().equals(vmId(guest.vm())))
                .count();
    }

    private VmComparison awaitRepaired(Guest guest, VmDriftKind kind) {
        return await(guest, kind, true);
    }

    private void awaitReported(Guest guest, VmDriftKind kind) {
        assertThat(await(guest, kind, false).policy()).isEqualTo(DriftAction.REPORT);
    }

    private VmComparison await(Guest guest, VmDriftKind kind, boolean repaired) {
        return eventually(
                        () -> comparisons(guest).stream()
                                .filter(each -> each.kind() == kind && each.repaired() == repaired)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private void awaitSame(Guest guest) {
        eventually(() -> comparisons(guest).getLast(), VmComparison.SAME::equals);
    }

    private long repairs(Guest guest) {
        return comparisons(guest).stream().filter(VmComparison::repaired).count();
    }

    private List<VmComparison> comparisons(Guest guest) {
        return lab.factsOf(guest.vm()).stream()
                .flatMap(fact -> Optional.ofNullable(fact.comparison()).stream())
                .toList();
    }

    /// The host is told of though nothing changes, each time after it was looked at.
    private void awaitTwoMoreLooks() {
        int before = lab.factsOfHost(hypervisor).size();
        eventually(() -> lab.factsOfHost(hypervisor).size(), size -> size >= before + 2);
    }
}

package no.dataverket.lab.maskin;

import static no.dataverket.core.testing.Eventually.eventually;
import static no.dataverket.lab.maskin.MaskinLab.vmId;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.command.MaskinMessages.DeleteVm;
import no.dataverket.contract.command.MaskinMessages.HostObserved;
import no.dataverket.contract.command.MaskinMessages.StartVm;
import no.dataverket.contract.command.MaskinMessages.StopVm;
import no.dataverket.contract.command.MaskinMessages.VmObserved;
import no.dataverket.lab.hypervisor.HostSize;
import no.dataverket.lab.hypervisor.Operation;
import no.dataverket.lab.hypervisor.SimulatedRuntime;
import no.dataverket.lab.maskin.MaskinLab.Task;
import no.dataverket.maskin.runtime.Boot;
import no.dataverket.maskin.runtime.DiskRequest;
import no.dataverket.maskin.runtime.Hardware;
import no.dataverket.maskin.runtime.Owner;
import no.dataverket.maskin.runtime.Power;
import no.dataverket.maskin.runtime.Revision;
import no.dataverket.maskin.runtime.RuntimeFailure.Kind;
import no.dataverket.maskin.runtime.VmDefinition;
import no.dataverket.maskin.runtime.VmId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReconcilerIntegrationTest {

    private final MaskinLab lab = new MaskinLab(List.of("hv-1"), HostSize.large());
    private final SimulatedRuntime host = lab.host("hv-1");
    private Id image = Id.next(IdKind.IMAGE);
    private Id hypervisor = Id.next(IdKind.HYPERVISOR);

    @BeforeAll
    void begin() {
        hypervisor = lab.register("hv-1");
        image = Guest.image(lab, "1");
    }

    @AfterEach
    void clear() {
        var vms = lab.database.call(
                transaction -> transaction.query("SELECT id FROM maskin.vm", row -> new Id(IdKind.VM, row.uuid("id"))));
        vms.forEach(vm -> lab.succeed(Task.of(99), new DeleteVm(vm)));
        assertThat(lab.hypervisors.doubleRuns()).isEmpty();
    }

    @AfterAll
    void close() {
        lab.close();
    }

    @Test
    void aMachineThatStoppedOrDiedIsStartedAgain() {
        var guest = Guest.of(image).create(lab);
        host.backdoor().shutDown(vmId(guest.vm()));
        var shutDown = awaitFact(guest, fact -> fact.action().equals("started again"));
        assertThat(shutDown.power()).isEqualTo("RUNNING");
        assertThat(shutDown.drift()).contains("shut down by its guest");
        host.backdoor().crash(vmId(guest.vm()));
        awaitFact(guest, fact -> fact.drift().contains("process on the host died"));
        awaitPower(guest, Power.RUNNING);
        awaitQuiet(guest);
    }

    @Test
    void aPausedMachineGoesOn() {
        var guest = Guest.of(image).create(lab);
        host.backdoor().pause(vmId(guest.vm()));
        assertThat(awaitFact(guest, fact -> fact.action().equals("resumed")).power())
                .isEqualTo("RUNNING");
        assertThat(host.runs().stream().filter(run -> run.vm().equals(vmId(guest.vm()))))
                .as("it was not started anew")
                .hasSize(1);
    }

    @Test
    void aMachineThatIsWantedOffIsSwitchedOff() {
        var guest = Guest.of(image).create(lab);
        lab.succeed(Task.of(2), new StopVm(guest.vm(), true));
        host.backdoor().start(vmId(guest.vm()));
        assertThat(awaitFact(guest, fact -> fact.action().equals("switched off"))
                        .power())
                .isEqualTo("OFF");
        awaitPower(guest, Power.OFF);
    }

    @Test
    void aMachineWhoseDiskIsGoneIsReportedAndNotMadeAnew() {
        var guest = Guest.of(image).create(lab);
        host.backdoor().vanish(vmId(guest.vm()));
        var fact = awaitFact(guest, seen -> seen.drift().startsWith("DEGRADED: its disk is gone from hv-1"));
        assertThat(fact.power()).isEqualTo("ABSENT");
        assertThat(fact.action()).isEmpty();
        var refused = lab.send(Task.of(2), new StartVm(guest.vm()));
        assertThat(MaskinLab.detail(refused)).contains("disk is gone");
        assertThat(host.observe(vmId(guest.vm()))).isEmpty();
    }

    @Test
    void aMachineWhoseDomainIsGoneIsDefinedAgainFromItsDisk() {
        var guest = Guest.of(image).create(lab);
        lab.stop();
        host.backdoor().vanish(vmId(guest.vm()));
        var base = Path.of("/base");
        host.ensureDisk(new DiskRequest(vmId(guest.vm()), new Revision(1, 1), base, DiskRequest.Format.RAW, 1L << 30));
        lab.start();
        awaitFact(guest, fact -> fact.action().equals("defined again and started"));
        awaitPower(guest, Power.RUNNING);
    }

    @Test
    void aDefinitionThatWasChangedAtTheHostIsPutRight() {
        var guest = Guest.of(image).create(lab);
        var decided = host.observe(vmId(guest.vm())).orElseThrow();
        host.ensureDefined(definition(vmId(guest.vm()), decided.revision()));
        awaitFact(guest, fact -> fact.action().startsWith("defined again"));
        eventually(
                () -> host.observe(vmId(guest.vm())).orElseThrow().specHash(), hash -> hash.equals(decided.specHash()));
        assertThat(host.observe(vmId(guest.vm())).orElseThrow().power()).isEqualTo(Power.RUNNING);
    }

    @Test
    void aDomainThatNobodyKnowsIsReportedAndLeftAlone() {
        var stranger = Id.next(IdKind.VM);
        var revision = new Revision(1, 1);
        host.ensureDefined(definition(vmId(stranger), revision));
        host.ensureRunning(vmId(stranger), revision, MaskinLab.QUICK.start());
        var fact = eventually(() -> lab.factsOf(stranger), facts -> !facts.isEmpty())
                .getFirst();
        assertThat(fact.drift()).startsWith("orphan: ");
        assertThat(fact.action()).isEmpty();
        var seen = awaitHostFact(each -> each.message() != null);
        assertThat(seen.message())
                .contains("nothing is known of", vmId(stranger).domainName());
        assertThat(host.observe(vmId(stranger)).orElseThrow().power()).isEqualTo(Power.RUNNING);
        assertThat(lab.factsOf(stranger)).as("it is told once").hasSize(1);
        host.ensureAbsent(vmId(stranger), new Revision(2, 1), MaskinLab.QUICK.remove());
        awaitHostFact(each -> each.message() == null);
    }

    @Test
    void aHostThatCanNotBeAskedMakesItsMachinesUnknownAndNotOff() {
        var guest = Guest.of(image).create(lab);
        host.backdoor().cutOff();
        assertThat(awaitHostFact(fact -> !fact.reachable()).message()).contains("doesn't answer");
        assertThat(awaitFact(guest, fact -> fact.power().equals("UNKNOWN")).drift())
                .contains("can't be asked");
        host.backdoor().reconnect();
        awaitHostFact(HostObserved::reachable);
        eventually(
                () -> lab.factsOf(guest.vm()).getLast(),
                fact -> fact.power().equals("RUNNING") && fact.drift().isEmpty());
    }

    @Test
    void oneSlowAnswerIsNotAnOutage() {
        int before = lab.factsOfHost(hypervisor).size();
        host.faults().failNext(Operation.OBSERVE_ALL, 2, Kind.TIMEOUT);
        eventually(() -> lab.factsOfHost(hypervisor), facts -> facts.size() > before);
        assertThat(lab.factsOfHost(hypervisor)
                        .subList(before, lab.factsOfHost(hypervisor).size()))
                .allMatch(HostObserved::reachable);
    }

    @Test
    void aMachineThatDiesAgainAndAgainIsLeftAloneUntilSomebodyDecides() {
        var guest = Guest.of(image).create(lab);
        var vm = vmId(guest.vm());
        for (int death = 0; death <= MaskinLab.QUICK.repairLimit(); death++) {
            awaitPower(guest, Power.RUNNING);
            host.backdoor().crash(vm);
        }
        var fact = awaitFact(guest, seen -> seen.drift().startsWith("DEGRADED: crash loop"));
        assertThat(fact.power()).isEqualTo("CRASHED");
        assertThat(fact.action()).isEqualTo("left alone");
        lab.succeed(Task.of(2), new StartVm(guest.vm()));
        host.backdoor().crash(vm);
        awaitPower(guest, Power.RUNNING);
    }

    @Test
    void aHostThatRefusesARepairIsNotAskedForEver() {
        var guest = Guest.of(image).create(lab);
        host.faults().failNext(Operation.ENSURE_RUNNING, MaskinLab.QUICK.repairLimit(), Kind.CONFLICT);
        host.backdoor().crash(vmId(guest.vm()));
        awaitFact(guest, fact -> fact.drift().contains("could not be mended: planned failure"));
        awaitFact(guest, fact -> fact.drift().startsWith("DEGRADED: crash loop"));
        assertThat(host.observe(vmId(guest.vm())).orElseThrow().power()).isEqualTo(Power.CRASHED);
    }

    @Test
    void domainsOfOthersAreCounted() {
        host.backdoor().addForeign("someone-elses");
        assertThat(awaitHostFact(fact -> fact.foreignDomains() == 1).vms()).isZero();
    }

    @Test
    void aHostIsHeardOfThoughNothingChanges() {
        int before = lab.factsOfHost(hypervisor).size();
        eventually(() -> lab.factsOfHost(hypervisor).size(), size -> size >= before + 2);
    }

    private static VmDefinition definition(VmId vm, Revision revision) {
        var scope = new Owner.Scope("none", "someone");
        return new VmDefinition(
                vm,
                "changed",
                new Owner(scope, scope, scope),
                revision,
                new Hardware(SimulatedRuntime.MACHINE_TYPE, 3, 333),
                new VmDefinition.Drives(Path.of("/disk"), Path.of("/seed")),
                new Boot.FromDisk(),
                List.of());
    }

    private VmObserved awaitFact(Guest guest, Predicate<VmObserved> wanted) {
        return eventually(() -> lab.factsOf(guest.vm()).stream().filter(wanted).findFirst(), found -> found.isPresent())
                .orElseThrow();
    }

    private HostObserved awaitHostFact(Predicate<HostObserved> wanted) {
        return eventually(() -> lab.factsOfHost(hypervisor).getLast(), wanted);
    }

    private void awaitPower(Guest guest, Power power) {
        eventually(() -> host.observe(vmId(guest.vm())).orElseThrow().power(), power::equals);
    }

    /// The last fact says that nothing differs any more.
    private void awaitQuiet(Guest guest) {
        eventually(() -> lab.factsOf(guest.vm()).getLast(), fact -> fact.drift().isEmpty());
    }
}

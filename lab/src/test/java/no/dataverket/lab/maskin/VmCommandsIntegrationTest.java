package no.dataverket.lab.maskin;

import static no.dataverket.core.testing.Eventually.eventually;
import static no.dataverket.lab.maskin.MaskinLab.detail;
import static no.dataverket.lab.maskin.MaskinLab.problem;
import static no.dataverket.lab.maskin.MaskinLab.vmId;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.api.ConsoleLog;
import no.dataverket.contract.command.Command;
import no.dataverket.contract.command.MaskinMessages.AttachInterface;
import no.dataverket.contract.command.MaskinMessages.ClearVm;
import no.dataverket.contract.command.MaskinMessages.DeleteVm;
import no.dataverket.contract.command.MaskinMessages.DetachInterface;
import no.dataverket.contract.command.MaskinMessages.GrowDisk;
import no.dataverket.contract.command.MaskinMessages.ReadConsole;
import no.dataverket.contract.command.MaskinMessages.RebootVm;
import no.dataverket.contract.command.MaskinMessages.ReleaseVm;
import no.dataverket.contract.command.MaskinMessages.RemoveImage;
import no.dataverket.contract.command.MaskinMessages.ReserveRoom;
import no.dataverket.contract.command.MaskinMessages.ResizeVm;
import no.dataverket.contract.command.MaskinMessages.StartVm;
import no.dataverket.contract.command.MaskinMessages.StopVm;
import no.dataverket.contract.command.StepReport.Outcome;
import no.dataverket.core.bus.Origin;
import no.dataverket.lab.hypervisor.HostSize;
import no.dataverket.lab.hypervisor.Operation;
import no.dataverket.lab.hypervisor.SimulatedRuntime;
import no.dataverket.lab.maskin.MaskinLab.Task;
import no.dataverket.maskin.runtime.ObservedVm;
import no.dataverket.maskin.runtime.Power;
import no.dataverket.maskin.runtime.RuntimeFailure.Kind;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class VmCommandsIntegrationTest {

    private final MaskinLab lab = new MaskinLab(List.of("hv-1"), HostSize.large());
    private final SimulatedRuntime host = lab.host("hv-1");
    private Id image = Id.next(IdKind.IMAGE);

    @BeforeAll
    void begin() {
        lab.register("hv-1");
        image = Guest.image(lab, "1");
    }

    @AfterEach
    void nothingLeaksAndNothingIsLeft() {
        assertThat(lab.said()).noneMatch(text -> text.contains(Guest.SECRET) || text.contains(Guest.KEY));
        var vms = lab.database.call(
                transaction -> transaction.query("SELECT id FROM maskin.vm", row -> new Id(IdKind.VM, row.uuid("id"))));
        vms.forEach(vm -> lab.succeed(Task.of(99), new DeleteVm(vm)));
        assertThat(host.observeAll().vms()).isEmpty();
        assertThat(host.observeAll().leftovers()).isEmpty();
        assertThat(lab.count("SELECT sum(vcpus_reserved + memory_mib_reserved) AS n FROM maskin.host"))
                .isZero();
        assertThat(lab.hypervisors.doubleRuns()).isEmpty();
    }

    @AfterAll
    void close() {
        lab.close();
    }

    @Test
    void aMachineGoesThroughItsLifeWithEachCommandTwice() {
        var guest = Guest.of(image);
        lab.succeedTwice(guest.creating(), guest.place());
        lab.succeedTwice(guest.creating(), guest.prepare());
        lab.succeedTwice(guest.creating(), guest.provision());
        var made = observed(guest);
        assertThat(made.power()).isEqualTo(Power.RUNNING);
        assertThat(made.name()).isEqualTo("acme/shop/prod/web-1");
        assertThat(made.owner().environment().name()).isEqualTo("prod");
        assertThat(runs(guest)).isEqualTo(1);

        lab.succeedTwice(Task.of(2), new StopVm(guest.vm(), false));
        assertThat(observed(guest).power()).isEqualTo(Power.OFF);
        lab.succeedTwice(Task.of(3), new StartVm(guest.vm()));
        assertThat(runs(guest)).isEqualTo(2);
        lab.succeedTwice(Task.of(4), new RebootVm(guest.vm()));
        assertThat(runs(guest)).as("one reboot for one task").isEqualTo(3);
        lab.succeedTwice(Task.of(5), new AttachInterface(guest.vm(), guest.port(1)));
        lab.succeedTwice(Task.of(6), new DetachInterface(guest.vm(), 0));
        lab.succeedTwice(Task.of(7), new StopVm(guest.vm(), true));
        assertThat(runs(guest)).isEqualTo(3);
        var removing = Task.of(8);
        lab.succeedTwice(removing, new DeleteVm(guest.vm()));
        lab.succeedTwice(removing, new ReleaseVm(guest.vm()));
        assertThat(host.observe(vmId(guest.vm()))).isEmpty();
        assertThat(lab.factsOf(guest.vm()).stream().map(fact -> fact.power()))
                .containsSubsequence("RUNNING", "OFF", "RUNNING", "OFF", "ABSENT");
    }

    @Test
    void aMachineGetsAnotherSizeWhereItIsWithEachCommandTwice() {
        var guest = Guest.of(image).create(lab);
        var resizing = Task.of(2);
        lab.succeedTwice(resizing, new ReserveRoom(guest.vm(), 3, 512));
        assertThat(reserved()).isEqualTo(3 + 512);
        assertThat(problem(lab.send(resizing, new ResizeVm(guest.vm(), 4, 512))))
                .isEqualTo("VALIDATION_FAILED");
        lab.succeedTwice(resizing, new StopVm(guest.vm(), false));
        lab.succeedTwice(resizing, new ResizeVm(guest.vm(), 3, 128));
        lab.succeedTwice(resizing, new GrowDisk(guest.vm(), 2));
        assertThat(problem(lab.send(resizing, new GrowDisk(guest.vm(), 1)))).isEqualTo("RUNTIME_REFUSED");
        lab.succeedTwice(resizing, new StartVm(guest.vm()));
        lab.succeedTwice(resizing, new ReserveRoom(guest.vm(), 3, 128));
        assertThat(reserved()).isEqualTo(3 + 128);
        assertThat(observed(guest).power()).isEqualTo(Power.RUNNING);
        assertThat(observed(guest).runsOldDefinition()).isFalse();
        assertThat(lab.count("SELECT (definition ->> 'vcpus')::int + (definition ->> 'memory_mib')::int AS n"
                        + " FROM maskin.vm"))
                .isEqualTo(3 + 128);
    }

    @Test
    void aHostThatIsFullKeepsWhatItHasAndSaysSo() {
        var guest = Guest.of(image).create(lab);
        var report = lab.send(Task.of(2), new ReserveRoom(guest.vm(), 1, 64 << 20));
        assertThat(problem(report)).isEqualTo("NO_CAPACITY");
        assertThat(reserved()).isEqualTo(1 + 256);
    }

    @Test
    void aMachineIsMadeAnewWithEachCommandTwice() {
        var guest = Guest.of(image).create(lab);
        var other = Guest.image(lab, "rebuilt-" + guest.vm());
        var anew = new Guest(guest.vm(), other, Task.of(2));
        assertThat(problem(lab.send(Task.of(2), new ClearVm(guest.vm(), Id.next(IdKind.IMAGE), 1))))
                .isEqualTo("INVALID_REFERENCE");
        assertThat(observed(guest).power()).as("nothing was removed").isEqualTo(Power.RUNNING);

        var rebuilding = Task.of(3);
        lab.succeedTwice(rebuilding, new ClearVm(guest.vm(), other, 1));
        assertThat(host.observe(vmId(guest.vm()))).isEmpty();
        lab.succeedTwice(rebuilding, anew.prepare());
        lab.succeedTwice(rebuilding, anew.provision());
        assertThat(observed(guest).power()).isEqualTo(Power.RUNNING);
        assertThat(observed(guest).name()).isEqualTo("acme/shop/prod/web-1");
        assertThat(problem(lab.send(guest.creating(), guest.prepare()))).isEqualTo("STALE_WRITER");
        lab.succeed(Task.of(4), new StopVm(guest.vm(), true));
    }

    private long reserved() {
        return lab.count("SELECT sum(vcpus_reserved + memory_mib_reserved) AS n FROM maskin.host");
    }

    @Test
    void aMachineThatWasNeverProvisionedIsRemovedAllTheSame() {
        var placed = Guest.of(image);
        lab.succeed(placed.creating(), placed.place());
        lab.succeedTwice(placed.creating().undoing(), new DeleteVm(placed.vm()));
        var prepared = Guest.of(image);
        lab.succeed(prepared.creating(), prepared.place());
        lab.succeed(prepared.creating(), prepared.prepare());
        lab.succeedTwice(prepared.creating().undoing(), new DeleteVm(prepared.vm()));
        var unknown = Guest.of(image);
        lab.succeedTwice(unknown.creating(), new DeleteVm(unknown.vm()));
    }

    @Test
    void noDiskIsMadeOverAnImageThatWasSpoiledInTheStore() throws IOException {
        var precious = Guest.image(lab, "precious");
        var disk = lab.store.resolve(precious.toString()).resolve("disk.raw");
        var whole = Files.readString(disk);
        var spoiled = Guest.of(precious);
        lab.succeed(spoiled.creating(), spoiled.place());
        replace(disk, whole.replace('d', 'D'));
        var refused = lab.send(spoiled.creating(), spoiled.prepare());
        assertThat(problem(refused)).isEqualTo("IMAGE_CORRUPT");
        assertThat(detail(refused)).contains("disk.raw");
        assertThat(host.observeAll().leftovers()).isEmpty();

        replace(disk, whole);
        lab.succeed(spoiled.creating(), spoiled.prepare());
        replace(disk, whole + "!");
        var later = Guest.of(precious);
        lab.succeed(later.creating(), later.place());
        assertThat(problem(lab.send(later.creating(), later.prepare()))).isEqualTo("IMAGE_CORRUPT");
        Files.delete(disk);
        assertThat(detail(lab.send(later.creating(), later.prepare()))).contains("disk.raw is gone");
    }

    private static void replace(Path file, String content) throws IOException {
        Files.deleteIfExists(file);
        Files.writeString(file, content);
    }

    @Test
    void anOlderCommandIsRefused() {
        var guest = Guest.of(image).create(lab);
        lab.succeed(Task.of(5), new StopVm(guest.vm(), true));
        assertThat(problem(lab.send(Task.of(4), new StartVm(guest.vm())))).isEqualTo("STALE_WRITER");
        assertThat(observed(guest).power()).isEqualTo(Power.OFF);
        lab.succeed(Task.of(6), new DeleteVm(guest.vm()));
        assertThat(problem(lab.send(guest.creating(), guest.prepare()))).isEqualTo("RESOURCE_NOT_FOUND");
        assertThat(problem(lab.send(Task.of(7), new StartVm(guest.vm())))).isEqualTo("RESOURCE_NOT_FOUND");
    }

    @Test
    void whatTheHostCanNotDoIsSaidInItsWords() {
        for (var kind : List.of(Kind.INVALID, Kind.INTERNAL, Kind.CONFLICT)) {
            eachCommandMeets(kind, Outcome.FAILED, "RUNTIME_REFUSED");
        }
        eachCommandMeets(Kind.NO_SPACE, Outcome.FAILED, "NO_CAPACITY");
    }

    @Test
    void whatTookTooLongIsToBeTriedAgain() {
        eachCommandMeets(Kind.TIMEOUT, Outcome.TRANSIENT, "DEADLINE_EXCEEDED");
    }

    @Test
    void aHostThatIsAwayIsWaitedFor() {
        eachCommandMeets(Kind.UNREACHABLE, Outcome.BLOCKED, "DEPENDENCY_UNAVAILABLE");
        var guest = Guest.of(image).create(lab);
        host.backdoor().cutOff();
        var report = lab.send(Task.of(2), new StopVm(guest.vm(), true));
        assertThat(report.dependency()).isEqualTo("simulated on hv-1");
        host.backdoor().reconnect();
        eventually(
                () -> lab.count("SELECT count(*) AS n FROM maskin.host WHERE reachable"), reachable -> reachable == 1);
    }

    /// Each command meets the failure once and then succeeds.
    private void eachCommandMeets(Kind kind, Outcome outcome, String code) {
        var guest = Guest.of(image);
        lab.succeed(guest.creating(), guest.place());
        meets(kind, Operation.ENSURE_DISK, guest.creating(), guest.prepare(), outcome, code);
        meets(kind, Operation.ENSURE_SEED, guest.creating(), guest.prepare(), outcome, code);
        meets(kind, Operation.ENSURE_DEFINED, guest.creating(), guest.provision(), outcome, code);
        lab.succeed(Task.of(2), new StopVm(guest.vm(), true));
        var starting = Task.of(3);
        host.faults().failNext(Operation.ENSURE_RUNNING, 1, kind);
        var report = lab.send(starting, new StartVm(guest.vm()));
        assertThat(report.outcome()).isEqualTo(outcome);
        assertThat(problem(report)).isEqualTo(code);
        lab.succeed(starting, new StartVm(guest.vm()));
        meets(kind, Operation.REBOOT, Task.of(4), new RebootVm(guest.vm()), outcome, code);
        meets(kind, Operation.ENSURE_NICS, Task.of(5), new AttachInterface(guest.vm(), guest.port(2)), outcome, code);
        meets(kind, Operation.ENSURE_STOPPED, Task.of(6), new StopVm(guest.vm(), false), outcome, code);
        meets(kind, Operation.ENSURE_ABSENT, Task.of(7), new DeleteVm(guest.vm()), outcome, code);
    }

    private void meets(Kind kind, Operation operation, Task task, Command command, Outcome outcome, String code) {
        host.faults().failNext(operation, 1, kind);
        var report = lab.send(task, command);
        assertThat(report.outcome()).as(operation + " " + kind).isEqualTo(outcome);
        assertThat(problem(report)).isEqualTo(code);
        assertThat(detail(report)).contains("simulated on hv-1", "planned failure of " + operation);
        lab.succeed(task, command);
    }

    @Test
    void aLostAnswerHasNoSecondEffect() {
        var guest = Guest.of(image);
        lab.succeed(guest.creating(), guest.place());
        for (var operation : List.of(Operation.ENSURE_DISK, Operation.ENSURE_SEED)) {
            host.faults().loseAnswers(operation, 1, Kind.TIMEOUT);
            assertThat(lab.send(guest.creating(), guest.prepare()).outcome()).isEqualTo(Outcome.TRANSIENT);
        }
        lab.succeed(guest.creating(), guest.prepare());
        host.faults().loseAnswers(Operation.ENSURE_DEFINED, 1, Kind.TIMEOUT);
        assertThat(lab.send(guest.creating(), guest.provision()).outcome()).isEqualTo(Outcome.TRANSIENT);
        lab.succeed(guest.creating(), guest.provision());
        assertThat(runs(guest)).isEqualTo(1);
        lab.succeed(Task.of(2), new StopVm(guest.vm(), true));
        var starting = Task.of(3);
        host.faults().loseAnswers(Operation.ENSURE_RUNNING, 1, Kind.TIMEOUT);
        assertThat(lab.send(starting, new StartVm(guest.vm())).outcome()).isEqualTo(Outcome.TRANSIENT);
        lab.succeed(starting, new StartVm(guest.vm()));
        assertThat(runs(guest)).isEqualTo(2);
        var rebooting = Task.of(4);
        host.faults().loseAnswers(Operation.REBOOT, 1, Kind.TIMEOUT);
        assertThat(lab.send(rebooting, new RebootVm(guest.vm())).outcome()).isEqualTo(Outcome.TRANSIENT);
        lab.succeed(rebooting, new RebootVm(guest.vm()));
        assertThat(runs(guest)).isEqualTo(3);
    }

    @Test
    void aServiceThatDiesBetweenEffectAndReportGoesOnWithoutASecondEffect() {
        var guest = Guest.of(image);
        lab.succeed(guest.creating(), guest.place());
        lab.succeed(guest.creating(), guest.prepare());
        var provisioned = lab.publish(guest.creating(), guest.provision());
        lab.report(provisioned);
        lab.stop();
        lab.run(transaction -> transaction.update("DELETE FROM maskin.inbox WHERE execution = ?", provisioned.id()));
        lab.start();
        lab.bus()
                .publish(provisioned.type(), provisioned.id() + ":2", no.dataverket.core.json.Json.bytes(provisioned))
                .join();
        eventually(() -> lab.reportsOf(provisioned), reports -> reports.size() == 2);
        assertThat(lab.reportsOf(provisioned)).allMatch(report -> report.outcome() == Outcome.SUCCEEDED);
        assertThat(runs(guest)).isEqualTo(1);
    }

    @Test
    void aServiceThatStopsInMidCommandLeavesTheRestToTheReconciler() {
        var guest = Guest.of(image);
        lab.succeed(guest.creating(), guest.place());
        lab.succeed(guest.creating(), guest.prepare());
        host.faults().hangNext(Operation.ENSURE_RUNNING, 1);
        lab.publish(guest.creating(), guest.provision());
        eventually(() -> host.observe(vmId(guest.vm())), Optional::isPresent);
        lab.restart();
        eventually(() -> observed(guest).power(), power -> power == Power.RUNNING);
        assertThat(runs(guest)).isEqualTo(1);
    }

    @Test
    void anInterfaceThatTheHostRefusesIsNotKept() {
        var guest = Guest.of(image).create(lab);
        var before = observed(guest).specHash();
        host.faults().failNext(Operation.ENSURE_NICS, 1, Kind.CONFLICT);
        assertThat(problem(lab.send(Task.of(2), new AttachInterface(guest.vm(), guest.port(1)))))
                .isEqualTo("RUNTIME_REFUSED");
        lab.succeed(Task.of(3), new RebootVm(guest.vm()));
        assertThat(observed(guest).specHash()).isEqualTo(before);
    }

    @Test
    void aMachineStartsOnlyOnTheRoomThatWasReserved() {
        var guest = Guest.of(image);
        lab.succeed(guest.creating(), guest.place());
        lab.succeed(guest.creating(), guest.prepare());
        var greedy = new no.dataverket.contract.command.MaskinMessages.ProvisionVm(
                guest.vm(), "a/b/c/d", image, 64, 65_536, 1, List.of());
        assertThat(problem(lab.send(guest.creating(), greedy))).isEqualTo("VALIDATION_FAILED");
        assertThat(problem(lab.send(guest.creating(), new StartVm(guest.vm())))).isEqualTo("RESOURCE_NOT_READY");
        lab.succeed(guest.creating(), new StopVm(guest.vm(), false));
    }

    @Test
    void anImageThatMachinesAreMadeFromStays() {
        var guest = Guest.of(image).create(lab);
        var refused = lab.send(Task.of(2), new RemoveImage(image));
        assertThat(problem(refused)).isEqualTo("RESOURCE_IN_USE");
        assertThat(refused.toString()).contains(guest.vm().toString());
    }

    @Test
    void theConsoleIsReadInPiecesAndFromItsEnd() {
        var guest = Guest.of(image).create(lab);
        var all = console(guest, 0, 1000);
        assertThat(all.text()).startsWith("SIM: READY").endsWith("start=000001\n");
        assertThat(all.nextOffset()).isEqualTo(all.size()).isEqualTo(all.text().length());
        var head = console(guest, 0, 10);
        assertThat(head.text()).isEqualTo("SIM: READY");
        assertThat(head.size()).isEqualTo(all.size());
        assertThat(console(guest, head.nextOffset(), 1000).text())
                .isEqualTo(all.text().substring(10));
        var tail = console(guest, -7, 1000);
        assertThat(tail.text()).isEqualTo("000001\n");
        assertThat(tail.nextOffset()).isEqualTo(all.size());
        assertThat(console(guest, -7, 3).text()).isEqualTo("000");
        assertThat(console(guest, -7, 3).nextOffset()).isEqualTo(all.size() - 4);
        assertThat(console(guest, all.size(), 10).text()).isEmpty();
        Assertions.assertThatThrownBy(() -> console(Guest.of(image), 0, 10)).hasMessageContaining("RESOURCE_NOT_FOUND");
    }

    private ConsoleLog console(Guest guest, long offset, int limit) {
        var origin = Origin.ofService("test", "0123456789abcdef0123456789abcdef");
        return lab.bus()
                .ask(new ReadConsole(guest.vm(), offset, limit), ConsoleLog.class, origin, Duration.ofSeconds(10));
    }

    private ObservedVm observed(Guest guest) {
        return host.observe(vmId(guest.vm())).orElseThrow();
    }

    private long runs(Guest guest) {
        return host.runs().stream()
                .filter(run -> run.vm().equals(vmId(guest.vm())))
                .count();
    }
}

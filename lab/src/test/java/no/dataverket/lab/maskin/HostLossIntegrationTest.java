package no.dataverket.lab.maskin;

import static no.dataverket.core.testing.Eventually.eventually;
import static no.dataverket.lab.maskin.MaskinLab.vmId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.api.FenceMeans;
import no.dataverket.contract.command.MaskinMessages.AttachVolume;
import no.dataverket.contract.command.MaskinMessages.DeleteVm;
import no.dataverket.contract.command.MaskinMessages.FenceHost;
import no.dataverket.contract.command.MaskinMessages.HostCustody;
import no.dataverket.contract.command.MaskinMessages.HostObserved;
import no.dataverket.contract.command.MaskinMessages.PlacementWish;
import no.dataverket.contract.command.MaskinMessages.ReleaseHost;
import no.dataverket.contract.command.MaskinMessages.RelocateVm;
import no.dataverket.contract.command.MaskinMessages.ResumeVm;
import no.dataverket.contract.command.MaskinMessages.StartVm;
import no.dataverket.contract.command.MaskinMessages.StopVm;
import no.dataverket.contract.command.MaskinMessages.VmPlaced;
import no.dataverket.contract.command.StepReport;
import no.dataverket.contract.command.StepReport.Outcome;
import no.dataverket.core.db.DatabaseFailure;
import no.dataverket.lab.hypervisor.HostSize;
import no.dataverket.lab.hypervisor.SimulatedRuntime;
import no.dataverket.lab.maskin.MaskinLab.Task;
import no.dataverket.maskin.runtime.DiskRequest;
import no.dataverket.maskin.runtime.ObservedVm;
import no.dataverket.maskin.runtime.Power;
import no.dataverket.maskin.runtime.Revision;
import no.dataverket.maskin.runtime.RuntimeFailure;
import no.dataverket.maskin.runtime.StaleWriter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A host that is lost proves nothing. Its machines run elsewhere after somebody has stood for that they
/// don't run there, and what returns with it is stopped.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HostLossIntegrationTest {

    private static final List<String> HOSTS = List.of("hv-1", "hv-2", "hv-3");

    private final MaskinLab lab = new MaskinLab(HOSTS, HostSize.large());
    private final Map<String, Id> hosts = new LinkedHashMap<>();
    private Id image = Id.next(IdKind.IMAGE);

    @BeforeAll
    void begin() {
        HOSTS.forEach(name -> hosts.put(name, lab.registerSharing(name)));
        image = Guest.image(lab, "1");
    }

    @AfterEach
    void clear() {
        HOSTS.forEach(this::giveBack);
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
    void nothingIsRestartedElsewhereWithoutProof() {
        var guest = Guest.of(image).create(lab);
        var place = placeOf(guest);
        assertThat(MaskinLab.problem(lab.send(Task.of(5), proof(place)))).isEqualTo("HYPERVISOR_NOT_LOST");

        host(place).backdoor().cutOff();
        awaitCustody(place, HostCustody::lost);
        var unknown = eventually(
                () -> lab.factsOf(guest.vm()), facts -> facts.getLast().power().equals("UNKNOWN"));
        assertThat(unknown.getLast().drift()).contains(place, "can't be asked");
        assertThat(MaskinLab.problem(lab.send(Task.of(2), relocation(guest, place))))
                .isEqualTo("FENCE_PROOF_MISSING");
        assertThat(placeOf(guest)).isEqualTo(place);

        host(place).backdoor().reconnect();
        awaitCustody(place, custody -> !custody.lost());
        eventually(
                () -> lab.factsOf(guest.vm()), facts -> facts.getLast().power().equals("RUNNING"));
        assertThat(lab.hypervisors.runs().stream().filter(run -> run.vm().equals(vmId(guest.vm()))))
                .as("it ran on all the time")
                .hasSize(1);
    }

    @Test
    void aMachineOfAFencedHostRunsElsewhereAndWhatReturnsIsStopped() {
        var guest = Guest.of(image).create(lab);
        var old = placeOf(guest);
        lose(old);
        long proofs = lab.count("SELECT count(*) AS n FROM maskin.fence_proof WHERE host_name = ?", old);
        lab.succeedTwice(Task.of(5), proof(old));
        assertThat(lab.count("SELECT count(*) AS n FROM maskin.fence_proof WHERE host_name = ?", old) - proofs)
                .isEqualTo(1);

        var move = Task.of(2);
        lab.succeedTwice(move, relocation(guest, old));
        var placed = MaskinLab.result(lab.succeed(move, relocation(guest, old)), VmPlaced.class);
        assertThat(placed.hypervisorName()).isNotEqualTo(old).isEqualTo(placeOf(guest));
        lab.succeedTwice(move, new ResumeVm(guest.vm(), List.of(guest.port(0))));
        var runs = observed(placed.hypervisorName(), guest);
        assertThat(runs.power()).isEqualTo(Power.RUNNING);
        assertThat(runs.revision().epoch()).isEqualTo(2);
        assertThat(lab.count("SELECT count(*) AS n FROM maskin.vm_move WHERE vm = ? AND fence IS NOT NULL", guest.vm()))
                .isEqualTo(1);
        assertThat(reserved(old)).isZero();
        assertThat(reserved(placed.hypervisorName())).isEqualTo(256);

        assertThat(observed(old, guest).revision().epoch())
                .as("what it was told last")
                .isEqualTo(1);
        host(old).backdoor().reconnect();
        eventually(() -> host(old).observe(vmId(guest.vm())), Optional::isEmpty);
        awaitCustody(old, custody -> custody.fence() != null && custody.quarantine() != null && !custody.lost());
        var late = new DiskRequest(
                vmId(guest.vm()), new Revision(1, 99), Path.of("/base"), DiskRequest.Format.RAW, 1L << 30);
        assertThatThrownBy(() -> host(old).ensureDisk(late)).isInstanceOf(StaleWriter.class);
        release(old);
        awaitCustody(old, custody -> custody.fence() == null && custody.quarantine() == null);
        assertThat(observed(placed.hypervisorName(), guest).power()).isEqualTo(Power.RUNNING);
    }

    /// Invariant 2, of the host that a machine was taken from by proof.
    @Test
    void volumesGoWithTheMachineAndTheLostHostIsRefused() {
        var volume = DataVolume.create(lab);
        var guest = Guest.of(image).create(lab);
        lab.succeed(Task.of(2), new StopVm(guest.vm(), true));
        lab.succeed(Task.of(3), new AttachVolume(guest.vm(), volume.id(), 0));
        volume.write();
        lab.succeed(Task.of(4), new StartVm(guest.vm()));
        var old = placeOf(guest);
        var before = volume.file();
        lose(old);
        lab.succeed(Task.of(5), proof(old));
        var move = Task.of(5);
        lab.succeed(move, relocation(guest, old));
        lab.succeed(move, new ResumeVm(guest.vm(), List.of(guest.port(0))));

        assertThat(observed(placeOf(guest), guest).power()).isEqualTo(Power.RUNNING);
        assertThat(volume.mayBeWrittenBy(guest.vm())).isTrue();
        volume.assertKept();
        try (var alone = SimulatedRuntime.inMemory("alone", HostSize.large())) {
            assertThatThrownBy(() -> volume.startOn(alone, guest.vm(), before))
                    .isInstanceOf(RuntimeFailure.class)
                    .hasMessageContaining(before.toString());
        }
        host(old).backdoor().reconnect();
        eventually(() -> host(old).observe(vmId(guest.vm())), Optional::isEmpty);
        assertThat(volume.file()).as("what the returning host lets go of").exists();
    }

    @Test
    void aHostThatAnswersAgainKeepsItsMachines() {
        var guest = Guest.of(image).create(lab);
        var place = placeOf(guest);
        lose(place);
        lab.succeed(Task.of(5), proof(place));
        host(place).backdoor().reconnect();
        awaitCustody(place, custody -> custody.fence() != null && !custody.lost());
        var refused = lab.send(Task.of(2), relocation(guest, place));
        assertThat(MaskinLab.problem(refused)).isEqualTo("FENCE_PROOF_MISSING");
        assertThat(MaskinLab.detail(refused)).contains("answers again");
        assertThat(observed(place, guest).power())
                .as("a fenced host starts nothing")
                .isEqualTo(Power.OFF);

        release(place);
        eventually(() -> observed(place, guest).power(), Power.RUNNING::equals);
    }

    @Test
    void aMachineThatIsWantedOffStaysOffElsewhere() {
        var guest = Guest.of(image).create(lab);
        lab.succeed(Task.of(2), new StopVm(guest.vm(), true));
        var old = placeOf(guest);
        lose(old);
        lab.succeed(Task.of(5), proof(old));
        var move = Task.of(3);
        lab.succeed(move, relocation(guest, old));
        lab.succeed(move, new ResumeVm(guest.vm(), List.of(guest.port(0))));
        assertThat(observed(placeOf(guest), guest).power()).isEqualTo(Power.OFF);
        assertThat(lab.hypervisors.runs().stream().filter(run -> run.vm().equals(vmId(guest.vm()))))
                .hasSize(1);
    }

    @Test
    void aMachineThatNeedsAClassOfHostsIsNotTakenOverByAnother() {
        var guest = Guest.of(image).create(lab);
        var old = placeOf(guest);
        lose(old);
        lab.succeed(Task.of(5), proof(old));
        var needy = new PlacementWish(null, null, null, null, "dedicated", null);
        var from = Objects.requireNonNull(hosts.get(old));
        var refused = lab.send(Task.of(2), new RelocateVm(guest.vm(), from, image, List.of(), needy));
        assertThat(MaskinLab.problem(refused)).isEqualTo("NO_CAPACITY");
        assertThat(MaskinLab.detail(refused)).contains("standard");
        lab.succeed(Task.of(3), relocation(guest, old));
    }

    /// Invariant 3, of machines: what was deleted while its host was away does not come back with it.
    @Test
    void whatWasDeletedDoesNotReturnWithItsHost() {
        var guests = new ArrayList<Guest>();
        for (int i = 0; i <= HOSTS.size(); i++) {
            guests.add(Guest.of(image).create(lab));
        }
        var place = guests.stream()
                .map(this::placeOf)
                .filter(name -> on(name, guests).size() > 1)
                .findFirst()
                .orElseThrow();
        var stays = on(place, guests).getFirst();
        var moves = on(place, guests).getLast();
        lose(place);
        lab.succeed(Task.of(5), proof(place));
        var move = Task.of(2);
        lab.succeed(move, relocation(moves, place));
        lab.succeed(move, new ResumeVm(moves.vm(), List.of(moves.port(0))));
        lab.succeed(Task.of(3), new DeleteVm(stays.vm()));
        lab.succeed(Task.of(3), new DeleteVm(moves.vm()));
        for (var deleted : List.of(stays, moves)) {
            assertThat(host(place).seen(vmId(deleted.vm())))
                    .as("before its host returns")
                    .isPresent();
        }
        host(place).backdoor().reconnect();
        for (var deleted : List.of(stays, moves)) {
            eventually(() -> host(place).observe(vmId(deleted.vm())), Optional::isEmpty);
            assertThat(lab.count("SELECT count(*) AS n FROM maskin.vm WHERE id = ?", deleted.vm()))
                    .isZero();
            assertThat(MaskinLab.problem(lab.send(deleted.creating(), deleted.place())))
                    .isEqualTo("STALE_WRITER");
        }
    }

    private List<Guest> on(String name, List<Guest> guests) {
        return guests.stream().filter(guest -> placeOf(guest).equals(name)).toList();
    }

    @Test
    void aProofIsNeverChanged() {
        lose("hv-1");
        lab.succeed(Task.of(5), proof("hv-1"));
        for (var change : List.of(
                "UPDATE maskin.fence_proof SET evidence = 'nothing was seen'", "DELETE FROM maskin.fence_proof")) {
            assertThatThrownBy(() -> lab.run(transaction -> transaction.update(change)))
                    .as(change)
                    .isInstanceOf(DatabaseFailure.class)
                    .hasMessageContaining("never changed");
        }
        var kept = awaitCustody("hv-1", custody -> custody.fence() != null);
        var fence = Objects.requireNonNull(kept.fence());
        assertThat(fence.means()).isEqualTo(FenceMeans.POWER_OFF);
        assertThat(fence.evidence()).isEqualTo("the controller read OFF twice");
        assertThat(fence.by()).isEqualTo("ann");
    }

    private void lose(String name) {
        host(name).backdoor().cutPower();
        awaitCustody(name, HostCustody::lost);
    }

    private void giveBack(String name) {
        host(name).backdoor().reconnect();
        eventually(() -> reports(name), report -> report.outcome() == Outcome.SUCCEEDED);
    }

    private void release(String name) {
        eventually(() -> reports(name), report -> report.outcome() == Outcome.SUCCEEDED);
    }

    private StepReport reports(String name) {
        return lab.send(Task.of(6), new ReleaseHost(Objects.requireNonNull(hosts.get(name))));
    }

    private FenceHost proof(String name) {
        return new FenceHost(
                Objects.requireNonNull(hosts.get(name)), FenceMeans.POWER_OFF, "the controller read OFF twice", "ann");
    }

    private RelocateVm relocation(Guest guest, String from) {
        return new RelocateVm(guest.vm(), Objects.requireNonNull(hosts.get(from)), image, List.of(), null);
    }

    private HostCustody awaitCustody(String name, Predicate<HostCustody> wanted) {
        var id = Objects.requireNonNull(hosts.get(name));
        return Objects.requireNonNull(eventually(() -> lab.factsOfHost(id), facts -> {
                    var custody = facts.isEmpty() ? null : last(facts).custody();
                    return custody != null && wanted.test(custody);
                })
                .getLast()
                .custody());
    }

    private static HostObserved last(List<HostObserved> facts) {
        return facts.getLast();
    }

    private SimulatedRuntime host(String name) {
        return lab.host(name);
    }

    private ObservedVm observed(String name, Guest guest) {
        return lab.hypervisors.host(name).seen(vmId(guest.vm())).orElseThrow();
    }

    private long reserved(String name) {
        return lab.count("SELECT memory_mib_reserved AS n FROM maskin.host WHERE name = ?", name);
    }

    private String placeOf(Guest guest) {
        return lab.database.call(transaction -> transaction.one(
                "SELECT h.name FROM maskin.vm v JOIN maskin.host h ON h.id = v.host WHERE v.id = ?",
                row -> row.text("name"),
                guest.vm()));
    }
}

package no.dataverket.lab.maskin;

import static no.dataverket.core.testing.Eventually.eventually;
import static no.dataverket.lab.maskin.MaskinLab.vmId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.command.MaskinMessages.AttachVolume;
import no.dataverket.contract.command.MaskinMessages.DetachVolume;
import no.dataverket.contract.command.MaskinMessages.LeaveHost;
import no.dataverket.contract.command.MaskinMessages.MaintainHost;
import no.dataverket.contract.command.MaskinMessages.ReleaseHost;
import no.dataverket.contract.command.MaskinMessages.RelocateVm;
import no.dataverket.contract.command.MaskinMessages.ResumeVm;
import no.dataverket.contract.command.MaskinMessages.StartVm;
import no.dataverket.contract.command.MaskinMessages.StopVm;
import no.dataverket.contract.command.MaskinMessages.VmPlaced;
import no.dataverket.lab.hypervisor.HostSize;
import no.dataverket.lab.hypervisor.SimulatedRuntime;
import no.dataverket.lab.maskin.MaskinLab.Task;
import no.dataverket.maskin.runtime.Power;
import no.dataverket.maskin.runtime.RuntimeFailure;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Hosts that are worked on: none is placed there, and machines leave in good order.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MaintenanceIntegrationTest {

    private static final List<String> HOSTS = List.of("hv-1", "hv-2");

    private final MaskinLab lab = new MaskinLab(HOSTS, HostSize.large());
    private final Map<String, Id> hosts = new LinkedHashMap<>();
    private Id image = Id.next(IdKind.IMAGE);

    @BeforeAll
    void begin() {
        HOSTS.forEach(name -> hosts.put(name, lab.registerSharing(name)));
        image = Guest.image(lab, "1");
    }

    @AfterAll
    void close() {
        assertThat(lab.hypervisors.doubleRuns()).isEmpty();
        lab.close();
    }

    @Test
    void machinesLeaveAHostThatIsWorkedOnAndNoneComes() {
        var guest = Guest.of(image).create(lab);
        var old = placeOf(guest);
        lab.succeedTwice(Task.of(2), new MaintainHost(id(old), true));
        for (int i = 0; i < HOSTS.size(); i++) {
            assertThat(placeOf(Guest.of(image).create(lab))).isNotEqualTo(old);
        }
        var move = Task.of(2);
        assertThat(MaskinLab.problem(lab.send(move, relocation(guest, old)))).isEqualTo("FENCE_PROOF_MISSING");
        lab.succeedTwice(move, new LeaveHost(guest.vm(), id(old)));
        assertThat(lab.host(old).observe(vmId(guest.vm()))).isEmpty();
        assertThat(MaskinLab.problem(lab.send(Task.of(3), new StartVm(guest.vm()))))
                .isEqualTo("RESOURCE_NOT_READY");

        var again = Task.of(3);
        lab.succeed(again, new LeaveHost(guest.vm(), id(old)));
        lab.succeedTwice(again, relocation(guest, old));
        var placed = MaskinLab.result(lab.succeed(again, relocation(guest, old)), VmPlaced.class);
        lab.succeedTwice(again, new ResumeVm(guest.vm(), List.of(guest.port(0))));
        var there = lab.host(placed.hypervisorName()).observe(vmId(guest.vm())).orElseThrow();
        assertThat(placed.hypervisorName()).isNotEqualTo(old);
        assertThat(there.power()).isEqualTo(Power.RUNNING);
        assertThat(there.revision().epoch()).isGreaterThan(1);
        lab.succeed(again, new LeaveHost(guest.vm(), id(old)));
        assertThat(lab.host(placed.hypervisorName())
                        .observe(vmId(guest.vm()))
                        .orElseThrow()
                        .power())
                .as("who has left stays where it is")
                .isEqualTo(Power.RUNNING);

        lab.succeed(Task.of(4), new ReleaseHost(id(old)));
        assertThat(placeOf(Guest.of(image).create(lab)))
                .as("machines come again")
                .isEqualTo(old);
    }

    @Test
    void volumesFollowTheirMachineAndWhoHadThemBeforeIsRefused() {
        var volume = DataVolume.create(lab);
        var guest = withVolume(volume);
        var old = placeOf(guest);
        var before = volume.file();
        var move = Task.of(5);
        lab.succeed(move, new LeaveHost(guest.vm(), id(old)));
        assertThat(MaskinLab.problem(lab.send(move, new DetachVolume(guest.vm(), volume.id()))))
                .as("nobody takes a volume from a machine between two places")
                .isEqualTo("RESOURCE_NOT_READY");
        lab.succeedTwice(move, relocation(guest, old));
        lab.succeedTwice(move, new ResumeVm(guest.vm(), List.of(guest.port(0))));

        assertThat(before).doesNotExist();
        assertThat(volume.mayBeWrittenBy(guest.vm())).isTrue();
        volume.assertKept();
        assertThat(lab.host(placeOf(guest))
                        .observe(vmId(guest.vm()))
                        .orElseThrow()
                        .power())
                .isEqualTo(Power.RUNNING);
        try (var deaf = SimulatedRuntime.inMemory("deaf", HostSize.large())) {
            assertThatThrownBy(() -> volume.startOn(deaf, guest.vm(), before))
                    .isInstanceOf(RuntimeFailure.class)
                    .hasMessageContaining(before.toString());
        }

        lab.succeed(Task.of(6), new StopVm(guest.vm(), true));
        lab.succeedTwice(Task.of(7), new DetachVolume(guest.vm(), volume.id()));
        lab.succeed(Task.of(8), new StartVm(guest.vm()));
        assertThat(volume.writers()).isZero();
    }

    @Test
    void aMachineThatCantGoOnKeepsItsVolumesWhereItWas() {
        var volume = DataVolume.create(lab);
        var guest = withVolume(volume);
        var place = placeOf(guest);
        var move = Task.of(5);
        lab.succeed(move, new LeaveHost(guest.vm(), id(place)));
        lab.succeedTwice(move.undoing(), new ResumeVm(guest.vm(), null));
        assertThat(volume.mayBeWrittenBy(guest.vm())).isTrue();
        volume.assertKept();
        assertThat(lab.host(place).observe(vmId(guest.vm())).orElseThrow().power())
                .isEqualTo(Power.RUNNING);
    }

    @Test
    void aMachineThatCantGoOnIsTakenUpWhereItWas() {
        var guest = Guest.of(image).create(lab);
        var place = placeOf(guest);
        var move = Task.of(2);
        lab.succeed(move, new LeaveHost(guest.vm(), id(place)));
        lab.succeedTwice(move.undoing(), new ResumeVm(guest.vm(), null));
        assertThat(placeOf(guest)).isEqualTo(place);
        var there = lab.host(place).observe(vmId(guest.vm())).orElseThrow();
        assertThat(there.power()).isEqualTo(Power.RUNNING);
        assertThat(there.revision().epoch()).isEqualTo(2);
        lab.host(place).backdoor().crash(vmId(guest.vm()));
        eventually(() -> lab.host(place).observe(vmId(guest.vm())).orElseThrow().power(), Power.RUNNING::equals);
    }

    /// One that runs with a volume, on which something was written.
    private Guest withVolume(DataVolume volume) {
        var guest = Guest.of(image).create(lab);
        lab.succeed(Task.of(2), new StopVm(guest.vm(), true));
        lab.succeed(Task.of(3), new AttachVolume(guest.vm(), volume.id(), 0));
        volume.write();
        lab.succeed(Task.of(4), new StartVm(guest.vm()));
        return guest;
    }

    private RelocateVm relocation(Guest guest, String from) {
        return new RelocateVm(guest.vm(), id(from), image, List.of(), null);
    }

    private Id id(String name) {
        return Objects.requireNonNull(hosts.get(name));
    }

    private String placeOf(Guest guest) {
        return lab.database.call(transaction -> transaction.one(
                "SELECT h.name FROM maskin.vm v JOIN maskin.host h ON h.id = v.host WHERE v.id = ?",
                row -> row.text("name"),
                guest.vm()));
    }
}

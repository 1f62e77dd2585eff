package no.dataverket.lab.maskin;

import static no.dataverket.core.testing.Eventually.eventually;
import static no.dataverket.lab.maskin.MaskinLab.vmId;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.api.VmGuest;
import no.dataverket.contract.api.VmGuest.AgentState;
import no.dataverket.contract.command.MaskinMessages.RebootVm;
import no.dataverket.contract.command.MaskinMessages.StopVm;
import no.dataverket.lab.hypervisor.HostSize;
import no.dataverket.lab.hypervisor.Operation;
import no.dataverket.lab.hypervisor.SimulatedRuntime;
import no.dataverket.lab.maskin.MaskinLab.Task;
import no.dataverket.maskin.runtime.Power;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What guests say of themselves is told, and holds up nothing.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GuestFactsIntegrationTest {

    private final MaskinLab lab = new MaskinLab(List.of("hv-1"), HostSize.large());
    private final SimulatedRuntime host = lab.host("hv-1");
    private Id image = Id.next(IdKind.IMAGE);

    @BeforeAll
    void begin() {
        lab.register("hv-1");
        image = Guest.image(lab, "1");
    }

    @AfterAll
    void close() {
        lab.close();
    }

    @Test
    void aGuestIsAskedAsItComesFallsSilentAndGoes() {
        var guest = Guest.of(image).create(lab);
        var told = await(guest, AgentState.ANSWERS);
        assertThat(told.hostname()).isNotBlank();
        assertThat(told.os()).isEqualTo("Simulated guest");
        assertThat(told.interfaces())
                .isNotEmpty()
                .allSatisfy(face -> assertThat(face.index())
                        .as("it is known by its MAC address")
                        .isNotNull());

        host.backdoor().deafen(vmId(guest.vm()), true);
        lab.succeed(Task.of(2), new RebootVm(guest.vm()));
        assertThat(await(guest, AgentState.SILENT).hostname()).isNull();

        lab.succeed(Task.of(3), new StopVm(guest.vm(), true));
        assertThat(await(guest, AgentState.ABSENT).interfaces()).isEmpty();
    }

    @Test
    void whatIsToldIsNotToldAgainBeforeItIsOld() {
        var guest = Guest.of(image).create(lab);
        await(guest, AgentState.ANSWERS);
        lab.restart();
        eventually(() -> lab.guestsOf(guest.vm()).size(), count -> count == 2);
        var other = Guest.of(image).create(lab);
        await(other, AgentState.ANSWERS);
        assertThat(lab.guestsOf(guest.vm())).as("once by each process").hasSize(2);
    }

    @Test
    void aGuestThatNeverAnswersHoldsUpNothing() {
        host.faults().hangNext(Operation.GUEST, 2);
        try {
            var slow = Guest.of(image).create(lab);
            var other = Guest.of(image).create(lab);
            host.backdoor().crash(vmId(other.vm()));
            eventually(() -> host.seen(vmId(other.vm())).orElseThrow().power(), power -> power == Power.RUNNING);
            lab.succeed(Task.of(2), new StopVm(slow.vm(), true));
            assertThat(await(slow, AgentState.ABSENT).os()).isNull();
        } finally {
            host.faults().release();
        }
    }

    private VmGuest await(Guest guest, AgentState state) {
        return Objects.requireNonNull(eventually(
                () -> lab.guestsOf(guest.vm()).stream()
                        .reduce((first, last) -> last)
                        .orElse(null),
                last -> last != null && last.agent() == state));
    }
}

package no.dataverket.lab.maskin;

import static no.dataverket.core.testing.Eventually.eventually;
import static no.dataverket.lab.maskin.MaskinLab.DATACENTER;
import static no.dataverket.lab.maskin.MaskinLab.detail;
import static no.dataverket.lab.maskin.MaskinLab.problem;
import static no.dataverket.lab.maskin.MaskinLab.registration;
import static no.dataverket.lab.maskin.MaskinLab.result;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.command.MaskinMessages.DeregisterHost;
import no.dataverket.contract.command.MaskinMessages.HostRegistered;
import no.dataverket.contract.command.MaskinMessages.PlaceVm;
import no.dataverket.contract.command.MaskinMessages.RegisterHost;
import no.dataverket.contract.command.MaskinMessages.ReleaseVm;
import no.dataverket.contract.command.MaskinMessages.SetSchedulable;
import no.dataverket.contract.command.StepReport.Outcome;
import no.dataverket.lab.hypervisor.HostSize;
import no.dataverket.lab.hypervisor.Operation;
import no.dataverket.lab.maskin.MaskinLab.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HostsIntegrationTest {

    private final MaskinLab lab = new MaskinLab(List.of("hv-1", "hv-2"), new HostSize(8, 16 * 1024, 1L << 40));

    @AfterEach
    void deregisterTwice() {
        var hosts = lab.database.call(transaction ->
                transaction.query("SELECT id FROM maskin.host", row -> new Id(IdKind.HYPERVISOR, row.uuid("id"))));
        hosts.forEach(host -> lab.succeedTwice(Task.of(99), new DeregisterHost(host)));
    }

    @AfterAll
    void close() {
        lab.close();
    }

    @Test
    void aHostThatDoesNotAnswerHoldsUpNoOther() {
        var mute = lab.register("hv-1");
        var other = lab.register("hv-2");
        lab.host("hv-1").faults().hangNext(Operation.OBSERVE_ALL, 1);
        lab.host("hv-2").backdoor().addForeign("heard-of");
        awaitForeign(other, 1);
        lab.host("hv-1").backdoor().addForeign("unheard-of");
        try {
            lab.host("hv-2").backdoor().removeForeign("heard-of");
            awaitForeign(other, 0);
            assertThat(lab.factsOfHost(mute)).noneMatch(fact -> fact.foreignDomains() > 0);
            eventually(
                    () -> {
                        lab.host("hv-1").faults().release();
                        return lab.factsOfHost(mute);
                    },
                    facts -> facts.getLast().foreignDomains() == 1);
        } finally {
            lab.host("hv-1").backdoor().removeForeign("unheard-of");
        }
    }

    private void awaitForeign(Id host, int domains) {
        eventually(
                () -> lab.factsOfHost(host),
                facts -> !facts.isEmpty() && facts.getLast().foreignDomains() == domains);
    }

    @Test
    void aHostPromisesWhatItHasButForAReserve() {
        var id = Id.next(IdKind.HYPERVISOR);
        var task = Task.of(1);
        var first = result(lab.succeed(task, registration(id, "hv-1")), HostRegistered.class);
        assertThat(first.vcpus()).isEqualTo(32);
        assertThat(first.memoryMib()).isEqualTo(15 * 1024);
        assertThat(first.virtualization()).isEqualTo("EMULATION");
        assertThat(first.virtualizationNote()).contains("4 for each of 8 processors", "1024 MiB kept for the host");
        assertThat(result(lab.succeed(task, registration(id, "hv-1")), HostRegistered.class))
                .isEqualTo(first);
        var fact =
                eventually(() -> lab.factsOfHost(id), facts -> !facts.isEmpty()).getFirst();
        assertThat(fact.reachable()).isTrue();
        assertThat(fact.schedulable()).isTrue();
        assertThat(fact.memoryMib()).isEqualTo(15 * 1024);
    }

    @Test
    void whatTheOperatorGivesIsPromisedButMemoryOnlyOnce() {
        var id = Id.next(IdKind.HYPERVISOR);
        var given = new RegisterHost(id, "hv-1", DATACENTER, "simulated", "sim:hv-1", 5, 16_384);
        assertThat(result(lab.succeed(Task.of(1), given), HostRegistered.class).vcpus())
                .isEqualTo(5);
        var tooMuch = new RegisterHost(id, "hv-1", DATACENTER, "simulated", "sim:hv-1", 5, 16_385);
        assertThat(problem(lab.send(Task.of(2), tooMuch))).isEqualTo("VALIDATION_FAILED");
    }

    @Test
    void aHostIsRegisteredOnceOnly() {
        lab.register("hv-1");
        var sameName =
                new RegisterHost(Id.next(IdKind.HYPERVISOR), "hv-1", DATACENTER, "simulated", "sim:hv-2", null, null);
        assertThat(problem(lab.send(Task.of(1), sameName))).isEqualTo("NAME_TAKEN");
        var sameEndpoint =
                new RegisterHost(Id.next(IdKind.HYPERVISOR), "hv-2", DATACENTER, "simulated", "sim:hv-1", null, null);
        assertThat(detail(lab.send(Task.of(1), sameEndpoint))).contains("registered for sim:hv-1 already");
    }

    @Test
    void whatCanNotBeReachedIsWaitedForAndWhatIsUnknownIsRefused() {
        var id = Id.next(IdKind.HYPERVISOR);
        lab.host("hv-2").backdoor().cutOff();
        var away = lab.send(Task.of(1), registration(id, "hv-2"));
        assertThat(away.outcome()).isEqualTo(Outcome.BLOCKED);
        assertThat(away.dependency()).isEqualTo("simulated on hv-2");
        lab.host("hv-2").backdoor().reconnect();
        lab.succeed(Task.of(1), registration(id, "hv-2"));
        var unknown = new RegisterHost(id, "hv-3", DATACENTER, "esoteric", "x", null, null);
        assertThat(problem(lab.send(Task.of(2), unknown))).isEqualTo("INVALID_REFERENCE");
        var malformed = new RegisterHost(id, "hv-2", DATACENTER, "simulated", "sim:nowhere", null, null);
        assertThat(problem(lab.send(Task.of(2), malformed))).isEqualTo("VALIDATION_FAILED");
    }

    @Test
    void aHostTakesNoMachinesWhileItIsNotSchedulable() {
        var id = lab.register("hv-1");
        var task = Task.of(2);
        lab.succeedTwice(task, new SetSchedulable(id, false));
        eventually(() -> lab.factsOfHost(id).getLast(), fact -> !fact.schedulable());
        assertThat(problem(lab.send(Task.of(1), new PlaceVm(Id.next(IdKind.VM), DATACENTER, 1, 64))))
                .isEqualTo("NO_CAPACITY");
        assertThat(problem(lab.send(Task.of(1), new SetSchedulable(id, true)))).isEqualTo("STALE_WRITER");
        lab.succeed(Task.of(3), new SetSchedulable(id, true));
        var vm = Id.next(IdKind.VM);
        lab.succeed(Task.of(1), new PlaceVm(vm, DATACENTER, 1, 1024));
        var smaller = new RegisterHost(id, "hv-1", DATACENTER, "simulated", "sim:hv-1", null, 512);
        assertThat(problem(lab.send(Task.of(4), smaller))).isEqualTo("RESOURCE_IN_USE");
        lab.succeed(Task.of(2), new ReleaseVm(vm));
        var nobody = Id.next(IdKind.HYPERVISOR);
        assertThat(problem(lab.send(Task.of(1), new SetSchedulable(nobody, true))))
                .isEqualTo("RESOURCE_NOT_FOUND");
    }

    @Test
    void aPlacementWaitsForTheOnlyHostThatWouldDo() {
        var id = lab.register("hv-1");
        lab.host("hv-1").backdoor().cutOff();
        eventually(() -> lab.factsOfHost(id).getLast(), fact -> !fact.reachable());
        var vm = Id.next(IdKind.VM);
        var task = Task.of(1);
        var report = lab.send(task, new PlaceVm(vm, DATACENTER, 1, 64));
        assertThat(report.outcome()).isEqualTo(Outcome.BLOCKED);
        assertThat(report.dependency()).isEqualTo("simulated on hv-1");
        assertThat(problem(lab.send(task, new PlaceVm(vm, DATACENTER, 1, 64 << 20))))
                .isEqualTo("NO_CAPACITY");
        lab.host("hv-1").backdoor().reconnect();
        eventually(() -> lab.factsOfHost(id).getLast(), fact -> fact.reachable());
        lab.succeed(task, new PlaceVm(vm, DATACENTER, 1, 64));
        lab.succeed(task.undoing(), new ReleaseVm(vm));
    }

    @Test
    void aHostThatIsKnownIsLookedAfterWhenTheServiceComesBack() {
        var id = lab.register("hv-1");
        lab.restart();
        int before = lab.factsOfHost(id).size();
        eventually(() -> lab.factsOfHost(id).size(), size -> size > before);
    }
}

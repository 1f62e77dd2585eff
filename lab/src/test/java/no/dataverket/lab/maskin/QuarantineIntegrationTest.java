package no.dataverket.lab.maskin;

import static no.dataverket.core.testing.Eventually.eventually;
import static no.dataverket.lab.maskin.MaskinLab.DATACENTER;
import static no.dataverket.lab.maskin.MaskinLab.vmId;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.api.FenceMeans;
import no.dataverket.contract.api.PlacementDecision;
import no.dataverket.contract.command.HostVerdict;
import no.dataverket.contract.command.HostVerdict.Verdict;
import no.dataverket.contract.command.MaskinMessages.DeleteVm;
import no.dataverket.contract.command.MaskinMessages.FenceHost;
import no.dataverket.contract.command.MaskinMessages.HostCustody;
import no.dataverket.contract.command.MaskinMessages.HostObserved;
import no.dataverket.contract.command.MaskinMessages.ReleaseHost;
import no.dataverket.contract.command.MaskinMessages.SetSchedulable;
import no.dataverket.contract.command.MaskinMessages.StartVm;
import no.dataverket.contract.command.MaskinMessages.StopVm;
import no.dataverket.contract.command.MaskinMessages.TryPlacement;
import no.dataverket.contract.command.StepReport.Outcome;
import no.dataverket.core.bus.Origin;
import no.dataverket.lab.hypervisor.HostSize;
import no.dataverket.lab.hypervisor.Operation;
import no.dataverket.lab.maskin.MaskinLab.Task;
import no.dataverket.maskin.host.QuarantineRule;
import no.dataverket.maskin.runtime.Power;
import no.dataverket.maskin.runtime.RuntimeFailure.Kind;
import no.dataverket.maskin.runtime.VmId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Hosts that answer and fail. Nothing ends by itself here but where a test says so: the probation is an hour.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class QuarantineIntegrationTest {

    private static final List<String> HOSTS = List.of("hv-1", "hv-2", "hv-3");
    private static final QuarantineRule LONG = new QuarantineRule(3, Duration.ofHours(1), Duration.ofHours(1));
    private static final int ENOUGH = 1_000;

    private final MaskinLab lab = new MaskinLab(HOSTS, HostSize.large(), MaskinLab.QUICK.quarantining(LONG));
    private final DiskMaker maker = new DiskMaker(lab, LONG);
    private final Map<String, Id> hosts = new LinkedHashMap<>();
    private Id image = Id.next(IdKind.IMAGE);
    private long generation = 10;

    @BeforeAll
    void begin() {
        HOSTS.forEach(name -> hosts.put(name, lab.register(name)));
        image = Guest.image(lab, "1");
    }

    @AfterEach
    void clear() {
        HOSTS.forEach(name -> lab.host(name).faults().heal(Operation.ENSURE_RUNNING));
        HOSTS.forEach(name -> lab.host(name).backdoor().reconnect());
        HOSTS.forEach(name -> eventually(
                () -> lab.send(Task.of(++generation), new ReleaseHost(id(name))).outcome(), Outcome.SUCCEEDED::equals));
        HOSTS.forEach(name -> schedulable(name, true));
    }

    @AfterAll
    void close() {
        maker.close();
        lab.close();
    }

    @Test
    void aHostThatFailsSeveralMachinesGetsNoNewOnesAndKeepsThoseThatItHas() {
        var well = Guest.of(image).create(lab);
        var bad = placeOf(well);
        lab.host(bad).faults().failNext(Operation.ENSURE_RUNNING, ENOUGH, Kind.INTERNAL);
        var failed = createUntilFailed(bad, LONG.machines());
        var verdict = await(bad, Verdict.QUARANTINED);
        assertThat(verdict.reason()).contains("Operation start failed for 3 machines", "INTERNAL", "planned failure");
        assertThat(verdict.until())
                .isAfterOrEqualTo(verdict.at().plus(LONG.probation()).minusMillis(1));
        var custody = Objects.requireNonNull(last(bad).custody());
        assertThat(custody.quarantine()).contains("Operation start failed");

        for (int i = 0; i < 2 * HOSTS.size(); i++) {
            assertThat(placeOf(Guest.of(image).create(lab))).isNotEqualTo(bad);
        }
        assertThat(refusedFor(bad)).as("placement explains it").contains("QUARANTINE");

        assertThat(lab.host(bad).seen(vmId(well.vm())).orElseThrow().power()).isEqualTo(Power.RUNNING);
        lab.host(bad).faults().heal(Operation.ENSURE_RUNNING);
        lab.succeed(Task.of(2), new StopVm(well.vm(), true));
        lab.succeed(Task.of(3), new StartVm(well.vm()));
        failed.forEach(guest -> lab.succeed(Task.of(4), new DeleteVm(guest.vm())));

        assertThat(refusedFor(bad)).as("what goes well there is no release").contains("QUARANTINE");
        lab.succeedTwice(Task.of(5), new ReleaseHost(id(bad)));
        await(bad, Verdict.RELEASED);
        assertThat(Objects.requireNonNull(last(bad).custody()).quarantine()).isNull();
        assertThat(refusedFor(bad)).isEmpty();
    }

    @Test
    void itIsOverByItselfOnceNothingFails() {
        var brief = new QuarantineRule(3, Duration.ofHours(1), Duration.ofMillis(200));
        try (var quick = new MaskinLab(List.of("hv-1", "hv-2"), HostSize.large(), MaskinLab.QUICK.quarantining(brief));
                var quickly = new DiskMaker(quick, brief)) {
            var host = quick.register("hv-1");
            quick.register("hv-2");
            for (int i = 0; i < brief.machines(); i++) {
                quickly.fail("hv-1", host, VmId.random(), Kind.NO_SPACE);
            }
            var verdicts = eventually(
                    () -> quick.factsOfHost(host).stream()
                            .map(QuarantineIntegrationTest::verdict)
                            .flatMap(Optional::stream)
                            .distinct()
                            .toList(),
                    told -> !told.isEmpty() && told.getLast().verdict() == Verdict.CLEARED);
            assertThat(verdicts).extracting(HostVerdict::verdict).containsExactly(Verdict.QUARANTINED, Verdict.CLEARED);
            assertThat(verdicts.getLast().at())
                    .isAfterOrEqualTo(verdicts.getFirst().until());
            assertThat(verdicts.getLast().number())
                    .isGreaterThan(verdicts.getFirst().number());
            assertThat(quick.count("SELECT count(*) AS n FROM maskin.host WHERE quarantined OR quarantine IS NOT NULL"))
                    .isZero();
            assertThat(quick.count("SELECT count(*) AS n FROM maskin.host_failure"))
                    .isZero();

            for (int i = 0; i < brief.machines(); i++) {
                quickly.fail("hv-1", host, VmId.random(), Kind.NO_SPACE);
            }
            var again = eventually(
                            () -> quick.factsOfHost(host).stream()
                                    .map(QuarantineIntegrationTest::verdict)
                                    .flatMap(Optional::stream)
                                    .filter(HostVerdict::isQuarantine)
                                    .distinct()
                                    .toList(),
                            told -> told.size() > 1)
                    .getLast();
            assertThat(Duration.between(again.at(), again.until()))
                    .as("the second time it stays for longer")
                    .isGreaterThanOrEqualTo(brief.probation().multipliedBy(2).minusMillis(1));
        }
    }

    @Test
    void whatARequestIsToBlameForDoesNotCount() {
        for (var kind : List.of(Kind.INVALID, Kind.NOT_FOUND, Kind.STALE, Kind.UNREACHABLE)) {
            for (int i = 0; i < LONG.machines(); i++) {
                maker.fail("hv-1", id("hv-1"), VmId.random(), kind);
            }
        }
        assertThat(failures("hv-1")).isZero();
        assertThat(standing("hv-1")).isEqualTo("IN SERVICE");
    }

    @Test
    void oneMachineThatFailsAgainAndAgainSaysNothingOfItsHost() {
        var vm = VmId.random();
        for (int i = 0; i < 3 * LONG.machines(); i++) {
            maker.fail("hv-1", id("hv-1"), vm, Kind.INTERNAL);
        }
        maker.fail("hv-1", id("hv-1"), VmId.random(), Kind.INTERNAL);
        assertThat(failures("hv-1")).isEqualTo(2);
        assertThat(standing("hv-1")).isEqualTo("IN SERVICE");
        maker.fail("hv-1", id("hv-1"), VmId.random(), Kind.TIMEOUT);
        assertThat(standing("hv-1")).as("and a third one does").isEqualTo("QUARANTINED");
    }

    @Test
    void aSuccessInBetweenSpeaksForTheHost() {
        for (int i = 0; i < 3; i++) {
            failFor(LONG.machines() - 1, "hv-1");
            maker.succeed("hv-1", id("hv-1"));
        }
        assertThat(standing("hv-1")).isEqualTo("IN SERVICE");
        failFor(LONG.machines(), "hv-1");
        assertThat(standing("hv-1")).isEqualTo("QUARANTINED");
    }

    @Test
    void beyondTheBudgetAHostIsReportedAndStaysInServiceUntilThereIsRoom() {
        failFor(LONG.machines(), "hv-1");
        failFor(LONG.machines(), "hv-2");
        var report = await("hv-2", Verdict.REPORTED);
        assertThat(report.reason()).contains("of 3 hypervisors of lab1, 1 may be in quarantine, and 1 is");
        assertThat(refusedFor("hv-2")).isEmpty();
        assertThat(Objects.requireNonNull(last("hv-2").custody()).quarantine()).isNull();

        lab.succeed(Task.of(++generation), new ReleaseHost(id("hv-1")));
        failFor(1, "hv-2");
        await("hv-2", Verdict.QUARANTINED);
        assertThat(refusedFor("hv-2")).contains("QUARANTINE");
    }

    @Test
    void theLastHostThatTakesMachinesStaysInService() {
        schedulable("hv-2", false);
        schedulable("hv-3", false);
        failFor(LONG.machines(), "hv-1");
        assertThat(await("hv-1", Verdict.REPORTED).reason()).contains("no other hypervisor of lab1 takes machines");
        schedulable("hv-3", true);
        failFor(1, "hv-1");
        await("hv-1", Verdict.QUARANTINED);
    }

    @Test
    void aFenceTakesTheVerdictsPlaceAndItsEndDoesNotLiftIt() {
        failFor(LONG.machines(), "hv-1");
        await("hv-1", Verdict.QUARANTINED);
        lab.host("hv-1").backdoor().cutPower();
        eventually(
                () -> last("hv-1"),
                fact -> Objects.requireNonNull(fact.custody()).lost());
        lab.succeed(Task.of(++generation), new FenceHost(id("hv-1"), FenceMeans.POWER_OFF, "read OFF twice", "ann"));
        await("hv-1", Verdict.RELEASED);
        lab.host("hv-1").backdoor().reconnect();
        failFor(LONG.machines(), "hv-1");
        assertThat(refusedFor("hv-1")).contains("QUARANTINE");
        assertThat(Objects.requireNonNull(last("hv-1").custody()).quarantine()).isEqualTo("It was lost and is fenced.");
    }

    /// Creates machines until so many failed on the host.
    private List<Guest> createUntilFailed(String host, int machines) {
        var failed = new ArrayList<Guest>();
        while (failed.size() < machines) {
            var guest = Guest.of(image);
            lab.succeed(guest.creating(), guest.place());
            lab.succeed(guest.creating(), guest.prepare());
            var report = lab.send(guest.creating(), guest.provision());
            if (placeOf(guest).equals(host)) {
                assertThat(MaskinLab.problem(report)).isEqualTo("RUNTIME_REFUSED");
                failed.add(guest);
            }
        }
        return failed;
    }

    private void failFor(int machines, String host) {
        for (int i = 0; i < machines; i++) {
            maker.fail(host, id(host), VmId.random(), Kind.INTERNAL);
        }
    }

    /// Why no machine would go to a host; empty if one might.
    private Optional<String> refusedFor(String host) {
        var decision = lab.bus()
                .ask(
                        new TryPlacement(DATACENTER, 1, 256, null, null),
                        PlacementDecision.class,
                        Origin.ofService("test", "0123456789abcdef0123456789abcdef"),
                        Duration.ofSeconds(10));
        return decision.refusals().stream()
                .filter(refusal -> refusal.examples().contains(host + " " + refusal.reason()))
                .map(PlacementDecision.PlacementRefusal::filter)
                .findFirst();
    }

    private String standing(String host) {
        return lab.database.call(transaction -> transaction.one(
                "SELECT coalesce(verdict, 'RELEASED') AS verdict, quarantined FROM maskin.host WHERE name = ?",
                row -> row.flag("quarantined") || !row.text("verdict").equals("RELEASED")
                        ? row.text("verdict")
                        : "IN SERVICE",
                host));
    }

    private long failures(String host) {
        return lab.count("SELECT count(*) AS n FROM maskin.host_failure WHERE host = ?", id(host));
    }

    private void schedulable(String host, boolean schedulable) {
        lab.succeed(Task.of(++generation), new SetSchedulable(id(host), schedulable));
    }

    private HostVerdict await(String host, Verdict wanted) {
        return eventually(
                        () -> verdict(last(host)),
                        told -> told.isPresent() && told.get().verdict() == wanted)
                .orElseThrow();
    }

    private HostObserved last(String host) {
        return eventually(() -> lab.factsOfHost(id(host)), facts -> !facts.isEmpty())
                .getLast();
    }

    private static Optional<HostVerdict> verdict(HostObserved fact) {
        return Optional.ofNullable(fact.custody()).map(HostCustody::verdict);
    }

    private Id id(String host) {
        return Objects.requireNonNull(hosts.get(host));
    }

    private String placeOf(Guest guest) {
        return lab.database.call(transaction -> transaction.one(
                "SELECT h.name FROM maskin.vm v JOIN maskin.host h ON h.id = v.host WHERE v.id = ?",
                row -> row.text("name"),
                guest.vm()));
    }
}

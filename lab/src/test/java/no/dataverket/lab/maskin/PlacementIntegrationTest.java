package no.dataverket.lab.maskin;

import static no.dataverket.lab.maskin.MaskinLab.DATACENTER;
import static no.dataverket.lab.maskin.MaskinLab.detail;
import static no.dataverket.lab.maskin.MaskinLab.problem;
import static no.dataverket.lab.maskin.MaskinLab.result;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.api.PlacementDecision;
import no.dataverket.contract.api.PlacementLevel;
import no.dataverket.contract.api.PlacementPolicy;
import no.dataverket.contract.api.PlacementStrategy;
import no.dataverket.contract.api.SpreadRule;
import no.dataverket.contract.bus.Envelope;
import no.dataverket.contract.command.MaskinMessages.DeregisterHost;
import no.dataverket.contract.command.MaskinMessages.ExplainPlacement;
import no.dataverket.contract.command.MaskinMessages.HostPlace;
import no.dataverket.contract.command.MaskinMessages.PlaceVm;
import no.dataverket.contract.command.MaskinMessages.PlacementWish;
import no.dataverket.contract.command.MaskinMessages.ReleaseVm;
import no.dataverket.contract.command.MaskinMessages.SetSchedulable;
import no.dataverket.contract.command.MaskinMessages.TryPlacement;
import no.dataverket.contract.command.MaskinMessages.VmPlaced;
import no.dataverket.contract.command.Query;
import no.dataverket.contract.command.StepReport;
import no.dataverket.contract.command.StepReport.Outcome;
import no.dataverket.core.bus.Origin;
import no.dataverket.lab.hypervisor.HostSize;
import no.dataverket.lab.hypervisor.SimulatedHypervisors;
import no.dataverket.lab.maskin.MaskinLab.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PlacementIntegrationTest {

    private static final int HOSTS = 8;
    private static final String OVERFULL = """
            SELECT count(*) AS n FROM maskin.host h
            WHERE vcpus_reserved > vcpus OR memory_mib_reserved > memory_mib
               OR vcpus_reserved <> (SELECT coalesce(sum(vcpus), 0) FROM maskin.vm WHERE host = h.id)
               OR memory_mib_reserved <> (SELECT coalesce(sum(memory_mib), 0) FROM maskin.vm WHERE host = h.id)
            """;

    /// Four processors make 16 vcpus; of 9 GiB memory 8 are promised.
    private final MaskinLab lab =
            new MaskinLab(SimulatedHypervisors.names("hv-", HOSTS), new HostSize(4, 9 * 1024, 1L << 40));

    private final List<Id> hosts = new ArrayList<>();

    @BeforeAll
    void register() {
        SimulatedHypervisors.names("hv-", HOSTS).forEach(name -> hosts.add(lab.register(name)));
    }

    @AfterEach
    void releaseAll() {
        var vms = lab.database.call(
                transaction -> transaction.query("SELECT id FROM maskin.vm", row -> new Id(IdKind.VM, row.uuid("id"))));
        vms.forEach(vm -> lab.succeed(Task.of(9), new ReleaseVm(vm)));
        assertThat(lab.count("SELECT sum(vcpus_reserved + memory_mib_reserved) AS n FROM maskin.host"))
                .isZero();
    }

    @AfterAll
    void close() {
        lab.close();
    }

    @Test
    void manyPlacementsAtOnceFillTheHostsAndNeverMore() {
        // 8 hosts with room for 8 machines of 1 GiB each: 64 fit, and not one more.
        var commands = new ArrayList<Envelope>();
        for (int i = 0; i < 72; i++) {
            commands.add(lab.publish(Task.of(1), new PlaceVm(Id.next(IdKind.VM), DATACENTER, 1, 1024)));
        }
        var reports = commands.stream().map(lab::report).toList();
        assertThat(reports.stream().filter(report -> report.outcome() == Outcome.SUCCEEDED))
                .hasSize(64);
        assertThat(reports.stream().filter(report -> report.outcome() == Outcome.FAILED))
                .hasSize(8)
                .allSatisfy(report -> {
                    assertThat(problem(report)).isEqualTo("NO_CAPACITY");
                    assertThat(detail(report)).contains("hv-1 has 0 of 1024 MiB free", "hv-8 has");
                });
        assertThat(lab.count(OVERFULL)).isZero();
        assertThat(lab.count("SELECT max(memory_mib_reserved) - min(memory_mib_reserved) AS n FROM maskin.host"))
                .isZero();
    }

    @Test
    void machinesOfManySizesNeverExceedCapacity() {
        var commands = new ArrayList<Envelope>();
        for (int i = 0; i < 64; i++) {
            var command = new PlaceVm(Id.next(IdKind.VM), DATACENTER, 1 + i % 5, 256 * (1 + i % 13));
            commands.add(lab.publish(Task.of(1), command));
        }
        commands.forEach(lab::report);
        assertThat(lab.count(OVERFULL)).isZero();
    }

    @Test
    void theSameRequestsMakeTheSamePlacements() {
        var first = placeInTurn();
        releaseAll();
        assertThat(placeInTurn()).isEqualTo(first);
        assertThat(first.subList(0, HOSTS)).doesNotHaveDuplicates();
        assertThat(first.getFirst()).isEqualTo("hv-1");
    }

    @Test
    void aMachineThatHasAPlaceKeepsIt() {
        var task = Task.of(1);
        var command = new PlaceVm(Id.next(IdKind.VM), DATACENTER, 2, 2048);
        var first = result(lab.succeed(task, command), VmPlaced.class);
        var second = result(lab.succeed(task, command), VmPlaced.class);
        assertThat(second).isEqualTo(first);
        assertThat(first.explanation()).contains(first.hypervisorName(), "8192 MiB before", "6144 MiB after");
        assertThat(lab.count("SELECT sum(memory_mib_reserved) AS n FROM maskin.host"))
                .isEqualTo(2048);
    }

    @Test
    void aReleasedMachineDoesNotComeBackByALateCommand() {
        var task = Task.of(1);
        var vm = Id.next(IdKind.VM);
        lab.succeed(task, new PlaceVm(vm, DATACENTER, 1, 1024));
        lab.succeedTwice(task.undoing(), new ReleaseVm(vm));
        // The lost lease's command is dropped without a word; the undoing lease's is refused.
        assertThat(problem(lab.send(task.undoing(), new PlaceVm(vm, DATACENTER, 1, 1024))))
                .isEqualTo("STALE_WRITER");
        assertThat(lab.count("SELECT count(*) AS n FROM maskin.vm WHERE id = ?", vm))
                .isZero();
        lab.succeed(Task.of(2), new PlaceVm(vm, DATACENTER, 1, 1024));
    }

    @Test
    void aMachineRemovedBeforeItWasPlacedIsNotPlacedLater() {
        var vm = Id.next(IdKind.VM);
        var placing = Task.of(1);
        lab.succeed(Task.of(2), new ReleaseVm(vm));
        assertThat(problem(lab.send(placing, new PlaceVm(vm, DATACENTER, 1, 1024))))
                .isEqualTo("STALE_WRITER");
    }

    @Test
    void eachHostSaysWhyItIsNotChosen() {
        lab.succeed(Task.of(3), new SetSchedulable(hosts.get(0), false));
        try {
            var report = lab.send(Task.of(1), new PlaceVm(Id.next(IdKind.VM), DATACENTER, 17, 100));
            assertThat(problem(report)).isEqualTo("NO_CAPACITY");
            assertThat(detail(report)).contains("hv-1 takes no new machines", "hv-2 has 16 of 17 vcpus free");
            assertThat(detail(lab.send(Task.of(1), new PlaceVm(Id.next(IdKind.VM), "elsewhere", 1, 100))))
                    .contains("No hypervisor is registered in elsewhere");
        } finally {
            lab.succeed(Task.of(3), new SetSchedulable(hosts.get(0), true));
        }
    }

    @Test
    void aHostThatHoldsMachinesStaysInService() {
        var vm = Id.next(IdKind.VM);
        var placed = result(lab.succeed(Task.of(1), new PlaceVm(vm, DATACENTER, 1, 1024)), VmPlaced.class);
        var refused = lab.send(Task.of(9), new DeregisterHost(placed.hypervisor()));
        assertThat(problem(refused)).isEqualTo("RESOURCE_IN_USE");
        assertThat(refused.toString()).contains(vm.toString());
    }

    @Test
    void machinesOfAGroupThatComeAtOnceAreKeptApart() {
        stand(4);
        var commands = new ArrayList<Envelope>();
        for (int i = 0; i < 10; i++) {
            commands.add(lab.publish(Task.of(1), inGroup("web", rule(PlacementLevel.RACK, true))));
        }
        var reports = commands.stream().map(lab::report).toList();
        assertThat(reports.stream().filter(report -> report.outcome() == Outcome.SUCCEEDED))
                .hasSize(4);
        assertThat(reports.stream().filter(report -> report.outcome() == Outcome.FAILED))
                .hasSize(6)
                .allSatisfy(report -> {
                    assertThat(problem(report)).isEqualTo("NO_CAPACITY");
                    assertThat(detail(report)).contains("hv-1 shares rack r1 with 1 of the group");
                });
        assertThat(lab.count("""
                        SELECT count(DISTINCT h.rack) AS n FROM maskin.vm v JOIN maskin.host h ON h.id = v.host
                        WHERE v.placement_group IS NOT NULL
                        """)).isEqualTo(4);
        assertThat(lab.count(OVERFULL)).isZero();
    }

    @Test
    void aGroupThatCanNotBeApartStandsTogetherWhereThatIsOnlyWished() {
        stand(2);
        for (int i = 0; i < 6; i++) {
            lab.succeed(Task.of(1), inGroup("batch", rule(PlacementLevel.RACK, false)));
        }
        assertThat(lab.count("""
                        SELECT max(n) AS n FROM (SELECT count(*) AS n FROM maskin.vm v
                            JOIN maskin.host h ON h.id = v.host GROUP BY h.rack) AS of_rack
                        """)).isEqualTo(3);
    }

    @Test
    void aGroupHasOneSetOfRulesForAsLongAsItHasMachines() {
        stand(4);
        var first = inGroup("db", rule(PlacementLevel.RACK, true));
        lab.succeed(Task.of(1), first);
        var other = lab.send(Task.of(1), inGroup("db", rule(PlacementLevel.HOST, true)));
        assertThat(problem(other)).isEqualTo("RESOURCE_IN_USE");
        var inheriting = inGroup("db");
        lab.succeed(Task.of(1), inheriting);
        assertThat(explain(inheriting.vm()).explanation()).contains("Of group db 1 have a place, none closer");
        lab.succeed(Task.of(9), new ReleaseVm(first.vm()));
        lab.succeed(Task.of(9), new ReleaseVm(inheriting.vm()));
        assertThat(lab.count("SELECT count(*) AS n FROM maskin.placement_group"))
                .isZero();
        lab.succeed(Task.of(1), inGroup("db", rule(PlacementLevel.HOST, true)));
    }

    @Test
    void everyDecisionIsKeptWithItsReasons() {
        lab.succeed(Task.of(3), new SetSchedulable(hosts.get(0), false));
        var vm = Id.next(IdKind.VM);
        lab.succeed(Task.of(1), new PlaceVm(vm, DATACENTER, 2, 2048));
        lab.succeed(Task.of(3), new SetSchedulable(hosts.get(0), true));
        var decision = explain(vm);
        assertThat(decision.placed()).isTrue();
        assertThat(decision.vm()).isEqualTo(vm);
        assertThat(decision.considered()).isEqualTo(HOSTS);
        assertThat(decision.strategy()).isEqualTo(PlacementStrategy.SPREAD);
        assertThat(decision.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.filter()).isEqualTo("SCHEDULABLE");
            assertThat(refusal.hosts()).isEqualTo(1);
            assertThat(refusal.examples()).containsExactly("hv-1 takes no new machines");
        });
        assertThat(decision.best()).hasSize(5).first().satisfies(best -> {
            assertThat(best.name()).isEqualTo("hv-2");
            assertThat(best.freeMemoryPpm()).isEqualTo(1_000_000);
        });
        lab.succeed(Task.of(9), new ReleaseVm(vm));
        assertThat(lab.count("SELECT count(*) AS n FROM maskin.placement_decision WHERE vm = ?", vm))
                .isZero();
    }

    @Test
    void aRefusalIsKeptToo() {
        var vm = Id.next(IdKind.VM);
        lab.send(Task.of(1), new PlaceVm(vm, DATACENTER, 17, 100));
        var decision = explain(vm);
        assertThat(decision.placed()).isFalse();
        assertThat(decision.hypervisor()).isNull();
        assertThat(decision.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.filter()).isEqualTo("VCPUS");
            assertThat(refusal.hosts()).isEqualTo(HOSTS);
        });
        assertThat(decision.explanation()).contains("hv-1 has 16 of 17 vcpus free");
    }

    @Test
    void aTrialSaysWhereAMachineWouldGoAndTakesNothing() {
        var tried = ask(new TryPlacement(DATACENTER, 4, 4096, null, null));
        assertThat(tried.placed()).isTrue();
        assertThat(tried.vm()).isNull();
        assertThat(tried.best().getFirst().name()).isEqualTo("hv-1");
        assertThat(tried.explanation()).contains("8192 MiB before, 4096 MiB after");
        assertThat(ask(new TryPlacement(DATACENTER, 4, 8193, null, null)).placed())
                .isFalse();
        assertThat(lab.count("SELECT sum(memory_mib_reserved) AS n FROM maskin.host"))
                .isZero();
    }

    @Test
    void thePolicyOfADatacenterFillsHostsOneAfterTheOther() {
        var policy = new PlacementPolicy(DATACENTER, PlacementStrategy.BIN_PACK, 7);
        var places = placeInTurn(PlacementWish.under(null, policy));
        assertThat(places.subList(0, 6)).containsOnly("hv-1");
        assertThat(lab.count("SELECT min(policy_version) AS n FROM maskin.placement_decision WHERE outcome = 'PLACED'"))
                .isEqualTo(7);
    }

    @Test
    void aHostThatIsGoneIsNotChosen() {
        var id = Id.next(IdKind.HYPERVISOR);
        lab.run(transaction -> transaction.update("""
                INSERT INTO maskin.host
                    (id, name, datacenter, driver, endpoint, generation, reachable, vcpus, memory_mib, machine_type)
                VALUES (?, 'brief', 'elsewhen', 'simulated', 'sim:brief', 1, true, 8, 8192, 'sim-1.0')
                """, id));
        assertThat(ask(new TryPlacement("elsewhen", 1, 64, null, null)).placed())
                .isTrue();
        lab.run(transaction -> transaction.update("DELETE FROM maskin.host WHERE id = ?", id));
        assertThat(ask(new TryPlacement("elsewhen", 1, 64, null, null)).explanation())
                .contains("No hypervisor is registered in elsewhen");
    }

    /// Lets the hosts stand in so many racks.
    private void stand(int racks) {
        for (int i = 0; i < HOSTS; i++) {
            var place = new HostPlace("r" + (1 + i % racks), "feed-a", "hall-1", "no");
            lab.succeed(Task.of(3), new SetSchedulable(hosts.get(i), true, place));
        }
    }

    private static PlaceVm inGroup(String group, SpreadRule... rules) {
        var wish = new PlacementWish(group, rules.length == 0 ? null : List.of(rules), null, null);
        return new PlaceVm(Id.next(IdKind.VM), DATACENTER, 1, 256, null, null, wish);
    }

    private static SpreadRule rule(PlacementLevel level, boolean required) {
        return new SpreadRule(level, null, required);
    }

    private PlacementDecision explain(Id vm) {
        return ask(new ExplainPlacement(vm));
    }

    private PlacementDecision ask(Query<PlacementDecision> query) {
        return lab.bus()
                .ask(
                        query,
                        PlacementDecision.class,
                        Origin.ofService("test", "0123456789abcdef0123456789abcdef"),
                        Duration.ofSeconds(10));
    }

    private List<String> placeInTurn() {
        return placeInTurn(null);
    }

    private List<String> placeInTurn(@Nullable PlacementWish wish) {
        var places = new ArrayList<String>();
        for (int i = 0; i < 24; i++) {
            StepReport report = lab.succeed(
                    Task.of(1), new PlaceVm(Id.next(IdKind.VM), DATACENTER, 1, 256 * (1 + i % 4), null, null, wish));
            places.add(result(report, VmPlaced.class).hypervisorName());
        }
        return places;
    }
}

package no.dataverket.lab.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import no.dataverket.lab.hypervisor.SimulatedEstate.Happening;
import no.dataverket.maskin.runtime.Inventory;
import no.dataverket.maskin.runtime.Power;
import no.dataverket.maskin.runtime.RuntimeFailure;
import no.dataverket.maskin.runtime.RuntimeFailure.Kind;
import no.dataverket.maskin.runtime.VmId;
import org.junit.jupiter.api.Test;

final class SimulatedEstateTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);
    private static final List<String> SITES = List.of("north", "south");

    @Test
    void withoutAStepNothingHappens() {
        try (var estate = SimulatedEstate.of(SITES, 2, HostSize.large(), 1)) {
            estate.populate(4);
            EnumSet.allOf(Mishap.class).forEach(mishap -> estate.expect(mishap, Duration.ofMillis(1), LIMIT));
            var before = inventories(estate);
            var now = estate.time().instant();

            assertThat(inventories(estate)).isEqualTo(before);
            assertThat(estate.time().instant()).isEqualTo(now);
            assertThat(estate.step(Duration.ofSeconds(1))).isNotEmpty();
        }
    }

    @Test
    void aHistoryFollowsFromTheSeed() {
        var first = history(7);

        assertThat(history(7)).isEqualTo(first);
        assertThat(history(8)).isNotEqualTo(first);
        assertThat(first.happenings()).extracting(Happening::mishap).containsAll(EnumSet.allOf(Mishap.class));
    }

    @Test
    void manySmallStepsAreOneLargeStep() {
        try (var large = troubled(3);
                var small = troubled(3)) {
            var happened = new ArrayList<Happening>();
            for (var minute = 0; minute < 24 * 60; minute++) {
                happened.addAll(small.step(Duration.ofMinutes(1)));
            }
            assertThat(happened).isEqualTo(large.step(DAY)).isNotEmpty();
            assertThat(inventoriesOfThoseWhoAnswer(small)).isEqualTo(inventoriesOfThoseWhoAnswer(large));
        }
    }

    @Test
    void aSlowHostAnswersAsSoonAsTimeHasPassed() {
        try (var estate = SimulatedEstate.of(SITES, 1, HostSize.large(), 1)) {
            var host = estate.site("north").host("north-1");
            host.faults().tarry(Duration.ofSeconds(5), Duration.ofSeconds(5));

            var answer = ask(host::observeAll);
            awaitWaiting(estate, 1);
            estate.step(Duration.ofSeconds(4));
            assertThat(estate.time().waiting()).isOne();
            assertThat(answer).isNotDone();
            estate.step(Duration.ofSeconds(1));

            assertThat(answer.join().vms()).isEmpty();
            host.faults().hurry();
            assertThat(host.observeAll().vms()).isEmpty();
        }
    }

    @Test
    void aHostThatIsTooSlowFailsAtTheLimitAndDidNothing() {
        try (var estate = SimulatedEstate.of(SITES, 1, HostSize.large(), 1)) {
            var host = estate.site("south").host("south-1");
            host.faults().callLimit(LIMIT).tarry(LIMIT.plusSeconds(1), LIMIT.plusSeconds(1));

            var answer = ask(() -> host.ensureDefined(UsualMachine.definition("south-1", 1)));
            awaitWaiting(estate, 1);
            estate.step(LIMIT);

            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(answer::join)
                    .satisfies(failure -> assertThat(failure.getCause())
                            .isInstanceOfSatisfying(
                                    RuntimeFailure.class,
                                    cause -> assertThat(cause.kind()).isEqualTo(Kind.TIMEOUT)));
            assertThat(host.defined()).isEmpty();
        }
    }

    @Test
    void aCallThatHangsHangsInSimulatedTime() {
        try (var estate = SimulatedEstate.of(SITES, 1, HostSize.large(), 1)) {
            var host = estate.site("north").host("north-1");
            host.faults().hangNext(Operation.OBSERVE_ALL, 2);

            var released = ask(host::observeAll);
            awaitWaiting(estate, 1);
            host.faults().release();
            assertThat(released.join().vms()).isEmpty();

            var given = ask(host::observeAll);
            awaitWaiting(estate, 1);
            estate.step(LIMIT);
            assertThatExceptionOfType(CompletionException.class).isThrownBy(given::join);
        }
    }

    @Test
    void aHostThatLosesItsPowerComesBackWithItsMachinesOff() {
        try (var estate = SimulatedEstate.of(List.of("north"), 1, HostSize.large(), 5)) {
            estate.populate(3);
            var host = estate.site("north").host("north-1");
            estate.expect(Mishap.LOSES_POWER, Duration.ofDays(10), Duration.ofMinutes(10));
            assertThat(until(estate, Mishap.LOSES_POWER, false).about()).isEqualTo("north-1");
            assertFails(Kind.UNREACHABLE, host);
            until(estate, Mishap.LOSES_POWER, true);

            assertThat(host.observeAll().vms())
                    .hasSize(3)
                    .allSatisfy(vm -> assertThat(vm.power()).isEqualTo(Power.OFF));
        }
    }

    @Test
    void aHostThatIsCutOffComesBackWithItsMachinesRunning() {
        try (var estate = SimulatedEstate.of(List.of("north"), 1, HostSize.large(), 5)) {
            estate.populate(3);
            var host = estate.site("north").host("north-1");
            estate.expect(Mishap.IS_CUT_OFF, Duration.ofDays(10), Duration.ofMinutes(10));
            until(estate, Mishap.IS_CUT_OFF, false);
            assertFails(Kind.UNREACHABLE, host);
            until(estate, Mishap.IS_CUT_OFF, true);

            assertThat(host.observeAll().vms())
                    .hasSize(3)
                    .allSatisfy(vm -> assertThat(vm.power()).isEqualTo(Power.RUNNING));
        }
    }

    @Test
    void aHostThatRefusesAnswersAgainWhenItIsOver() {
        try (var estate = SimulatedEstate.of(List.of("north"), 1, HostSize.large(), 5)) {
            estate.populate(1);
            var host = estate.site("north").host("north-1");
            estate.expect(Mishap.REFUSES, Duration.ofDays(10), Duration.ofMinutes(10));
            until(estate, Mishap.REFUSES, false);
            assertFails(Kind.INTERNAL, host);
            until(estate, Mishap.REFUSES, true);

            assertThat(host.observeAll().vms()).hasSize(1);
        }
    }

    @Test
    void aDomainThatIsLostLeavesItsFilesAndCanBeDefinedAgain() {
        try (var estate = SimulatedEstate.of(List.of("north"), 1, HostSize.large(), 5)) {
            estate.populate(1);
            var host = estate.site("north").host("north-1");
            estate.expect(Mishap.LOSES_DOMAIN, Duration.ofDays(10), Duration.ZERO);
            var lost = VmId.parse(until(estate, Mishap.LOSES_DOMAIN, false).about());

            assertThat(host.observeAll()).isEqualTo(new Inventory(List.of(), List.of(), List.of(lost)));
            host.ensureDefined(UsualMachine.definition("north-1", 0));
            host.ensureRunning(lost, UsualMachine.REVISION, LIMIT);
            assertThat(host.observe(lost).orElseThrow().power()).isEqualTo(Power.RUNNING);
            assertThat(estate.site("north").doubleRuns()).isEmpty();
        }
    }

    @Test
    void aStrangerIsSeenAsOne() {
        try (var estate = SimulatedEstate.of(List.of("north"), 1, HostSize.large(), 5)) {
            estate.expect(Mishap.HAS_STRANGER, Duration.ofDays(10), Duration.ZERO);
            var stranger = until(estate, Mishap.HAS_STRANGER, false).about();

            assertThat(estate.site("north").host("north-1").observeAll().foreign())
                    .containsExactly(stranger);
        }
    }

    /// As many as a large installation has, in the gibibyte that each of our test JVMs gets.
    @Test
    void twoSitesWithFiveThousandHostsAndFiftyThousandMachinesEachFitIntoATestsMemory() {
        var before = usedMib();
        try (var estate = SimulatedEstate.of(SITES, 5_000, HostSize.large(), 1)) {
            estate.populate(50_000);
            for (var site : SITES) {
                assertThat(machines(estate, site)).isEqualTo(50_000);
            }
            estate.expect(Mishap.LOSES_POWER, Duration.ofMinutes(2), Duration.ofMinutes(10))
                    .expect(Mishap.IS_CUT_OFF, Duration.ofMinutes(1), Duration.ofMinutes(3))
                    .expect(Mishap.VM_DIES, Duration.ofSeconds(10), Duration.ZERO)
                    .expect(Mishap.HAS_STRANGER, Duration.ofMinutes(30), Duration.ZERO);

            var happened = estate.step(DAY);

            assertThat(happened)
                    .extracting(Happening::site)
                    .contains("north", "south")
                    .hasSizeGreaterThan(10_000);
            assertThat(machines(estate, "north") + machines(estate, "south"))
                    .as("hosts that are away don't tell of their ten")
                    .isBetween(95_000L, 100_000L);
            assertThat(usedMib() - before).as("MiB used by the simulators").isLessThan(512);
        }
    }

    private record History(List<Happening> happenings, List<Inventory> inventories) {}

    private static History history(long seed) {
        try (var estate = troubled(seed)) {
            return new History(estate.step(DAY), inventoriesOfThoseWhoAnswer(estate));
        }
    }

    private static SimulatedEstate troubled(long seed) {
        var estate = SimulatedEstate.of(SITES, 5, HostSize.large(), seed);
        estate.populate(20);
        for (var mishap : Mishap.values()) {
            estate.expect(mishap, Duration.ofHours(2), Duration.ofMinutes(5));
        }
        return estate;
    }

    private static List<Inventory> inventories(SimulatedEstate estate) {
        return hosts(estate).stream().map(SimulatedRuntime::observeAll).toList();
    }

    private static List<Inventory> inventoriesOfThoseWhoAnswer(SimulatedEstate estate) {
        hosts(estate).forEach(host -> host.faults().hurry());
        return hosts(estate).stream().flatMap(SimulatedEstateTest::answers).toList();
    }

    private static Stream<Inventory> answers(SimulatedRuntime host) {
        try {
            return Stream.of(host.observeAll());
        } catch (RuntimeFailure away) {
            return Stream.empty();
        }
    }

    private static List<SimulatedRuntime> hosts(SimulatedEstate estate) {
        return estate.sites().stream()
                .flatMap(site -> estate.site(site).hosts().stream())
                .toList();
    }

    private static long machines(SimulatedEstate estate, String site) {
        return estate.site(site).hosts().stream()
                .flatMap(SimulatedEstateTest::answers)
                .mapToLong(inventory -> inventory.vms().size())
                .sum();
    }

    private static Happening until(SimulatedEstate estate, Mishap mishap, boolean over) {
        while (true) {
            var found = estate.step(Duration.ofMinutes(1)).stream()
                    .filter(happening -> happening.mishap() == mishap && happening.over() == over)
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
        }
    }

    private static void assertFails(Kind kind, SimulatedRuntime host) {
        assertThatExceptionOfType(RuntimeFailure.class)
                .isThrownBy(host::observeAll)
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(kind));
    }

    private static <T> CompletableFuture<T> ask(Supplier<T> call) {
        return CompletableFuture.supplyAsync(() -> Objects.requireNonNull(call.get()), THREADS);
    }

    private static void awaitWaiting(SimulatedEstate estate, int calls) {
        while (estate.time().waiting() < calls) {
            Thread.onSpinWait();
        }
    }

    private static long usedMib() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }
}

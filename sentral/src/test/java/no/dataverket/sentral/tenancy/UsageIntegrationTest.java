package no.dataverket.sentral.tenancy;

import static no.dataverket.sentral.tenancy.TenancyBench.EVERYTHING;
import static no.dataverket.sentral.tenancy.TenancyBench.HERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import no.dataverket.contract.api.Finding;
import no.dataverket.contract.api.UsageCheck.UsageDifference;
import no.dataverket.contract.api.UsageInterval;
import no.dataverket.core.db.DatabaseFailure;
import no.dataverket.core.db.Transaction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class UsageIntegrationTest {

    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    private final TenancyBench bench = new TenancyBench();

    @AfterAll
    void close() {
        bench.close();
    }

    /// Moves an interval and its events to where a test can count on them.
    private void move(no.dataverket.contract.Id vm, Instant began, Instant ended) {
        bench.run(transaction -> {
            transaction.update("ALTER TABLE tenancy.usage_event DISABLE TRIGGER usage_event_is_final");
            transaction.update("UPDATE tenancy.usage SET began = ?, ended = ? WHERE resource = ?", began, ended, vm);
            transaction.update("UPDATE tenancy.usage_event SET at = ? WHERE resource = ? AND amount > 0", began, vm);
            transaction.update("UPDATE tenancy.usage_event SET at = ? WHERE resource = ? AND amount = 0", ended, vm);
            transaction.update("ALTER TABLE tenancy.usage_event ENABLE TRIGGER usage_event_is_final");
        });
    }

    @Test
    void periodsThatFollowEachOtherAddUpExactly() {
        var lineage = bench.lineage("periods");
        var random = new Random(1);
        long expected = 0;
        for (int i = 0; i < 20; i++) {
            var vm = bench.vm();
            long amount = 1 + random.nextInt(8);
            bench.charge(lineage, vm, HERE, Map.of("vcpus", amount));
            bench.release(vm);
            var began = NOON.plusMillis(random.nextInt(3_600_000));
            var ended = began.plusMillis(random.nextInt(7_200_000));
            move(vm, began, ended);
            expected += amount
                    * Duration.between(began.truncatedTo(ChronoUnit.SECONDS), ended.truncatedTo(ChronoUnit.SECONDS))
                            .toSeconds();
        }
        var whole = bench.used(lineage, "vcpus", NOON, NOON.plusSeconds(20_000));
        long sum = 0;
        for (long at = 0; at < 20_000; at += 625) {
            sum += bench.used(lineage, "vcpus", NOON.plusSeconds(at), NOON.plusSeconds(at + 625));
        }
        assertThat(whole).isEqualTo(expected).isEqualTo(sum);
        assertThat(bench.differences()).isEmpty();
    }

    @Test
    void whatGoesOnCountsUntilNowAndNotIntoTheFuture() {
        var lineage = bench.lineage("ongoing");
        bench.charge(lineage, bench.vm(), HERE, Map.of("vcpus", 1_000L));
        var now = Instant.now();

        assertThat(bench.used(lineage, "vcpus", NOON, now.plus(Duration.ofDays(30))))
                .isLessThan(60_000L);
        assertThat(bench.used(lineage, "vcpus", now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(2))))
                .isZero();
    }

    @Test
    void pagesOfTotalsAndIntervalsHoldEachOnce() {
        var lineages =
                Stream.of("page-1", "page-2", "page-3").map(bench::lineage).toList();
        lineages.forEach(lineage -> {
            bench.charge(lineage, bench.vm(), HERE, Map.of("vms", 1L, "vcpus", 2L));
            bench.charge(lineage, bench.vm(), "lab2", Map.of("vms", 1L, "vcpus", 2L));
        });
        for (var lineage : lineages) {
            var question = new Usage.Question(
                    lineage.tenant().id(),
                    null,
                    null,
                    null,
                    null,
                    NOON,
                    Instant.now().plusSeconds(1));
            var all = bench.database.call(
                    transaction -> bench.usage.totals(transaction, EVERYTHING, question, null, 100));
            assertThat(all)
                    .hasSize(4)
                    .allSatisfy(total -> assertThat(total.amountAtEnd()).isPositive());
            assertThat(all.getFirst().address()).isEqualTo(lineage.address());
            for (int i = 0; i < 3; i++) {
                var last = all.get(i);
                var place = new Usage.Place(
                        last.tenant().uuid(), lineage.scope().id().uuid(), last.datacenter(), last.dimension());
                var next = bench.database.call(
                        transaction -> bench.usage.totals(transaction, EVERYTHING, question, place, 1));
                assertThat(next.getFirst().dimension()).isEqualTo(all.get(i + 1).dimension());
                assertThat(next.getFirst().datacenter())
                        .isEqualTo(all.get(i + 1).datacenter());
            }
            var intervals = bench.database.call(
                    transaction -> bench.usage.intervals(transaction, EVERYTHING, question, null, 0, 100));
            assertThat(intervals).hasSize(4);
            List<UsageInterval> rest = bench.database.call(transaction -> bench.usage.intervals(
                    transaction, EVERYTHING, question, null, intervals.get(1).number(), 100));
            assertThat(rest).isEqualTo(intervals.subList(2, 4));
        }
    }

    @Test
    void whoSeesOnlyTheirOwnIsToldOnlyTheirOwn() {
        var mine = bench.lineage("mine");
        var other = bench.lineage("other");
        bench.charge(mine, bench.vm(), HERE, Map.of("vms", 1L));
        bench.charge(other, bench.vm(), HERE, Map.of("vms", 1L));
        var visible = new Visibility(false, List.of(mine.tenant().id()), List.of(), List.of());
        var question = new Usage.Question(
                null, null, null, null, null, NOON, Instant.now().plusSeconds(1));

        var totals = bench.database.call(transaction -> bench.usage.totals(transaction, visible, question, null, 100));
        var intervals =
                bench.database.call(transaction -> bench.usage.intervals(transaction, visible, question, null, 0, 100));

        assertThat(totals)
                .hasSize(1)
                .allSatisfy(total ->
                        assertThat(total.tenant()).isEqualTo(mine.tenant().id()));
        assertThat(intervals).hasSize(1);
    }

    @Test
    void everyTamperingIsFound() {
        var lineage = bench.lineage("tampered");
        bench.limitIn(lineage.tenant(), "vms", HERE, 5);
        var vm = bench.vm();
        bench.charge(lineage, vm, HERE, Map.of("vms", 1L));
        var tamperings = Map.of(
                "UPDATE tenancy.budget SET used = used + 1 WHERE dimension = 'vms'", "BUDGET_IS_SUM_OF_CHARGES",
                "UPDATE tenancy.budget SET used = 0 WHERE datacenter = 'lab1'", "BUDGET_IS_SUM_OF_CHARGES",
                "DELETE FROM tenancy.budget WHERE datacenter = '' AND dimension = 'vms'", "CHARGE_HAS_ITS_BUDGET",
                "DELETE FROM tenancy.charge", "USAGE_NOW_IS_WHAT_IS_CHARGED",
                "UPDATE tenancy.usage SET ended = now() WHERE ended IS NULL", "USAGE_NOW_IS_WHAT_IS_CHARGED",
                "UPDATE tenancy.usage SET amount = amount + 1", "USAGE_IS_WHAT_ITS_EVENTS_MAKE_IT",
                "UPDATE tenancy.usage SET began = began - interval '1 hour'", "USAGE_IS_WHAT_ITS_EVENTS_MAKE_IT",
                "UPDATE tenancy.usage SET tenant = environment, environment = tenant",
                        "USAGE_IS_WHAT_ITS_EVENTS_MAKE_IT",
                "DELETE FROM tenancy.usage", "USAGE_IS_WHAT_ITS_EVENTS_MAKE_IT");
        tamperings.forEach((tampering, check) -> assertThat(differencesAfter(tampering))
                .as(tampering)
                .extracting(UsageDifference::check)
                .contains(check));
        assertThat(bench.differences()).isEmpty();
    }

    @Test
    void aDifferenceIsAFindingFromWhenItWasFirstSeenUntilItIsMended() {
        var lineage = bench.lineage("found");
        assertThat(bench.differences()).isEmpty();
        assertThat(findings()).isEmpty();

        bench.run(transaction -> transaction.update(
                "UPDATE tenancy.budget SET used = used + 1 WHERE owner = ? AND dimension = 'vms'",
                lineage.tenant().id()));
        assertThat(findings()).as("nobody has looked yet").isEmpty();
        assertThat(bench.differences()).hasSize(1);
        var found = findings().getFirst();
        assertThat(found.code()).isEqualTo("USAGE_DIFFERS");
        assertThat(found.subjects()).containsExactly("BUDGET_IS_SUM_OF_CHARGES");
        assertThat(found.runbook()).isEqualTo(UsageChecker.RUNBOOK);
        bench.differences();
        assertThat(findings()).as("since the first time").containsExactly(found);

        bench.run(transaction -> transaction.update(
                "UPDATE tenancy.budget SET used = used - 1 WHERE owner = ? AND dimension = 'vms'",
                lineage.tenant().id()));
        assertThat(bench.differences()).isEmpty();
        assertThat(findings()).isEmpty();
    }

    /// Every few minutes only what is charged and used now is compared.
    @Test
    void theHistoryIsReadOnceADayAndForAsLongAsItDiffers() {
        var lineage = bench.lineage("history");
        var vm = bench.vm();
        bench.charge(lineage, vm, HERE, Map.of("vms", 1L));
        bench.release(vm);
        assertThat(bench.differences()).isEmpty();

        change(vm, 1);
        assertThat(watch()).as("it was read today").isEmpty();
        bench.run(
                transaction -> transaction.update("UPDATE tenancy.history_check SET at = now() - interval '25 hours'"));
        assertThat(watch()).extracting(UsageDifference::check).containsOnly("USAGE_IS_WHAT_ITS_EVENTS_MAKE_IT");
        assertThat(watch()).as("still").isNotEmpty();
        assertThat(findings()).hasSize(1);

        change(vm, -1);
        assertThat(watch()).isEmpty();
        assertThat(findings()).isEmpty();

        change(vm, 1);
        assertThat(watch()).as("it was read today").isEmpty();
        assertThat(bench.differences()).as("who asks is told all").isNotEmpty();
        change(vm, -1);
        assertThat(bench.differences()).isEmpty();
    }

    private void change(no.dataverket.contract.Id vm, int by) {
        bench.run(transaction ->
                transaction.update("UPDATE tenancy.usage SET amount = amount + ? WHERE resource = ?", by, vm));
    }

    private List<UsageDifference> watch() {
        return bench.database.call(new UsageChecker()::watch);
    }

    private List<Finding> findings() {
        return bench.database.call(UsageFindings::look);
    }

    @Test
    void eventsAreOnlyAddedTo() {
        for (var change : List.of(
                "UPDATE tenancy.usage_event SET amount = 0",
                "DELETE FROM tenancy.usage_event",
                "TRUNCATE tenancy.usage_event")) {
            assertThatExceptionOfType(DatabaseFailure.class)
                    .isThrownBy(() -> bench.run(transaction -> transaction.update(change)))
                    .withMessageContaining("only added to");
        }
    }

    /// What the checker finds after a change that is then taken back.
    private List<UsageDifference> differencesAfter(String tampering) {
        var found = new java.util.ArrayList<UsageDifference>();
        assertThatExceptionOfType(TakenBack.class)
                .isThrownBy(() -> bench.run(transaction -> {
                    tamper(transaction, tampering);
                    found.addAll(new UsageChecker().check(transaction).differences());
                    throw new TakenBack();
                }));
        return found;
    }

    private static void tamper(Transaction transaction, String tampering) {
        assertThat(transaction.update(tampering)).as(tampering).isPositive();
    }

    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}

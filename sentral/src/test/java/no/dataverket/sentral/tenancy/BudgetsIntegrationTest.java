package no.dataverket.sentral.tenancy;

import static no.dataverket.sentral.tenancy.TenancyBench.HERE;
import static no.dataverket.sentral.tenancy.TenancyBench.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.ProblemCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BudgetsIntegrationTest {

    private final TenancyBench bench = new TenancyBench();

    @AfterEach
    void theBooksAgree() {
        assertThat(bench.differences()).isEmpty();
    }

    @AfterAll
    void close() {
        bench.close();
    }

    private boolean tryCharge(Lineage lineage, String datacenter) {
        try {
            bench.charge(lineage, bench.vm(), datacenter, Map.of("vms", 1L, "vcpus", 2L));
            return true;
        } catch (Failure failure) {
            assertThat(failure.code()).isEqualTo(ProblemCode.QUOTA_EXCEEDED);
            return false;
        }
    }

    @Test
    void invariant30OfSixtyFourAtOnceExactlyAsManyAsTheLimitSucceed() {
        var lineage = bench.lineage("sixty-four");
        bench.limit(lineage.downwards().get(1), "vms", 23);

        var charged = together(64, i -> tryCharge(lineage, HERE));

        assertThat(charged.stream().filter(Boolean::booleanValue)).hasSize(23);
        for (var scope : lineage.downwards()) {
            assertThat(bench.used(scope, "vms", "")).isEqualTo(23);
            assertThat(bench.used(scope, "vcpus", "")).isEqualTo(46);
        }
    }

    @Test
    void aLimitInOneDatacenterLeavesTheOthersAlone() {
        var lineage = bench.lineage("two-sites");
        bench.limitIn(lineage.tenant(), "vms", "lab2", 3);

        var there = together(8, i -> tryCharge(lineage, "lab2"));
        var here = together(8, i -> tryCharge(lineage, HERE));

        assertThat(there.stream().filter(Boolean::booleanValue)).hasSize(3);
        assertThat(here).doesNotContain(false);
        assertThat(bench.used(lineage.tenant(), "vms", "")).isEqualTo(11);
        assertThat(bench.used(lineage.tenant(), "vms", "lab2")).isEqualTo(3);
    }

    @Test
    void aLimitThatComesWhileOthersChargeCountsEveryCharge() {
        var lineage = bench.lineage("late-limit");
        var charged = new AtomicInteger();

        together(48, i -> {
            if (i == 24) {
                bench.limitIn(lineage.tenant(), "vms", HERE, 30);
            } else if (tryCharge(lineage, HERE)) {
                charged.incrementAndGet();
            }
            return true;
        });

        assertThat(bench.used(lineage.tenant(), "vms", HERE)).isEqualTo(charged.get());
        assertThat(charged.get()).isBetween(30, 47);
        assertThat(tryCharge(lineage, HERE)).isFalse();
    }

    @Test
    void whatIsChargedAlreadyIsNotChargedAgainAndWhatIsGivenBackIsGone() {
        var lineage = bench.lineage("twice");
        var vm = bench.vm();
        bench.charge(lineage, vm, HERE, Map.of("vms", 1L));
        bench.charge(lineage, vm, HERE, Map.of("vms", 1L, "running_vcpus", 4L));
        assertThat(bench.used(lineage.tenant(), "vms", "")).isEqualTo(1);
        assertThat(bench.used(lineage.tenant(), "running_vcpus", "")).isEqualTo(4);

        bench.run(transaction -> bench.budgets.release(transaction, vm, "running_vcpus"));

        assertThat(bench.used(lineage.tenant(), "vms", "")).isEqualTo(1);
        assertThat(bench.used(lineage.tenant(), "running_vcpus", "")).isZero();
        bench.release(vm);
        bench.release(vm);
        assertThat(bench.used(lineage.tenant(), "vms", "")).isZero();
    }

    @Test
    void aRefusalNamesEveryBudgetThatIsExceededAndTheCommandThatRaisesIt() {
        var lineage = bench.lineage("refused");
        bench.limit(lineage.tenant(), "vcpus", 10);
        bench.limitIn(lineage.downwards().get(1), "vms", HERE, 0);

        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> bench.charge(lineage, bench.vm(), HERE, Map.of("vms", 1L, "vcpus", 16L)))
                .satisfies(failure -> {
                    var problem = failure.problem();
                    assertThat(problem.code()).isEqualTo("QUOTA_EXCEEDED");
                    assertThat(problem.violations()).hasSize(2);
                })
                .extracting(Failure::problem)
                .satisfies(problem -> {
                    var parameters = java.util.Objects.requireNonNull(problem.parameters());
                    if (parameters.containsValue("vms")) {
                        assertThat(parameters)
                                .containsEntry("level", "PROJECT")
                                .containsEntry("limiter", "refused/shop")
                                .containsEntry("datacenter", HERE)
                                .containsEntry("limit", "0")
                                .containsEntry("used", "0")
                                .containsEntry("requested", "1");
                        assertThat(problem.hint())
                                .contains("dv quota set refused/shop --limits vms=1 --datacenter lab1");
                    } else {
                        assertThat(parameters)
                                .containsEntry("level", "TENANT")
                                .containsEntry("limiter", "refused")
                                .containsEntry("dimension", "vcpus")
                                .containsEntry("limit", "10")
                                .doesNotContainKey("datacenter");
                        assertThat(problem.hint()).contains("dv quota set refused --limits vcpus=16");
                    }
                });
        assertThat(bench.used(lineage.tenant(), "vms", "")).isZero();
        var asked = TenancyBench.charges(lineage, Map.of("vms", 1L, "vcpus", 16L));
        List<Failure> refusals = bench.database.call(transaction -> bench.budgets.refusals(transaction, HERE, asked));
        assertThat(refusals).hasSize(2);
    }

    @Test
    void whatIsChargedIsBroughtToAnotherAmountAsAWholeOrNotAtAll() {
        var lineage = bench.lineage("grown");
        bench.limit(lineage.tenant(), "vcpus", 10);
        bench.limitIn(lineage.tenant(), "vms", HERE, 5);
        var vm = bench.vm();
        bench.charge(lineage, vm, HERE, Map.of("vcpus", 4L, "vms", 2L));
        bench.charge(lineage, bench.vm(), HERE, Map.of("vcpus", 3L));

        recharge(lineage, vm, Map.of("vcpus", 7L, "vms", 5L, "running_vcpus", 7L));

        assertThat(bench.used(lineage.tenant(), "vcpus", "")).isEqualTo(10);
        assertThat(bench.used(lineage.tenant(), "vms", HERE)).isEqualTo(5);
        assertThat(bench.used(lineage.tenant(), "running_vcpus", ""))
                .as("what it is not charged stays so")
                .isZero();
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> recharge(lineage, vm, Map.of("vcpus", 8L, "vms", 1L)))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(ProblemCode.QUOTA_EXCEEDED));
        assertThat(bench.used(lineage.tenant(), "vms", "")).isEqualTo(5);

        bench.limit(lineage.tenant(), "vcpus", 1);
        recharge(lineage, vm, Map.of("vcpus", 6L, "vms", 5L));
        assertThat(bench.used(lineage.tenant(), "vcpus", ""))
                .as("what falls always fits")
                .isEqualTo(9);
        var check = bench.database.call(new UsageChecker()::check);
        assertThat(check.differences()).isEmpty();
        bench.release(vm);
        assertThat(bench.used(lineage.tenant(), "vcpus", "")).isEqualTo(3);
        assertThat(bench.database.call(new UsageChecker()::check).differences()).isEmpty();
    }

    private void recharge(Lineage lineage, Id vm, Map<String, Long> amounts) {
        bench.run(transaction -> bench.budgets.recharge(transaction, vm, TenancyBench.charges(lineage, amounts)));
    }

    @Test
    void manyWhoTakeAndGiveLeaveExactBooks() {
        var lineages = java.util.stream.Stream.of("busy-1", "busy-2")
                .map(bench::lineage)
                .toList();
        lineages.forEach(lineage -> bench.limit(lineage.tenant(), "vms", 12));
        together(16, i -> {
            var random = new Random(i);
            for (int n = 0; n < 12; n++) {
                var vm = bench.vm();
                try {
                    bench.charge(
                            lineages.get(random.nextInt(2)),
                            vm,
                            random.nextBoolean() ? HERE : "lab2",
                            Map.of("vms", 1L, "running_vcpus", 1L + random.nextInt(4)));
                } catch (Failure refused) {
                    assertThat(refused.code()).isEqualTo(ProblemCode.QUOTA_EXCEEDED);
                }
                bench.run(transaction -> bench.budgets.release(transaction, vm, "running_vcpus"));
                bench.release(vm);
            }
            return true;
        });
        lineages.forEach(
                lineage -> assertThat(bench.used(lineage.tenant(), "vms", "")).isZero());
    }
}

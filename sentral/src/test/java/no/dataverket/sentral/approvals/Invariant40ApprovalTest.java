package no.dataverket.sentral.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Approval.Decision;
import no.dataverket.contract.api.ApprovalState;
import no.dataverket.contract.api.AutomationClass;
import no.dataverket.contract.api.PrincipalKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Invariant 40: requester ≠ approver, approval bound to the hash, expired or re-rendered → void.
final class Invariant40ApprovalTest {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final int SCHEDULES = 20_000;
    private static final String HASH = "a".repeat(64);

    private final Person ann = human("ann");
    private final Person bob = human("bob");
    private final Person eve = human("eve");

    @Test
    void invariant40_aPersonWhoDidNotAskApproves() {
        var approved = open(AutomationClass.ONE_APPROVAL, ann).approve(bob, "seen", HASH, START);
        assertThat(approved.state()).isEqualTo(ApprovalState.APPROVED);
        assertThat(approved.decisions()).containsExactly(new Decision("bob", bob.id(), START, true, "seen"));
        assertThat(approved.carryOut(HASH).state()).isEqualTo(ApprovalState.CARRIED_OUT);
    }

    @Test
    void invariant40_whoAskedDecidesNothingUnderAnyName() {
        var made = madeBy("second-token", PrincipalKind.HUMAN, ann);
        var sibling = madeBy("third-token", PrincipalKind.HUMAN, ann);
        var grandchild = madeBy("fourth-token", PrincipalKind.HUMAN, made);
        for (var requester : List.of(ann, made, sibling, grandchild)) {
            for (var decider : List.of(ann, made, sibling, grandchild)) {
                refused(ProblemCode.APPROVER_NOT_ELIGIBLE, open(AutomationClass.ONE_APPROVAL, requester), decider);
            }
        }
    }

    @Test
    void invariant40_machinesDecideNothing() {
        refused(
                ProblemCode.APPROVER_NOT_ELIGIBLE,
                open(AutomationClass.ONE_APPROVAL, ann),
                new Person(Id.next(IdKind.PRINCIPAL), "robot", PrincipalKind.MACHINE, List.of()));
    }

    @ParameterizedTest
    @CsvSource({"HUMAN, true, 1", "HUMAN, false, 2", "MACHINE, true, 2", "MACHINE, false, 2"})
    void invariant40_fourEyesAreTwoPersonsOfWhomTheOneWhoAskedMayBeOne(
            PrincipalKind kind, boolean couldDecide, int needed) {
        var requester = new Person(Id.next(IdKind.PRINCIPAL), "asker", kind, List.of());
        assertThat(ApprovalRequest.needed(AutomationClass.FOUR_EYES, requester, couldDecide))
                .isEqualTo(needed);
        assertThat(ApprovalRequest.needed(AutomationClass.ONE_APPROVAL, requester, couldDecide))
                .isEqualTo(1);
    }

    @Test
    void invariant40_onePersonIsNotTwo() {
        var waiting = open(AutomationClass.FOUR_EYES, robot()).approve(bob, null, HASH, START);
        assertThat(waiting.state()).isEqualTo(ApprovalState.PENDING);
        assertThat(waiting.approve(bob, null, HASH, START)).as("the same again").isEqualTo(waiting);
        refused(ProblemCode.APPROVER_NOT_ELIGIBLE, waiting, madeBy("bob-too", PrincipalKind.HUMAN, bob));
        assertThat(waiting.approve(eve, null, HASH, START).state()).isEqualTo(ApprovalState.APPROVED);
    }

    @Test
    void invariant40_whatChangedIsNotWhatWasApproved() {
        var other = "b".repeat(64);
        assertThatThrownBy(() -> open(AutomationClass.ONE_APPROVAL, ann).approve(bob, null, other, START))
                .satisfies(failure -> code(failure, ProblemCode.APPROVAL_VOID));
        var approved = open(AutomationClass.ONE_APPROVAL, ann).approve(bob, null, HASH, START);
        assertThatThrownBy(() -> approved.carryOut(other))
                .satisfies(failure -> code(failure, ProblemCode.APPROVAL_VOID));
        assertThat(approved.invalidate().state()).isEqualTo(ApprovalState.VOID);
    }

    @Test
    void invariant40_afterItsTimeNothingIsDecided() {
        var open = open(AutomationClass.ONE_APPROVAL, ann);
        var late = open.expiresAt();
        assertThat(open.expire(late.minusNanos(1))).isEqualTo(open);
        assertThatThrownBy(() -> open.approve(bob, null, HASH, late))
                .satisfies(failure -> code(failure, ProblemCode.APPROVAL_EXPIRED));
        assertThat(open.expire(late).state()).isEqualTo(ApprovalState.EXPIRED);
    }

    /// Whatever happens in whatever order: what is carried out had enough distinct persons, none of whom asked, in
    /// time, for exactly this; and a final state stays.
    @Test
    void invariant40_noScheduleCarriesOutWhatWasNotApproved() {
        var reached = new EnumMap<ApprovalState, Integer>(ApprovalState.class);
        for (int seed = 0; seed < SCHEDULES; seed++) {
            var random = new Random(seed);
            var people = people(random);
            var requester = people.get(random.nextInt(people.size()));
            var automation = random.nextBoolean() ? AutomationClass.ONE_APPROVAL : AutomationClass.FOUR_EYES;
            var request = ApprovalRequest.open(
                    Id.next(IdKind.APPROVAL),
                    automation,
                    requester,
                    random.nextBoolean(),
                    HASH,
                    START.plus(Duration.ofHours(4)));
            var now = START;
            for (int step = 0; step < 12; step++) {
                now = now.plus(Duration.ofMinutes(random.nextInt(60)));
                var before = request;
                try {
                    request = act(random, request, people, now);
                } catch (Failure refused) {
                    request = before;
                }
                if (before.state().isFinal()) {
                    assertThat(request).as("seed %d", seed).isEqualTo(before);
                }
                requireSound(seed, before, request, now);
            }
            reached.merge(request.state(), 1, Integer::sum);
        }
        assertThat(reached.keySet()).as("the schedules reach every state").containsExactly(ApprovalState.values());
    }

    private static ApprovalRequest act(Random random, ApprovalRequest request, List<Person> people, Instant now) {
        var hash = random.nextInt(4) == 0 ? "c".repeat(64) : HASH;
        return switch (random.nextInt(10)) {
            case 0 -> request.expire(now);
            case 1 -> random.nextInt(4) == 0 ? request.withdraw() : request;
            case 2 -> request.carryOut(hash);
            case 3 -> request.state() == ApprovalState.APPROVED ? request.invalidate() : request;
            case 4 -> request.reject(people.get(random.nextInt(people.size())), "no", now);
            default -> request.approve(people.get(random.nextInt(people.size())), null, hash, now);
        };
    }

    private static void requireSound(int seed, ApprovalRequest before, ApprovalRequest after, Instant now) {
        var persons = new HashSet<Id>();
        for (var decider : after.deciders()) {
            assertThat(decider.kind()).as("seed %d", seed).isEqualTo(PrincipalKind.HUMAN);
            assertThat(decider.maybe(after.requester()))
                    .as("seed %d: the one who asked", seed)
                    .isFalse();
            assertThat(after.deciders().stream().filter(decider::maybe)).hasSize(1);
            persons.add(decider.id());
        }
        if (after.decisions().size() > before.decisions().size()) {
            assertThat(now).as("seed %d", seed).isBefore(after.expiresAt());
            assertThat(before.state()).isEqualTo(ApprovalState.PENDING);
        }
        if (after.state() == ApprovalState.APPROVED || after.state() == ApprovalState.CARRIED_OUT) {
            assertThat(persons).as("seed %d", seed).hasSizeGreaterThanOrEqualTo(after.needed());
            assertThat(after.decisions()).allMatch(Decision::approves);
        }
        if (after.state() == ApprovalState.CARRIED_OUT && before.state() != ApprovalState.CARRIED_OUT) {
            assertThat(before.state()).as("seed %d", seed).isEqualTo(ApprovalState.APPROVED);
        }
    }

    private static List<Person> people(Random random) {
        var people = new ArrayList<Person>();
        for (int i = 0; i < 6; i++) {
            var kind = random.nextInt(4) == 0 ? PrincipalKind.MACHINE : PrincipalKind.HUMAN;
            var issuers = new ArrayList<Id>();
            if (!people.isEmpty() && random.nextInt(3) == 0) {
                var maker = people.get(random.nextInt(people.size()));
                issuers.addAll(maker.issuers());
                issuers.add(maker.id());
            }
            people.add(new Person(Id.next(IdKind.PRINCIPAL), "p" + i, kind, issuers));
        }
        return people;
    }

    private static ApprovalRequest open(AutomationClass automation, Person requester) {
        return ApprovalRequest.open(
                Id.next(IdKind.APPROVAL), automation, requester, true, HASH, START.plus(Duration.ofHours(4)));
    }

    private static void refused(ProblemCode code, ApprovalRequest request, Person decider) {
        assertThatThrownBy(() -> request.approve(decider, null, HASH, START)).satisfies(failure -> code(failure, code));
        assertThatThrownBy(() -> request.reject(decider, "no", START)).satisfies(failure -> code(failure, code));
    }

    private static void code(Throwable failure, ProblemCode code) {
        assertThat(((Failure) failure).code()).isEqualTo(code);
    }

    private static Person human(String name) {
        return new Person(Id.next(IdKind.PRINCIPAL), name, PrincipalKind.HUMAN, List.of());
    }

    private static Person robot() {
        return new Person(Id.next(IdKind.PRINCIPAL), "robot", PrincipalKind.MACHINE, List.of());
    }

    private static Person madeBy(String name, PrincipalKind kind, Person maker) {
        var issuers = new ArrayList<>(maker.issuers());
        issuers.add(maker.id());
        return new Person(Id.next(IdKind.PRINCIPAL), name, kind, issuers);
    }
}

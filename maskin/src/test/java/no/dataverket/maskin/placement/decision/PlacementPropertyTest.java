package no.dataverket.maskin.placement.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import no.dataverket.maskin.placement.decision.Decision.Refusal;
import no.dataverket.maskin.placement.decision.Decision.Scored;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Hundreds of schedules of random halls, wishes, removals and mishaps, each from a seed that a failure names.
final class PlacementPropertyTest {

    private static final int SCHEDULES = 200;
    private static final int STEPS = 80;

    /// A decision that was made and is not committed yet.
    private record Underway(UUID machine, UUID host, Wanted wanted) {}

    @Test
    void everyDecisionIsThatOfBruteForceAndNoRuleIsEverBroken() {
        int placed = 0;
        int refused = 0;
        for (int seed = 0; seed < SCHEDULES; seed++) {
            var schedule = new Schedule(seed);
            var fleet = new Fleet();
            fleet.replace(schedule.hosts.values());
            for (int step = 0; step < STEPS; step++) {
                var wanted = schedule.wish();
                var policy = new Policy(Strategy.values()[step / 20 % 2], 1);
                var decision = fleet.decide(wanted, policy);
                var expected = new BruteForce(schedule.hosts).choose(wanted, policy.strategy());
                assertThat(decision.chosen().map(Scored::host))
                        .as("seed %d, step %d: %s", seed, step, wanted)
                        .isEqualTo(expected.map(HostView::name));
                assertThat(decision.refusals().stream().mapToInt(Refusal::hosts).sum())
                        .isLessThanOrEqualTo(decision.considered());
                if (expected.isPresent()) {
                    placed++;
                    var host = expected.get().id();
                    assertThat(schedule.reserve(schedule.uuid(), host, wanted)).isNotNull();
                    fleet.take(List.of(current(schedule, host)));
                } else {
                    refused++;
                    assertThat(decision.refusals().stream()
                                    .mapToInt(Refusal::hosts)
                                    .sum())
                            .isEqualTo(decision.considered());
                }
                mishap(schedule, fleet);
                BruteForce.check(schedule.hosts, schedule.groups());
            }
        }
        assertThat(placed).isGreaterThan(SCHEDULES * STEPS / 4);
        assertThat(refused).isGreaterThan(SCHEDULES * STEPS / 20);
    }

    @Test
    void aFleetThatLearntByNewsDecidesAsOneThatWasJustRead() {
        for (int seed = 0; seed < SCHEDULES; seed++) {
            var schedule = new Schedule(seed);
            var fleet = new Fleet();
            fleet.replace(schedule.hosts.values());
            for (int step = 0; step < 20; step++) {
                mishap(schedule, fleet);
                mishap(schedule, fleet);
                var wanted = schedule.wish();
                var policy = new Policy(Strategy.SPREAD, 1);
                var all = new ArrayList<>(schedule.hosts.values());
                Collections.shuffle(all, new Random(step));
                var fresh = new Fleet();
                fresh.replace(all);
                var decision = fleet.decide(wanted, policy);
                assertThat(decision).as("seed %d, step %d", seed, step).isEqualTo(fresh.decide(wanted, policy));
                decision.chosen().ifPresent(host -> {
                    schedule.reserve(schedule.uuid(), host.id(), wanted);
                    fleet.take(List.of(current(schedule, host.id())));
                });
            }
        }
    }

    /// Many decisions are on their way to the database at the same time, commits come in any order, and news of them
    /// comes late or twice.
    @Test
    void decisionsBesideEachOtherBreakNothingAndRefuseOnlyWhatNothingWouldDoFor() {
        int lost = 0;
        int won = 0;
        for (int seed = 0; seed < SCHEDULES; seed++) {
            var schedule = new Schedule(seed);
            var fleet = new Fleet();
            fleet.replace(schedule.hosts.values());
            var underway = new ArrayList<Underway>();
            var unheard = new ArrayList<HostView>();
            for (int step = 0; step < STEPS; step++) {
                switch (schedule.random.nextInt(8)) {
                    case 0, 1, 2 -> {
                        var begun = begin(schedule, fleet, unheard);
                        if (begun != null) {
                            underway.add(begun);
                        }
                    }
                    case 3, 4, 5 -> {
                        if (!underway.isEmpty()) {
                            var one = underway.remove(schedule.random.nextInt(underway.size()));
                            if (finish(schedule, fleet, one, unheard)) {
                                won++;
                            } else {
                                lost++;
                            }
                        }
                    }
                    case 6 -> unheard.add(schedule.turn());
                    default -> {
                        var freed = schedule.remove();
                        if (freed != null) {
                            unheard.add(freed);
                        }
                    }
                }
                if (schedule.random.nextInt(4) == 0) {
                    Collections.shuffle(unheard, schedule.random);
                    fleet.take(unheard);
                    unheard.subList(0, unheard.size() / 2).clear();
                }
                BruteForce.check(schedule.hosts, schedule.groups());
            }
            underway.forEach(one -> finish(schedule, fleet, one, unheard));
            fleet.take(schedule.hosts.values());
            assertThat(fleet.hasClaims()).as("seed %d", seed).isFalse();
            var fresh = new Fleet();
            fresh.replace(schedule.hosts.values());
            var wanted = schedule.wish();
            var policy = new Policy(Strategy.SPREAD, 1);
            assertThat(fleet.decide(wanted, policy)).isEqualTo(fresh.decide(wanted, policy));
        }
        assertThat(won).isGreaterThan(SCHEDULES * 5);
        assertThat(lost).isGreaterThan(SCHEDULES / 4);
    }

    private static @Nullable Underway begin(Schedule schedule, Fleet fleet, List<HostView> unheard) {
        var wanted = schedule.wish();
        var policy = new Policy(Strategy.SPREAD, 1);
        var decision = fleet.decide(wanted, policy);
        if (decision.chosen().isPresent()) {
            var group = wanted.group();
            var one = new Underway(schedule.uuid(), decision.chosen().get().id(), wanted);
            fleet.claim(new Fleet.Claim(
                    one.machine(), one.host(), group == null ? null : group.id(), wanted.vcpus(), wanted.memoryMib()));
            return one;
        }
        // Before anybody is refused, what is committed is read, and claims do not count.
        fleet.take(unheard);
        unheard.clear();
        assertThat(fleet.decideOnFacts(wanted, policy).chosen().map(Scored::host))
                .isEqualTo(new BruteForce(schedule.hosts)
                        .choose(wanted, policy.strategy())
                        .map(HostView::name));
        return null;
    }

    private static boolean finish(Schedule schedule, Fleet fleet, Underway one, List<HostView> unheard) {
        var change = schedule.reserve(one.machine(), one.host(), one.wanted());
        if (change == null) {
            fleet.withdraw(one.machine());
            return false;
        }
        var host = current(schedule, one.host());
        if (schedule.random.nextBoolean()) {
            fleet.take(List.of(host));
        } else {
            unheard.add(host);
        }
        fleet.committed(one.machine(), change);
        return true;
    }

    private static void mishap(Schedule schedule, Fleet fleet) {
        switch (schedule.random.nextInt(6)) {
            case 0 -> fleet.take(List.of(schedule.turn()));
            case 1 -> {
                var freed = schedule.remove();
                if (freed != null) {
                    fleet.take(List.of(freed));
                }
            }
            case 2 -> {
                if (schedule.random.nextInt(10) == 0) {
                    fleet.take(List.of(schedule.addHost()));
                }
            }
            default -> {
                // Nothing happens.
            }
        }
    }

    private static HostView current(Schedule schedule, UUID host) {
        return Objects.requireNonNull(schedule.hosts.get(host));
    }
}

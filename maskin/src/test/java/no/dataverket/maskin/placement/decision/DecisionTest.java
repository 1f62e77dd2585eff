package no.dataverket.maskin.placement.decision;

import static no.dataverket.maskin.placement.decision.Halls.DATACENTER;
import static no.dataverket.maskin.placement.decision.Halls.LONG_AGO;
import static no.dataverket.maskin.placement.decision.Halls.host;
import static no.dataverket.maskin.placement.decision.Halls.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.dataverket.maskin.placement.decision.Decision.Example;
import no.dataverket.maskin.placement.decision.Decision.Refusal;
import no.dataverket.maskin.placement.decision.Decision.Scored;
import no.dataverket.maskin.placement.decision.HostView.Reach;
import no.dataverket.maskin.placement.decision.HostView.Standing;
import org.junit.jupiter.api.Test;

final class DecisionTest {

    private static final Policy SPREAD = new Policy(Strategy.SPREAD, 1);
    private static final Policy BIN_PACK = new Policy(Strategy.BIN_PACK, 2);
    private static final Wanted SMALL = Wanted.room(DATACENTER, 4, 4096);

    @Test
    void theEmptiestHostIsChosenAndByNameAmongEquals() {
        var hosts = List.of(
                host("a").reserved(0, 4096), host("c"), host("b"), host("d").reserved(0, 1024));
        assertThat(names(decide(hosts, SMALL, SPREAD))).containsExactly("b", "c", "d", "a");
        assertThat(names(decide(hosts, SMALL, BIN_PACK))).containsExactly("a", "d", "b", "c");
    }

    @Test
    void theOrderInWhichHostsBecameKnownDoesNotMatter() {
        var hosts = new ArrayList<Halls>();
        for (int i = 0; i < 60; i++) {
            hosts.add(host("h" + i)
                    .reserved(i % 5 * 4, i % 7 * 2048)
                    .of(i % 2 == 0 ? "standard" : "dense", "no")
                    .standing(new Standing(i % 3 != 0, i % 11 == 0, false, true, LONG_AGO)));
        }
        var first = decide(hosts, SMALL, SPREAD);
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(hosts, new Random(seed));
            assertThat(decide(hosts, SMALL, SPREAD)).isEqualTo(first);
        }
    }

    @Test
    void eachHostCountsForTheFirstFilterThatItFailed() {
        var wanted = new Wanted(
                DATACENTER, 4, 4096, "standard", Set.of("no"), Set.of("storage"), "debian", true, false, groupAt("p"));
        var good = host("p").of("standard", "no").in("r1", "f1", "m1").reach(reach("storage", "debian"));
        var refused = List.of(
                good("a").of("dense", "no").reserved(16, 16_384),
                good("b").of("standard", "se"),
                good("c").standing(new Standing(false, true, true, false, LONG_AGO)),
                good("d").standing(new Standing(true, true, true, false, LONG_AGO)),
                good("e").standing(new Standing(true, false, true, false, LONG_AGO)),
                good("f").standing(new Standing(true, false, false, false, LONG_AGO)),
                good("g").reach(reach("other", "debian")),
                good("h").reach(reach("storage", "fedora")).reserved(16, 0),
                good("i").reserved(13, 16_384),
                good("j").reserved(12, 12_289),
                good);
        var decision = decide(refused, wanted, SPREAD);

        assertThat(decision.best()).isEmpty();
        assertThat(decision.considered()).isEqualTo(11);
        assertThat(decision.refusals())
                .containsExactly(
                        refusal(Filter.CLASS, "a", "is of class dense"),
                        refusal(Filter.RESIDENCY, "b", "stands in se"),
                        refusal(Filter.SCHEDULABLE, "c", "takes no new machines"),
                        refusal(Filter.MAINTENANCE, "d", "is in maintenance"),
                        refusal(Filter.QUARANTINE, "e", "is in quarantine"),
                        refusal(Filter.REACHABLE, "f", "does not answer"),
                        refusal(Filter.NETWORK, "g", "does not reach the wanted networks"),
                        refusal(Filter.IMAGE, "h", "does not hold the image"),
                        refusal(Filter.VCPUS, "i", "has 3 of 4 vcpus free"),
                        refusal(Filter.MEMORY, "j", "has 4095 of 4096 MiB free"),
                        refusal(Filter.APART, "p", "shares rack r1 with 1 of the group"));
    }

    @Test
    void aHostWhoseDomainIsUnknownIsNoPlaceForWhatMustBeApart() {
        var group = new Group(id("g"), "g", List.of(new Apart(Level.POWER, 1, true)), Map.of());
        var decision = decide(List.of(host("a"), host("b").in("r1", "f1", "m1")), SMALL.in(group), SPREAD);
        assertThat(names(decision)).containsExactly("b");
        assertThat(decision.refusals()).containsExactly(refusal(Filter.APART, "a", "stands in no known power feed"));
    }

    @Test
    void whatIsBestApartIsKeptApartBeforeAnythingElseCounts() {
        var group = new Group(id("g"), "g", List.of(new Apart(Level.RACK, 1, false)), Map.of(id("vm"), id("a")));
        var hosts = List.of(
                host("a").in("r1", "f1", "m1"),
                host("b").in("r1", "f1", "m1"),
                host("c").in("r2", "f1", "m1").reserved(0, 12_288));
        var decision = decide(hosts, SMALL.in(group), SPREAD);
        assertThat(names(decision)).containsExactly("c", "a", "b");
        assertThat(decision.best()).extracting(Scored::together).containsExactly(0, 1, 1);
    }

    @Test
    void aFewOfAGroupMayStandTogether() {
        var rules = List.of(new Apart(Level.RACK, 2, true), new Apart(Level.HOST, 1, true));
        var hosts = List.of(
                host("a").in("r1", "f", "m"),
                host("b").in("r1", "f", "m"),
                host("c").in("r1", "f", "m"));
        var one = new Group(id("g"), "g", rules, Map.of(id("1"), id("a")));
        var two = new Group(id("g"), "g", rules, Map.of(id("1"), id("a"), id("2"), id("b")));
        assertThat(names(decide(hosts, SMALL.in(one), SPREAD))).containsExactly("b", "c");
        assertThat(decide(hosts, SMALL.in(two), SPREAD).refusals())
                .extracting(Refusal::filter, Refusal::hosts)
                .containsExactly(tuple(Filter.APART, 3));
    }

    @Test
    void aMachineWithADiskGoesOnlyWhereTheDiskIsSeen() {
        var hosts = List.of(
                host("a").reach(new Reach(null, null, "nfs-1")).reserved(0, 8192),
                host("b"),
                host("c").reach(new Reach(null, null, "nfs-2")));
        var decision = decide(hosts, SMALL.on("nfs-1"), SPREAD);
        assertThat(names(decision)).containsExactly("a");
        assertThat(decision.refusals())
                .extracting(Refusal::filter, Refusal::hosts)
                .containsExactly(tuple(Filter.STORAGE, 2));
        assertThat(names(decide(hosts, SMALL, SPREAD)))
                .as("without a disk any host will do")
                .hasSize(3);
    }

    @Test
    void anImageAtHandIsWorthMoreThanRoom() {
        var wanted = new Wanted(DATACENTER, 4, 4096, null, Set.of(), Set.of(), "debian", false, false, null);
        var hosts = List.of(
                host("a").reach(new Reach(null, Set.of())),
                host("b").reach(new Reach(null, Set.of("debian"))).reserved(0, 8192),
                host("c").reserved(0, 9000));
        assertThat(names(decide(hosts, wanted, SPREAD))).containsExactly("b", "c", "a");
    }

    @Test
    void whatMustBeRestartableNeedsASecondHost() {
        var wanted = new Wanted(DATACENTER, 4, 4096, null, Set.of(), Set.of(), null, false, true, null);
        assertThat(names(decide(List.of(host("a"), host("b")), wanted, SPREAD))).containsExactly("a", "b");
        var alone = decide(List.of(host("a"), host("b").reserved(16, 0)), wanted, SPREAD);
        assertThat(alone.best()).isEmpty();
        assertThat(alone.refusals())
                .containsExactly(
                        refusal(Filter.VCPUS, "b", "has 0 of 4 vcpus free"),
                        refusal(Filter.FAILOVER, "a", "would leave no second host to restart on"));
    }

    @Test
    void manyRefusedHostsAreCountedAndAFewOfThemNamed() {
        var hosts = Stream.concat(
                        IntStream.range(100, 400).mapToObj(i -> host("h" + i).reserved(i % 2 == 0 ? 16 : 0, 16_384)),
                        Stream.of(host("z")))
                .toList();
        var placed = decide(hosts, SMALL, SPREAD);
        assertThat(names(placed)).containsExactly("z");
        assertThat(placed.refusals()).extracting(Refusal::hosts).containsExactly(150, 150);
        assertThat(placed.refusals().getFirst().examples())
                .extracting(Example::host)
                .containsExactly("h100", "h102", "h104");
        var refused = fleet(hosts.subList(0, 300)).decideOnFacts(SMALL, SPREAD);
        assertThat(refused.refusals().getFirst().examples()).hasSize(Choice.MANY);
    }

    @Test
    void anotherDatacenterIsNotConsidered() {
        var decision = decide(List.of(host("a")), Wanted.room("dc2", 1, 64), SPREAD);
        assertThat(decision.considered()).isZero();
        assertThat(decision.chosen()).isEmpty();
    }

    @Test
    void aHostThatWentAwayAMomentAgoIsWorthWaitingForIfItWouldDo() {
        var now = LONG_AGO.plus(Duration.ofDays(1));
        var away = new Standing(true, false, false, false, now.minusSeconds(5));
        var since = now.minusSeconds(60);
        assertThat(fleet(List.of(host("b").standing(away), host("a").standing(away)))
                        .worthWaitingFor(SMALL, since))
                .map(HostView::name)
                .contains("a");
        assertThat(fleet(List.of(host("a").standing(away).reserved(16, 0))).worthWaitingFor(SMALL, since))
                .isEmpty();
        assertThat(fleet(List.of(host("a").standing(new Standing(true, true, false, false, now.minusSeconds(5)))))
                        .worthWaitingFor(SMALL, since))
                .isEmpty();
        assertThat(fleet(List.of(host("a").standing(new Standing(true, false, false, false, LONG_AGO))))
                        .worthWaitingFor(SMALL, since))
                .isEmpty();
    }

    private static Halls good(String name) {
        return host(name)
                .of("standard", "no")
                .in(name + "-rack", name + "-feed", "m")
                .reach(reach("storage", "debian"));
    }

    private static Reach reach(String network, String image) {
        return new Reach(Set.of(network), Set.of(image));
    }

    private static Group groupAt(String host) {
        return new Group(id("g"), "g", List.of(new Apart(Level.RACK, 1, true)), Map.of(UUID.randomUUID(), id(host)));
    }

    private static Refusal refusal(Filter filter, String host, String words) {
        return new Refusal(filter, 1, List.of(new Example(host, host + " " + words)));
    }

    private static Decision decide(List<Halls> hosts, Wanted wanted, Policy policy) {
        return fleet(hosts).decide(wanted, policy);
    }

    private static Fleet fleet(List<Halls> hosts) {
        var fleet = new Fleet();
        fleet.replace(hosts.stream().map(Halls::view).toList());
        return fleet;
    }

    private static List<String> names(Decision decision) {
        return decision.best().stream().map(Scored::host).toList();
    }
}

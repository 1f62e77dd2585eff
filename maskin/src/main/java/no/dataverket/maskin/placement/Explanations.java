package no.dataverket.maskin.placement;

import java.time.Instant;
import java.util.List;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.api.DatacenterCapacity;
import no.dataverket.contract.api.DatacenterCapacity.CapacityAfterLoss;
import no.dataverket.contract.api.DatacenterCapacity.PlaceableShape;
import no.dataverket.contract.api.PlacementDecision;
import no.dataverket.contract.api.PlacementDecision.PlacementRefusal;
import no.dataverket.contract.api.PlacementDecision.PlacementScore;
import no.dataverket.contract.api.PlacementLevel;
import no.dataverket.contract.api.PlacementStrategy;
import no.dataverket.contract.api.Supply;
import no.dataverket.maskin.placement.LiveFleet.Chosen;
import no.dataverket.maskin.placement.decision.Decision;
import no.dataverket.maskin.placement.decision.Decision.Example;
import no.dataverket.maskin.placement.decision.Decision.Refusal;
import no.dataverket.maskin.placement.decision.Decision.Scored;
import no.dataverket.maskin.placement.decision.Headroom;
import no.dataverket.maskin.placement.decision.HostView;
import no.dataverket.maskin.placement.decision.HostView.Room;
import no.dataverket.maskin.placement.decision.Outlook;
import no.dataverket.maskin.placement.decision.Strategy;
import org.jspecify.annotations.Nullable;

/// Decisions as people and documents tell them.
public final class Explanations {

    private static final int BILLIONTHS_IN_A_MILLIONTH = 1000;

    private Explanations() {}

    /// Why a machine has the place that it has.
    ///
    /// @param after what the host has left with the machine on it
    public static String placed(Decision decision, HostView host, Room after) {
        var wanted = decision.wanted();
        int before = after.freeMemoryMib() + wanted.memoryMib();
        return host.name() + " of " + host.datacenter() + " has room for " + wanted.vcpus() + " vcpus and "
                + wanted.memoryMib() + " MiB and " + merit(decision) + ": " + before + " of "
                + after.memoryMib() + " MiB before, " + after.freeMemoryMib() + " MiB after; "
                + after.freeVcpus() + " of " + after.vcpus() + " vcpus stay free." + apart(decision) + next(decision)
                + " It is of class " + host.hostClass() + ".";
    }

    /// What a trial found.
    static String tried(Chosen chosen) {
        var wanted = chosen.decision().wanted();
        var room = chosen.host().room();
        return placed(
                chosen.decision(),
                chosen.host(),
                new Room(
                        room.vcpus(),
                        room.memoryMib(),
                        room.vcpusReserved() + wanted.vcpus(),
                        room.memoryMibReserved() + wanted.memoryMib()));
    }

    /// The decision as it is stored and shown.
    ///
    /// @param vm null for a trial
    public static PlacementDecision document(@Nullable Id vm, Decision decision, String explanation) {
        var wanted = decision.wanted();
        var group = wanted.group();
        var chosen = decision.chosen();
        return new PlacementDecision(
                vm,
                chosen.isPresent(),
                wanted.datacenter(),
                wanted.vcpus(),
                wanted.memoryMib(),
                group == null ? null : group.name(),
                PlacementStrategy.valueOf(decision.policy().strategy().name()),
                decision.policy().version(),
                Decision.ENGINE_VERSION,
                decision.considered(),
                decision.refusals().stream().map(Explanations::refusal).toList(),
                scores(decision.best()),
                chosen.map(host -> new Id(IdKind.HYPERVISOR, host.id())).orElse(null),
                explanation,
                Instant.now());
    }

    /// What is left of a datacenter, as it is shown.
    static DatacenterCapacity capacity(String datacenter, Headroom headroom, Outlook outlook) {
        var room = headroom.room();
        return new DatacenterCapacity(
                datacenter,
                Supply.valueOf(headroom.supply().name()),
                headroom.hosts(),
                headroom.usable(),
                room.vcpus(),
                room.vcpusReserved(),
                room.memoryMib(),
                room.memoryMibReserved(),
                headroom.most().stream()
                        .map(shape -> new PlaceableShape(shape.vcpus(), shape.memoryMib(), shape.host()))
                        .toList(),
                headroom.losses().stream()
                        .map(loss -> new CapacityAfterLoss(
                                PlacementLevel.valueOf(loss.level().name()),
                                loss.domain(),
                                loss.vcpus(),
                                loss.memoryMib()))
                        .toList(),
                Outlooks.document(outlook, room));
    }

    private static PlacementRefusal refusal(Refusal refusal) {
        return new PlacementRefusal(
                refusal.filter().name(),
                refusal.filter().words(),
                refusal.hosts(),
                refusal.examples().stream().map(Example::detail).toList());
    }

    private static List<PlacementScore> scores(List<Scored> best) {
        return best.stream()
                .map(host -> new PlacementScore(
                        new Id(IdKind.HYPERVISOR, host.id()),
                        host.host(),
                        host.together(),
                        host.imageAtHand(),
                        host.freeMemoryShare() / BILLIONTHS_IN_A_MILLIONTH,
                        host.room().freeVcpus(),
                        host.room().freeMemoryMib()))
                .toList();
    }

    private static String merit(Decision decision) {
        return decision.policy().strategy() == Strategy.SPREAD
                ? "the largest share of free memory"
                : "the smallest share of free memory that suffices";
    }

    private static String apart(Decision decision) {
        var group = decision.wanted().group();
        if (group == null) {
            return "";
        }
        int together = decision.chosen().map(Scored::together).orElse(0);
        return " Of group " + group.name() + " " + group.members().size() + " have a place"
                + (together == 0 ? ", none closer than wished." : "; it is " + together + " closer than wished.");
    }

    private static String next(Decision decision) {
        return decision.next()
                .map(host -> " Next best: " + host.host() + ".")
                .orElse(" No other host would have done.");
    }
}

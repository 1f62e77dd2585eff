package no.dataverket.bench;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import no.dataverket.bench.Latencies.Quantiles;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.core.json.Json;
import no.dataverket.maskin.placement.Explanations;
import no.dataverket.maskin.placement.decision.Apart;
import no.dataverket.maskin.placement.decision.Decision.Scored;
import no.dataverket.maskin.placement.decision.Fleet;
import no.dataverket.maskin.placement.decision.Group;
import no.dataverket.maskin.placement.decision.HostView;
import no.dataverket.maskin.placement.decision.HostView.Domains;
import no.dataverket.maskin.placement.decision.HostView.Reach;
import no.dataverket.maskin.placement.decision.HostView.Room;
import no.dataverket.maskin.placement.decision.HostView.Standing;
import no.dataverket.maskin.placement.decision.Level;
import no.dataverket.maskin.placement.decision.Policy;
import no.dataverket.maskin.placement.decision.Strategy;
import no.dataverket.maskin.placement.decision.Wanted;

/// Decides where machines go, one after the other in one thread, and makes of each decision the document that is
/// stored. The hall is as halls are: some hosts are away, in maintenance or full, machines come and go, and each
/// belongs to a group that must not share a rack and had better not share a power feed.
final class Decisions {

    private static final String DATACENTER = "hall";
    private static final int HOSTS_IN_A_RACK = 40;
    private static final int RACKS_ON_A_FEED = 25;
    private static final int MACHINES_IN_A_GROUP = 10;
    private static final int MACHINES_ON_A_HOST = 8;
    private static final int VCPUS = 128;
    private static final int MEMORY_MIB = 262_144;
    private static final int SMALLEST_MIB = 4096;
    private static final Policy POLICY = new Policy(Strategy.SPREAD, 1);
    private static final List<Apart> RULES = List.of(new Apart(Level.RACK, 1, true), new Apart(Level.POWER, 1, false));

    private final Random random = new Random(7);
    private final Fleet fleet = new Fleet();
    private final Map<UUID, HostView> hosts = new HashMap<>();
    private final ArrayDeque<Machine> machines = new ArrayDeque<>();
    private final int most;
    private Map<UUID, UUID> members = new HashMap<>();
    private UUID group = uuid();

    private record Machine(UUID host, int vcpus, int memoryMib) {}

    /// @param documentBytes of what is stored with a decision
    record Measured(int hosts, int decisions, double perSecond, Quantiles latency, long documentBytes) {}

    Decisions(int count) {
        most = count * MACHINES_ON_A_HOST;
        for (int i = 0; i < count; i++) {
            var host = host(i);
            hosts.put(host.id(), host);
        }
        fleet.replace(hosts.values());
    }

    /// Decides so many times, and as often before, to warm up.
    Measured measure(int decisions) {
        for (int i = 0; i < decisions; i++) {
            decide();
        }
        var latencies = new Latencies();
        long bytes = 0;
        long began = System.nanoTime();
        for (int i = 0; i < decisions; i++) {
            long one = System.nanoTime();
            bytes += decide();
            latencies.since(one);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Measured(hosts.size(), decisions, decisions / seconds, latencies.quantiles(), bytes / decisions);
    }

    private int decide() {
        if (members.size() == MACHINES_IN_A_GROUP) {
            beginGroup();
        }
        int vcpus = 1 << random.nextInt(4);
        int memory = SMALLEST_MIB << random.nextInt(4);
        var wanted = Wanted.room(DATACENTER, vcpus, memory).in(new Group(group, "bench", RULES, members));
        var decision = fleet.decide(wanted, POLICY);
        var chosen = decision.chosen();
        var document = chosen.map(host -> {
                    var view = reserve(host, vcpus, memory);
                    return Explanations.document(
                            Id.next(IdKind.VM), decision, Explanations.placed(decision, view, view.room()));
                })
                .orElseGet(() -> Explanations.document(Id.next(IdKind.VM), decision, "Nowhere."));
        if (chosen.isEmpty()) {
            beginGroup();
        }
        if (machines.size() > most || chosen.isEmpty()) {
            release();
        }
        return Json.bytes(document).length;
    }

    private void beginGroup() {
        members = new HashMap<>();
        group = uuid();
    }

    private HostView reserve(Scored host, int vcpus, int memory) {
        members.put(uuid(), host.id());
        machines.add(new Machine(host.id(), vcpus, memory));
        return change(host.id(), vcpus, memory);
    }

    private void release() {
        var oldest = machines.poll();
        if (oldest != null) {
            change(oldest.host(), -oldest.vcpus(), -oldest.memoryMib());
        }
    }

    private HostView change(UUID id, int vcpus, int memory) {
        var changed = hosts.computeIfPresent(id, (unused, host) -> {
            var room = host.room();
            return new HostView(
                    host.id(),
                    host.name(),
                    host.datacenter(),
                    host.hostClass(),
                    host.jurisdiction(),
                    host.dependency(),
                    host.standing(),
                    new Room(
                            room.vcpus(),
                            room.memoryMib(),
                            room.vcpusReserved() + vcpus,
                            room.memoryMibReserved() + memory),
                    host.domains(),
                    host.reach(),
                    host.nature(),
                    host.change() + 1);
        });
        if (changed == null) {
            throw new IllegalStateException("There is no host " + id);
        }
        fleet.take(List.of(changed));
        return changed;
    }

    private HostView host(int number) {
        int rack = number / HOSTS_IN_A_RACK;
        return new HostView(
                uuid(),
                "hv-" + number,
                DATACENTER,
                number % 10 == 0 ? "dense" : "standard",
                "no",
                "simulated on hv-" + number,
                new Standing(number % 50 != 0, number % 70 == 0, number % 300 == 0, number % 90 != 0, Instant.EPOCH),
                new Room(VCPUS, MEMORY_MIB, 0, number % 4 == 0 ? MEMORY_MIB : 0),
                new Domains("rack-" + rack, "feed-" + rack / RACKS_ON_A_FEED, "room-1"),
                Reach.EVERYTHING,
                1,
                1);
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}

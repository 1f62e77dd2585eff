package no.dataverket.maskin.placement.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import no.dataverket.maskin.placement.decision.HostView.Domains;
import no.dataverket.maskin.placement.decision.HostView.Reach;
import no.dataverket.maskin.placement.decision.HostView.Room;
import no.dataverket.maskin.placement.decision.HostView.Standing;
import org.jspecify.annotations.Nullable;

/// A hall of hosts that things happen to, all of it from one seed. What is here is what a database would hold.
final class Schedule {

    private static final List<String> IMAGES = List.of("debian", "fedora");
    private static final List<String> NETWORKS = List.of("front", "storage");

    final Random random;
    final Map<UUID, HostView> hosts = new LinkedHashMap<>();
    final Map<UUID, Machine> machines = new LinkedHashMap<>();
    private final List<Group> groups = new ArrayList<>();
    private int names;

    /// A machine that has a place.
    record Machine(UUID id, UUID host, @Nullable UUID group, int vcpus, int memoryMib) {}

    Schedule(long seed) {
        random = new Random(seed);
        int count = 2 + random.nextInt(40);
        for (int i = 0; i < count; i++) {
            addHost();
        }
        for (int i = 0; i < 4; i++) {
            groups.add(new Group(uuid(), "g" + i, rules(), Map.of()));
        }
    }

    HostView addHost() {
        int number = names++;
        boolean whole = random.nextInt(3) > 0;
        int memory = 1024 * (1 + random.nextInt(16));
        var host = new HostView(
                uuid(),
                "h" + number,
                random.nextInt(8) == 0 ? "dc2" : "dc1",
                random.nextInt(4) == 0 ? "dense" : "standard",
                pick(null, "no", "se"),
                "simulated on h" + number,
                standing(),
                new Room(1 + random.nextInt(24), memory, 0, 0),
                new Domains(
                        whole ? "rack" + random.nextInt(6) : pick(null, "rack1", "rack2"),
                        whole ? "feed" + random.nextInt(3) : null,
                        whole ? "room" + random.nextInt(2) : null),
                new Reach(pick(null, Set.copyOf(NETWORKS), Set.of("front")), pick(null, Set.of(), Set.of("debian"))),
                1,
                1);
        hosts.put(host.id(), host);
        return host;
    }

    Wanted wish() {
        var wanted = new Wanted(
                random.nextInt(8) == 0 ? "dc2" : "dc1",
                1 + random.nextInt(6),
                256 * (1 + random.nextInt(16)),
                random.nextInt(6) == 0 ? "dense" : null,
                random.nextInt(6) == 0 ? Set.of("no") : Set.of(),
                random.nextInt(4) == 0 ? Set.of(pick("front", "storage")) : Set.of(),
                random.nextInt(2) == 0 ? IMAGES.get(random.nextInt(2)) : null,
                random.nextInt(6) == 0,
                random.nextInt(6) == 0,
                null);
        return random.nextInt(3) == 0 ? wanted : wanted.in(group(groups.get(random.nextInt(groups.size()))));
    }

    /// Takes room as a database would: only if it is there, and the group's rules hold, at the moment of taking.
    ///
    /// @return the host's change; nothing if the race was lost
    @Nullable
    Long reserve(UUID machine, UUID host, Wanted wanted) {
        var now = Objects.requireNonNull(hosts.get(host));
        var fresh = wanted.group() == null ? wanted : wanted.in(group(wanted.group()));
        boolean fits = now.room().freeVcpus() >= wanted.vcpus()
                && now.room().freeMemoryMib() >= wanted.memoryMib()
                && now.standing().schedulable()
                && now.standing().reachable();
        if (!fits || !apart(now, fresh)) {
            return null;
        }
        var group = wanted.group();
        machines.put(
                machine,
                new Machine(machine, host, group == null ? null : group.id(), wanted.vcpus(), wanted.memoryMib()));
        return change(now, now.standing(), wanted.vcpus(), wanted.memoryMib()).change();
    }

    /// Removes a machine.
    ///
    /// @return its host as it is then; nothing if there is no machine
    @Nullable
    HostView remove() {
        if (machines.isEmpty()) {
            return null;
        }
        var machine = List.copyOf(machines.values()).get(random.nextInt(machines.size()));
        machines.remove(machine.id());
        var host = Objects.requireNonNull(hosts.get(machine.host()));
        return change(host, host.standing(), -machine.vcpus(), -machine.memoryMib());
    }

    /// Something happens to a host.
    HostView turn() {
        var host = List.copyOf(hosts.values()).get(random.nextInt(hosts.size()));
        return change(host, standing(), 0, 0);
    }

    List<Group> groups() {
        return groups.stream().map(this::group).toList();
    }

    UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private boolean apart(HostView host, Wanted wanted) {
        var group = wanted.group();
        if (group == null) {
            return true;
        }
        return group.rules().stream()
                .filter(Apart::required)
                .allMatch(rule -> host.domain(rule.level()) != null
                        && group.members().values().stream()
                                        .map(member -> Objects.requireNonNull(hosts.get(member)))
                                        .filter(member -> member.datacenter().equals(host.datacenter()))
                                        .filter(member ->
                                                Objects.equals(member.domain(rule.level()), host.domain(rule.level())))
                                        .count()
                                < rule.most());
    }

    private Group group(Group group) {
        var members = new HashMap<UUID, UUID>();
        machines.values().stream()
                .filter(machine -> group.id().equals(machine.group()))
                .forEach(machine -> members.put(machine.id(), machine.host()));
        return new Group(group.id(), group.name(), group.rules(), members);
    }

    private HostView change(HostView host, Standing standing, int vcpus, int memoryMib) {
        var room = host.room();
        var changed = new HostView(
                host.id(),
                host.name(),
                host.datacenter(),
                host.hostClass(),
                host.jurisdiction(),
                host.dependency(),
                standing,
                new Room(
                        room.vcpus(),
                        room.memoryMib(),
                        room.vcpusReserved() + vcpus,
                        room.memoryMibReserved() + memoryMib),
                host.domains(),
                host.reach(),
                host.nature(),
                host.change() + 1);
        hosts.put(host.id(), changed);
        return changed;
    }

    private Standing standing() {
        return new Standing(
                random.nextInt(8) > 0,
                random.nextInt(10) == 0,
                random.nextInt(10) == 0,
                random.nextInt(8) > 0,
                Halls.LONG_AGO);
    }

    private List<Apart> rules() {
        return IntStream.range(0, 1 + random.nextInt(2))
                .mapToObj(unused -> new Apart(
                        Level.values()[random.nextInt(Level.values().length)],
                        1 + random.nextInt(3),
                        random.nextBoolean()))
                .toList();
    }

    @SafeVarargs
    private <T extends @Nullable Object> T pick(T... values) {
        return values[random.nextInt(values.length)];
    }
}

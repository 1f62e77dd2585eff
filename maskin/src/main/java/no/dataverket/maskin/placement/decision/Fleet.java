package no.dataverket.maskin.placement.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The hosts of a site, kept so that a decision costs one pass over the room of those that may do at all.
///
/// Beside what is committed stand claims: room that was decided about and whose reservation is on its way to the
/// database. With them, decisions that are made at the same time do not all choose the same host. A claim is never a
/// reason to refuse: [#decideOnFacts] leaves claims out of account.
///
/// Not safe for use by several threads.
public final class Fleet {

    private static final int UNKNOWN = -1;
    private static final Level[] LEVELS = Level.values();

    private final Map<UUID, Entry> entries = new HashMap<>();
    private final Map<Cell.Kind, Cell> cells = new HashMap<>();
    private final Map<String, List<Cell>> byDatacenter = new HashMap<>();
    private final Map<Domain, Integer> domains = new HashMap<>();
    private final int[] domainsOfLevel = new int[LEVELS.length];
    private final Map<String, BitSet> holders = new HashMap<>();
    private final BitSet slots = new BitSet();
    private final Map<UUID, Claim> claims = new HashMap<>();

    /// Of committed claims, the change of the host's row that holds them.
    private final Map<UUID, Long> committed = new HashMap<>();

    private final Crowding crowding = new Crowding();

    /// Room on its way to the database.
    public record Claim(UUID machine, UUID host, @Nullable UUID group, int vcpus, int memoryMib) {}

    private record Domain(String datacenter, Level level, String name) {}

    /// Takes hosts as they are and forgets all others. Claims stay.
    public void replace(Collection<HostView> all) {
        entries.clear();
        cells.clear();
        byDatacenter.clear();
        domains.clear();
        Arrays.fill(domainsOfLevel, 0);
        holders.clear();
        slots.clear();
        take(all);
        // Of a host that is gone nothing more will be heard.
        var gone = committed.keySet().stream()
                .filter(machine -> !entries.containsKey(
                        Objects.requireNonNull(claims.get(machine)).host()))
                .toList();
        gone.forEach(this::withdraw);
    }

    /// Takes news of hosts. What is older than what is known already is left aside.
    public void take(Collection<HostView> news) {
        var moving = new LinkedHashMap<UUID, HostView>();
        for (var view : news) {
            var entry = entries.get(view.id());
            if (entry == null || moving.containsKey(view.id())) {
                moving.merge(view.id(), view, Fleet::newer);
            } else if (entry.view().change() < view.change() && !stays(entry, view)) {
                entry.cell().remove(entry);
                moving.put(view.id(), view);
            }
        }
        moving.values().forEach(this::put);
    }

    /// Hosts that are known.
    public int size() {
        return entries.size();
    }

    /// All that is known of a host.
    public Optional<HostView> host(UUID id) {
        return Optional.ofNullable(entries.get(id)).map(Entry::view);
    }

    /// The hosts of a datacenter, by name.
    public List<HostView> hosts(String datacenter) {
        return cells(datacenter).stream()
                .flatMap(cell -> IntStream.range(0, cell.size)
                        .mapToObj(position -> cell.entry(position).view()))
                .sorted(Comparator.comparing(HostView::name))
                .toList();
    }

    /// Holds room that is on its way to the database.
    public void claim(Claim claim) {
        claims.put(claim.machine(), claim);
        attach(claim);
    }

    /// The claim is committed: it is dropped as soon as the host's row is known as it was after that.
    public void committed(UUID machine, long change) {
        var claim = claims.get(machine);
        if (claim == null) {
            return;
        }
        var entry = entries.get(claim.host());
        if (entry == null || entry.view().change() >= change) {
            withdraw(machine);
        } else {
            committed.put(machine, change);
        }
    }

    /// The claim came to nothing.
    public void withdraw(UUID machine) {
        committed.remove(machine);
        var claim = claims.remove(machine);
        var entry = claim == null ? null : entries.get(claim.host());
        if (entry != null) {
            entry.claims().remove(claim);
            entry.cell().room(entry);
        }
    }

    /// Whether room is claimed beside what is committed.
    public boolean hasClaims() {
        return !claims.isEmpty();
    }

    /// Decides by what is committed and claimed.
    public Decision decide(Wanted wanted, Policy policy) {
        return decide(wanted, policy, Choice.FEW);
    }

    /// Decides by what is committed alone, and names more of the refused hosts if none will do.
    public Decision decideOnFacts(Wanted wanted, Policy policy) {
        return onFacts(() -> {
            var decision = decide(wanted, policy, Choice.FEW);
            return decision.best().isEmpty() ? decide(wanted, policy, Choice.MANY) : decision;
        });
    }

    /// A host that does not answer, and has not for so short a time that it is worth waiting for it, as it would do.
    public Optional<HostView> worthWaitingFor(Wanted wanted, Instant awaySince) {
        return onFacts(
                () -> choose(wanted, Strategy.SPREAD, Choice.FEW).awaited(cells(wanted.datacenter()), awaySince));
    }

    private Decision decide(Wanted wanted, Policy policy, int examples) {
        return choose(withClaims(wanted), policy.strategy(), examples).among(cells(wanted.datacenter()), policy);
    }

    private Choice choose(Wanted wanted, Strategy strategy, int examples) {
        crowding.begin(rules(wanted), domainsOfLevel, slots.length());
        var group = wanted.group();
        if (group != null) {
            for (var host : group.members().values()) {
                var entry = entries.get(host);
                if (entry != null) {
                    crowding.count(entry);
                }
            }
        }
        var image = wanted.image();
        var holding = image == null ? null : holders.getOrDefault(image, new BitSet());
        return new Choice(wanted, strategy, crowding, holding, examples);
    }

    private static List<Apart> rules(Wanted wanted) {
        var group = wanted.group();
        return group == null ? List.of() : group.rules();
    }

    /// With those of the group whose place is only claimed.
    private Wanted withClaims(Wanted wanted) {
        var group = wanted.group();
        if (group == null || claims.isEmpty()) {
            return wanted;
        }
        var members = new HashMap<>(group.members());
        for (var claim : claims.values()) {
            var entry = entries.get(claim.host());
            if (group.id().equals(claim.group())
                    && entry != null
                    && entry.claims().contains(claim)) {
                members.put(claim.machine(), claim.host());
            }
        }
        return wanted.in(new Group(group.id(), group.name(), group.rules(), members));
    }

    private List<Cell> cells(String datacenter) {
        return byDatacenter.getOrDefault(datacenter, List.of());
    }

    private <T> T onFacts(Supplier<T> work) {
        var claimed = new HashSet<Entry>();
        for (var claim : claims.values()) {
            var entry = entries.get(claim.host());
            if (entry != null) {
                claimed.add(entry);
            }
        }
        claimed.forEach(entry -> {
            entry.claims().clear();
            entry.cell().room(entry);
        });
        try {
            return work.get();
        } finally {
            claims.values().forEach(this::attach);
        }
    }

    private void attach(Claim claim) {
        var entry = entries.get(claim.host());
        if (entry != null) {
            entry.claims().add(claim);
            entry.cell().room(entry);
        }
    }

    private static HostView newer(HostView one, HostView other) {
        return one.change() < other.change() ? other : one;
    }

    /// Whether a host stays in its cell and takes only its room anew, which is most of what ever happens.
    private boolean stays(Entry entry, HostView newer) {
        var older = entry.view();
        boolean stays = older.name().equals(newer.name())
                && older.domains().equals(newer.domains())
                && Objects.equals(older.reach().images(), newer.reach().images())
                && entry.cell().kind.equals(Cell.Kind.of(newer));
        if (stays) {
            entry.become(newer, domains(newer, entry.slot()), entry.cell());
            dropCommitted(entry);
            entry.cell().room(entry);
        }
        return stays;
    }

    private void put(HostView view) {
        var known = entries.get(view.id());
        int slot = known == null ? slots.nextClearBit(0) : known.slot();
        slots.set(slot);
        var cell = cells.computeIfAbsent(Cell.Kind.of(view), this::open);
        var itsDomains = domains(view, slot);
        var entry = known == null ? new Entry(slot, view, itsDomains, cell) : known;
        entry.become(view, itsDomains, cell);
        entries.put(view.id(), entry);
        holders.values().forEach(holding -> holding.clear(slot));
        var images = view.reach().images();
        if (images != null) {
            images.forEach(image ->
                    holders.computeIfAbsent(image, unused -> new BitSet()).set(slot));
        }
        if (known == null) {
            claims.values().stream()
                    .filter(claim -> claim.host().equals(view.id()))
                    .forEach(entry.claims()::add);
        }
        dropCommitted(entry);
        cell.add(entry);
    }

    private Cell open(Cell.Kind kind) {
        var cell = new Cell(kind);
        byDatacenter
                .computeIfAbsent(kind.datacenter(), unused -> new ArrayList<>())
                .add(cell);
        return cell;
    }

    /// Drops claims that the row, as it is known now, holds already.
    private void dropCommitted(Entry entry) {
        entry.claims().removeIf(claim -> {
            var change = committed.get(claim.machine());
            if (change == null || change > entry.view().change()) {
                return false;
            }
            claims.remove(claim.machine());
            committed.remove(claim.machine());
            return true;
        });
    }

    private int[] domains(HostView view, int slot) {
        var found = new int[LEVELS.length];
        for (var level : LEVELS) {
            found[level.ordinal()] = level == Level.HOST ? slot : domain(view, level);
        }
        return found;
    }

    private int domain(HostView view, Level level) {
        var name = view.domain(level);
        return name == null
                ? UNKNOWN
                : domains.computeIfAbsent(
                        new Domain(view.datacenter(), level, name), unused -> domainsOfLevel[level.ordinal()]++);
    }
}

package no.dataverket.maskin.placement;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.DatacenterCapacity;
import no.dataverket.contract.api.PlacementDecision;
import no.dataverket.contract.command.MaskinMessages.DescribeCapacity;
import no.dataverket.contract.command.MaskinMessages.ExplainPlacement;
import no.dataverket.contract.command.MaskinMessages.PlaceVm;
import no.dataverket.contract.command.MaskinMessages.PlacementWish;
import no.dataverket.contract.command.MaskinMessages.RelocateVm;
import no.dataverket.contract.command.MaskinMessages.TryPlacement;
import no.dataverket.contract.command.MaskinMessages.VmPlaced;
import no.dataverket.core.bus.Bus;
import no.dataverket.core.db.Database;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.work.Absent;
import no.dataverket.core.work.Work;
import no.dataverket.core.work.Worker;
import no.dataverket.maskin.claim.Claim;
import no.dataverket.maskin.claim.Tombstones;
import no.dataverket.maskin.claim.Turns;
import no.dataverket.maskin.placement.LiveFleet.Chosen;
import no.dataverket.maskin.placement.decision.Decision;
import no.dataverket.maskin.placement.decision.Outlook;
import no.dataverket.maskin.placement.decision.Policy;
import no.dataverket.maskin.placement.decision.Strategy;
import no.dataverket.maskin.placement.decision.Wanted;
import org.jspecify.annotations.Nullable;

/// Chooses a host for a machine and keeps room on it. The choice is made in memory, by what is committed and by what
/// other placements are about to take; room is taken by a conditional update in the transaction that makes the
/// machine's row. Who loses that race reads what changed and chooses again.
public final class Placement {

    /// A host that went away so lately is waited for; one that is away for longer is not counted on.
    private static final Duration COUNTED_ON = Duration.ofMinutes(10);

    /// How often others may be faster before somebody else is to try.
    private static final int TRIES = 1000;

    private static final Duration PAUSE = Duration.ofMillis(3);

    private static final Policy USUAL = new Policy(Strategy.SPREAD, 0);

    private final Database database;
    private final Turns turns;
    private final LiveFleet fleet = new LiveFleet();

    public Placement(Database database, Turns turns) {
        this.database = database;
        this.turns = turns;
    }

    /// What a decision is made by, as it was a moment ago; the fleet knows the hosts.
    private record Facts(Wanted wanted, Policy policy, Instant at) {}

    /// What is known of a machine before it is placed: the place that it has already, or with which revision it
    /// starts, and what is decided by.
    private sealed interface Standing {
        record Kept(VmPlaced place) implements Standing {}

        record Placeless(long revision, Facts facts) implements Standing {}
    }

    /// Says which commands are carried out here.
    public Worker on(Worker worker) {
        return worker.on(PlaceVm.class, this::place).on(RelocateVm.class, this::relocate);
    }

    /// Answers why machines are where they are, and where one would go, until it is closed.
    public List<AutoCloseable> answer(Bus bus) {
        return List.of(
                bus.answer(ExplainPlacement.class, asked -> explain(asked.query())),
                bus.answer(TryPlacement.class, asked -> attempt(asked.query())),
                bus.answer(DescribeCapacity.class, asked -> capacity(asked.query())));
    }

    /// Places a machine; one that has a place keeps it.
    ///
    /// @throws Failure `NO_CAPACITY` saying of each host why not
    /// @throws Absent if only a host that went away a short while ago would do
    public VmPlaced place(Work<PlaceVm> work) {
        var command = work.command();
        try (var _ = turns.hold(command.vm())) {
            var standing = database.call(transaction -> standing(transaction, work));
            return switch (standing) {
                case Standing.Kept kept -> kept.place();
                case Standing.Placeless placeless -> choose(work, placeless);
            };
        }
    }

    /// Gives a machine of a fenced host another place, on a host that sees its disk; one that has left it
    /// already keeps its place.
    ///
    /// @throws Failure `FENCE_PROOF_MISSING` if nothing proves that it does not run where it is;
    ///     `NO_CAPACITY`
    public VmPlaced relocate(Work<RelocateVm> work) {
        var command = work.command();
        try (var _ = turns.hold(command.vm())) {
            for (int tries = 0; tries < TRIES; tries++) {
                var done = database.call(transaction -> relocateOnce(transaction, work));
                if (done.isPresent()) {
                    return done.get();
                }
                pause();
            }
            throw new Absent("maskin", "Others were faster " + TRIES + " times.");
        }
    }

    /// Empty if the host that was chosen has changed since.
    private Optional<VmPlaced> relocateOnce(Transaction transaction, Work<RelocateVm> work) {
        var command = work.command();
        var leaving = Relocation.leaving(transaction, work);
        if (leaving.placed().isPresent()) {
            return leaving.placed();
        }
        var wish = Optional.ofNullable(command.wish());
        var image = command.image();
        var wanted = new Wanted(
                leaving.datacenter(),
                leaving.vcpus(),
                leaving.memoryMib(),
                wish.map(PlacementWish::hostClass).orElse(null),
                wish.map(PlacementWish::residency)
                        .<Set<String>>map(HashSet::new)
                        .orElse(Set.of()),
                texts(command.networks()),
                image == null ? null : image.toString(),
                false,
                wish.map(PlacementWish::restartable).orElse(false),
                Groups.findWithout(transaction, leaving.environment(), command.wish(), command.vm()),
                leaving.storage());
        var facts = facts(transaction, wanted, command.wish());
        var decided = fleet.decide(wanted, facts.policy());
        if (decided.chosen().isEmpty()) {
            throw Rejections.failure(decided.decision());
        }
        return Relocation.move(transaction, leaving, decided.chosen().get(), work);
    }

    /// Gives a machine's room back and forgets its row. Part of the transaction that records the removal.
    public static void release(Transaction transaction, Id vm) {
        var group = Groups.holdOf(transaction, vm);
        transaction.update("""
                WITH gone AS (DELETE FROM maskin.vm WHERE id = ? RETURNING host, vcpus, memory_mib)
                UPDATE maskin.host h
                SET vcpus_reserved = h.vcpus_reserved - gone.vcpus,
                    memory_mib_reserved = h.memory_mib_reserved - gone.memory_mib
                FROM gone WHERE h.id = gone.host
                """, vm);
        group.ifPresent(held -> Groups.forgetIfEmpty(transaction, held));
        Decisions.forget(transaction, vm);
    }

    /// Keeps other room for a machine on the host that it is on.
    ///
    /// @throws Failure `NO_CAPACITY` if the host has no more
    public static void resize(Transaction transaction, Id vm, int vcpus, int memoryMib) {
        boolean taken =
                transaction.update("""
                        WITH held AS (SELECT id, host, vcpus, memory_mib FROM maskin.vm WHERE id = ? FOR UPDATE),
                        taken AS (
                            UPDATE maskin.host h
                            SET vcpus_reserved = h.vcpus_reserved + ? - held.vcpus,
                                memory_mib_reserved = h.memory_mib_reserved + ? - held.memory_mib
                            FROM held
                            WHERE h.id = held.host
                              AND (? <= held.vcpus OR h.vcpus_reserved + ? - held.vcpus <= h.vcpus)
                              AND (? <= held.memory_mib OR h.memory_mib_reserved + ? - held.memory_mib <= h.memory_mib)
                            RETURNING h.id)
                        UPDATE maskin.vm v SET vcpus = ?, memory_mib = ? FROM held, taken WHERE v.id = held.id
                        """, vm, vcpus, memoryMib, vcpus, vcpus, memoryMib, memoryMib, vcpus, memoryMib)
                        == 1;
        if (!taken) {
            throw Failure.of(
                            ProblemCode.NO_CAPACITY,
                            "The machine's hypervisor has no room for " + vcpus + " vCPUs and " + memoryMib + " MiB.")
                    .hint("Ask for less, or create a larger machine beside it and move what it does.");
        }
    }

    private PlacementDecision explain(ExplainPlacement query) {
        return database.call(transaction -> Decisions.of(transaction, query.vm()))
                .orElseThrow(() -> Failure.of(
                        ProblemCode.RESOURCE_NOT_FOUND, "Nothing was decided about machine " + query.vm() + "."));
    }

    private PlacementDecision attempt(TryPlacement query) {
        var facts = database.call(transaction -> facts(
                transaction,
                wanted(
                        transaction,
                        new PlaceVm(
                                Id.next(IdKind.VM),
                                query.datacenter(),
                                query.vcpus(),
                                query.memoryMib(),
                                null,
                                null,
                                query.wish()),
                        query.environment()),
                query.wish()));
        var decided = fleet.decide(facts.wanted(), facts.policy());
        var explanation =
                decided.chosen().map(Explanations::tried).orElseGet(() -> Rejections.detail(decided.decision()));
        return Explanations.document(null, decided.decision(), explanation);
    }

    private DatacenterCapacity capacity(DescribeCapacity query) {
        var datacenter = query.datacenter();
        var days = database.call(transaction -> {
            fleet.refresh(transaction);
            return CapacitySamples.days(transaction, datacenter);
        });
        var headroom = fleet.headroom(datacenter);
        return Explanations.capacity(datacenter, headroom, Outlook.of(days, headroom.room()));
    }

    private Standing standing(Transaction transaction, Work<PlaceVm> work) {
        long revision = admit(transaction, work);
        return kept(transaction, work)
                .<Standing>map(Standing.Kept::new)
                .orElseGet(() -> new Standing.Placeless(revision, facts(transaction, work)));
    }

    /// The revision that the machine starts with: past that of an earlier life.
    private static long admit(Transaction transaction, Work<PlaceVm> work) {
        var claim = Claim.of(work);
        var vm = work.command().vm();
        var tombstone = Tombstones.of(transaction, vm);
        if (tombstone.isEmpty()) {
            return 1;
        }
        if (claim.compareTo(tombstone.get().claim()) <= 0) {
            throw claim.stale(tombstone.get().claim(), vm);
        }
        return tombstone.get().revision() + 1;
    }

    private static Optional<VmPlaced> kept(Transaction transaction, Work<PlaceVm> work) {
        var command = work.command();
        return transaction.first(
                """
                SELECT v.host, h.name, v.explanation, v.vcpus, v.memory_mib, v.state, v.generation, v.task, v.epoch
                FROM maskin.vm v JOIN maskin.host h ON h.id = v.host WHERE v.id = ?
                """,
                row -> {
                    Claim.of(work)
                            .refuseIfBefore(
                                    new Claim(
                                            row.number("generation"),
                                            new Id(IdKind.TASK, row.uuid("task")),
                                            row.number("epoch")),
                                    command.vm());
                    if (row.text("state").equals("REMOVING")) {
                        throw Failure.of(ProblemCode.RESOURCE_BUSY, "Machine " + command.vm() + " is being removed.");
                    }
                    if (row.integer("vcpus") != command.vcpus() || row.integer("memory_mib") != command.memoryMib()) {
                        throw Failure.of(
                                        ProblemCode.RESOURCE_IN_USE,
                                        "Machine " + command.vm() + " has a place with other vcpus or memory.")
                                .hint("Release its place first.");
                    }
                    return new VmPlaced(
                            new Id(IdKind.HYPERVISOR, row.uuid("host")), row.text("name"), row.text("explanation"));
                },
                command.vm());
    }

    private Facts facts(Transaction transaction, Work<PlaceVm> work) {
        var command = work.command();
        return facts(transaction, wanted(transaction, command, work.envelope().environment()), command.wish());
    }

    private Facts facts(Transaction transaction, Wanted wanted, @Nullable PlacementWish wish) {
        return new Facts(wanted, policy(wish), fleet.refresh(transaction));
    }

    private static Policy policy(@Nullable PlacementWish wish) {
        var policy = wish == null ? null : wish.policy();
        return policy == null
                ? USUAL
                : new Policy(Strategy.valueOf(policy.strategy().name()), policy.version());
    }

    private static Wanted wanted(Transaction transaction, PlaceVm command, @Nullable Id environment) {
        var wish = Optional.ofNullable(command.wish());
        var image = command.image();
        return new Wanted(
                command.datacenter(),
                command.vcpus(),
                command.memoryMib(),
                wish.map(PlacementWish::hostClass).orElse(null),
                wish.map(PlacementWish::residency)
                        .<Set<String>>map(HashSet::new)
                        .orElse(Set.of()),
                texts(command.networks()),
                image == null ? null : image.toString(),
                false,
                wish.map(PlacementWish::restartable).orElse(false),
                Groups.find(transaction, environment, command.wish()));
    }

    private static Set<String> texts(@Nullable List<Id> ids) {
        return Objects.requireNonNullElse(ids, List.<Id>of()).stream()
                .map(Id::toString)
                .collect(Collectors.toSet());
    }

    private VmPlaced choose(Work<PlaceVm> work, Standing.Placeless standing) {
        var facts = standing.facts();
        for (int tries = 0; tries < TRIES; tries++) {
            var placed = besideOthers(work, facts, standing.revision());
            if (placed.isPresent()) {
                return placed.get();
            }
            facts = database.call(transaction -> facts(transaction, work));
        }
        throw new Absent("maskin", "Others were faster " + TRIES + " times.");
    }

    /// Tries once; empty if others were faster.
    private Optional<VmPlaced> besideOthers(Work<PlaceVm> work, Facts facts, long revision) {
        var vm = work.command().vm();
        var claimed = fleet.claim(vm, facts.wanted(), facts.policy());
        if (claimed.isEmpty()) {
            return inLine(work, facts, revision);
        }
        boolean settled = false;
        try {
            var taken = reserve(work, claimed.get(), revision);
            taken.ifPresent(held -> fleet.committed(vm, held.change()));
            settled = taken.isPresent();
            return taken.map(Reservation.Taken::placed);
        } finally {
            if (!settled) {
                fleet.withdraw(vm);
            }
        }
    }

    /// What others are about to take is no reason to refuse: where only that stands in the way, this one queues behind
    /// them at the host's row, and gets what they leave.
    private Optional<VmPlaced> inLine(Work<PlaceVm> work, Facts facts, long revision) {
        var decided = fleet.decide(facts.wanted(), facts.policy());
        if (decided.chosen().isEmpty()) {
            throw refusal(work.command().vm(), decided.decision(), facts);
        }
        var taken = decided.chosen().flatMap(host -> reserve(work, host, revision));
        if (taken.isEmpty()) {
            pause();
        }
        return taken.map(Reservation.Taken::placed);
    }

    private Optional<Reservation.Taken> reserve(Work<PlaceVm> work, Chosen chosen, long revision) {
        return database.call(transaction -> Reservation.take(transaction, chosen, work, revision));
    }

    private RuntimeException refusal(Id vm, Decision decision, Facts facts) {
        var detail = Rejections.detail(decision);
        database.run(transaction -> Decisions.keep(transaction, vm, Explanations.document(vm, decision, detail)));
        return fleet.worthWaitingFor(facts.wanted(), facts.at().minus(COUNTED_ON))
                .<RuntimeException>map(
                        host -> new Absent(host.dependency(), "No other host has room, and this one does not answer."))
                .orElseGet(() -> Rejections.failure(decision));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Absent("maskin", "The service is being stopped.");
        }
    }
}

package no.dataverket.maskin.placement;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.command.MaskinMessages.PlaceVm;
import no.dataverket.contract.command.MaskinMessages.VmPlaced;
import no.dataverket.core.db.Database;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.work.Absent;
import no.dataverket.core.work.Work;
import no.dataverket.core.work.Worker;
import no.dataverket.maskin.claim.Claim;
import no.dataverket.maskin.claim.Tombstones;
import no.dataverket.maskin.claim.Turns;

/// Chooses a host for a machine and keeps room on it. Hosts of the datacenter that take machines, answer, and
/// have enough free vcpus and memory are candidates; the one with the largest share of free memory is chosen,
/// by name among equals. Room is taken by a conditional update in the transaction that makes the machine's
/// row.
public final class Placement {

    /// How often other placements may be in the way before this one waits for them in line.
    private static final int TRIES_BESIDE = 20;

    /// How often only the best host will do, though others that are almost as good are free.
    private static final int STRICT_TRIES = 5;

    private static final Duration PAUSE = Duration.ofMillis(3);

    private final Database database;
    private final Turns turns;

    public Placement(Database database, Turns turns) {
        this.database = database;
        this.turns = turns;
    }

    /// Says which command is carried out here.
    public Worker on(Worker worker) {
        return worker.on(PlaceVm.class, this::place);
    }

    /// Places a machine; one that has a place keeps it.
    ///
    /// @throws Failure `NO_CAPACITY` saying of each host why not
    /// @throws Absent if only a host that went away a short while ago would do
    VmPlaced place(Work<PlaceVm> work) {
        var command = work.command();
        try (var _ = turns.hold(command.vm())) {
            var revision = database.call(transaction -> admit(transaction, work));
            var kept = kept(work);
            return kept.isPresent() ? kept.get() : choose(work, revision);
        }
    }

    /// Gives a machine's room back and forgets its row. Part of the transaction that records the removal.
    public static void release(Transaction transaction, Id vm) {
        transaction.update("""
                WITH gone AS (DELETE FROM maskin.vm WHERE id = ? RETURNING host, vcpus, memory_mib)
                UPDATE maskin.host h
                SET vcpus_reserved = h.vcpus_reserved - gone.vcpus,
                    memory_mib_reserved = h.memory_mib_reserved - gone.memory_mib
                FROM gone WHERE h.id = gone.host
                """, vm);
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

    private Optional<VmPlaced> kept(Work<PlaceVm> work) {
        var command = work.command();
        return database.call(transaction -> transaction.first(
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
                command.vm()));
    }

    private VmPlaced choose(Work<PlaceVm> work, long revision) {
        for (int tries = 0; tries < TRIES_BESIDE; tries++) {
            boolean strict = tries < STRICT_TRIES;
            var candidates = candidates(work.command());
            if (candidates.isEmpty()) {
                break;
            }
            var placed = database.call(
                    transaction -> Reservation.besideOthers(transaction, candidates, strict, work, revision));
            if (placed.isPresent()) {
                return placed.get();
            }
            pause();
        }
        return inLine(work, revision);
    }

    /// Each try in a transaction of its own: one that lost holds no row, so none waits for another in a circle.
    private VmPlaced inLine(Work<PlaceVm> work, long revision) {
        while (true) {
            var candidates = candidates(work.command());
            for (var host : candidates) {
                var placed =
                        database.call(transaction -> Reservation.on(transaction, host, candidates, work, revision));
                if (placed.isPresent()) {
                    return placed.get();
                }
            }
            var rejection = database.call(transaction -> Rejections.of(transaction, work.command()));
            if (rejection.isPresent()) {
                throw rejection.get();
            }
        }
    }

    private List<Reservation.Candidate> candidates(PlaceVm command) {
        return database.call(transaction -> Reservation.candidates(transaction, command));
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

package no.dataverket.maskin.volume;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.core.db.Database;
import no.dataverket.core.db.Row;
import no.dataverket.core.db.Transaction;
import no.dataverket.maskin.claim.Claim;
import org.jspecify.annotations.Nullable;

/// What volumes held at some time, kept beside them. Whoever calls sees to it that nobody writes to the
/// volume.
public final class Snapshots {

    private final Database database;
    private final VolumeStore store;

    public Snapshots(Database database, VolumeStore store) {
        this.database = database;
        this.store = store;
    }

    private record Stored(@Nullable UUID volume, boolean taken, boolean removed, Claim claim) {}

    /// Keeps what is on a volume now. One that was taken is never taken again.
    ///
    /// @throws Failure `STALE_WRITER` if it was removed by a later command
    public void take(Id snapshot, Id volume, Claim claim, Consumer<String> progress) {
        boolean wanted = database.call(transaction -> {
            Volumes.present(Volumes.lock(transaction, volume), volume);
            var held = lock(transaction, snapshot);
            held.ifPresent(present -> refuse(claim, present, snapshot));
            if (held.isPresent() && held.get().taken()) {
                return false;
            }
            transaction.update("""
                    INSERT INTO maskin.volume_snapshot (id, volume, generation, task, epoch) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (id) DO UPDATE
                    SET removed = false, volume = excluded.volume, generation = excluded.generation, task = excluded.task, epoch = excluded.epoch
                    """, snapshot, volume, claim.generation(), claim.task(), claim.epoch());
            return true;
        });
        if (wanted) {
            store.takeSnapshot(volume, snapshot, progress);
            database.run(transaction -> transaction.update(
                    "UPDATE maskin.volume_snapshot SET taken = true WHERE id = ? AND NOT removed", snapshot));
        }
    }

    /// Removes a snapshot, and remembers that.
    public void remove(Id snapshot, Claim claim) {
        var volume = database.call(transaction -> {
            var held = lock(transaction, snapshot);
            held.ifPresent(present -> refuseStale(claim, present, snapshot));
            transaction.update("""
                    INSERT INTO maskin.volume_snapshot (id, removed, generation, task, epoch)
                    VALUES (?, true, ?, ?, ?)
                    ON CONFLICT (id) DO UPDATE
                    SET removed = true, taken = false, generation = excluded.generation, task = excluded.task,
                        epoch = excluded.epoch
                    """, snapshot, claim.generation(), claim.task(), claim.epoch());
            return held.flatMap(present -> Optional.ofNullable(present.volume()));
        });
        volume.ifPresent(of -> store.deleteSnapshot(new Id(IdKind.VOLUME, of), snapshot));
    }

    /// Makes a volume what it was. It gets a new lease, so that nobody who knows it from before writes
    /// to it; what was on it is lost. One task does so once, however often it is asked.
    ///
    /// @throws Failure `RESOURCE_NOT_FOUND` if there is no such snapshot of the volume; `STALE_WRITER`
    public void restore(Id volume, Id snapshot, Claim claim, Consumer<String> progress) {
        var wanted = database.call(transaction -> {
            var held = Volumes.present(Volumes.lock(transaction, volume), volume);
            Volumes.refuseStale(claim, held);
            var kept = lock(transaction, snapshot)
                    .filter(found -> found.taken() && volume.uuid().equals(found.volume()));
            if (kept.isEmpty()) {
                throw Failure.of(
                        ProblemCode.RESOURCE_NOT_FOUND,
                        "There is no snapshot " + snapshot + " of volume " + volume + " here.");
            }
            if (isRestoredBy(transaction, volume, claim.task())) {
                return Optional.<StoredVolume>empty();
            }
            Volumes.claim(transaction, volume, claim);
            transaction.update("UPDATE maskin.volume SET lease = lease + 1 WHERE id = ?", volume);
            return Volumes.lock(transaction, volume);
        });
        wanted.ifPresent(held -> {
            store.replace(volume, held.lease(), store.ofSnapshot(volume, snapshot, held.sizeBytes(), progress));
            database.run(transaction ->
                    transaction.update("UPDATE maskin.volume SET restored_by = ? WHERE id = ?", claim.task(), volume));
        });
    }

    private static boolean isRestoredBy(Transaction transaction, Id volume, Id task) {
        return transaction
                .first(
                        "SELECT id FROM maskin.volume WHERE id = ? AND restored_by = ?",
                        row -> row.uuid("id"),
                        volume,
                        task)
                .isPresent();
    }

    private static Optional<Stored> lock(Transaction transaction, Id snapshot) {
        return transaction.first(
                "SELECT volume, taken, removed, generation, task, epoch FROM maskin.volume_snapshot WHERE id = ? FOR UPDATE",
                Snapshots::read,
                snapshot);
    }

    /// Who removed it meant what was asked for at the same time, too.
    private static void refuse(Claim claim, Stored held, Id snapshot) {
        refuseStale(claim, held, snapshot);
        if (held.removed() && claim.compareTo(held.claim()) == 0) {
            throw stale(claim, held, snapshot);
        }
    }

    private static void refuseStale(Claim claim, Stored held, Id snapshot) {
        if (claim.compareTo(held.claim()) < 0) {
            throw stale(claim, held, snapshot);
        }
    }

    private static Failure stale(Claim claim, Stored held, Id snapshot) {
        return Failure.of(
                ProblemCode.STALE_WRITER,
                "Snapshot " + snapshot + " is in the hands of task "
                        + held.claim().task() + "; this command of task " + claim.task() + " came too late.");
    }

    private static Stored read(Row row) {
        return new Stored(
                row.uuidOrNull("volume"),
                row.flag("taken"),
                row.flag("removed"),
                new Claim(row.number("generation"), new Id(IdKind.TASK, row.uuid("task")), row.number("epoch")));
    }
}

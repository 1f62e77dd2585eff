package no.dataverket.maskin.volume;

import java.util.Optional;
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

/// Copies of volumes elsewhere, which outlive them. Whoever calls sees to it that nobody writes to a
/// volume that is copied.
public final class Backups {

    private final Database database;
    private final VolumeStore store;
    private final BackupStore backups;
    private final Volumes volumes;

    public Backups(Database database, VolumeStore store, BackupStore backups, Volumes volumes) {
        this.database = database;
        this.store = store;
        this.backups = backups;
        this.volumes = volumes;
    }

    /// A backup as the database has it.
    ///
    /// @param digest SHA-256 of its manifest
    public record Taken(long sizeBytes, long storedBytes, String digest) {}

    private record Stored(@Nullable Taken taken, boolean removed, Claim claim) {}

    /// Copies a volume. A backup that was taken is never taken again.
    ///
    /// @throws Failure `STALE_WRITER` if it was removed by a later command
    public Taken take(Id backup, Id volume, Claim claim, Consumer<String> progress) {
        var before = database.call(transaction -> {
            Volumes.present(Volumes.lock(transaction, volume), volume);
            var held = lock(transaction, backup);
            held.ifPresent(present -> {
                refuseStale(claim, present, backup);
                // Who removed it meant what was asked for at the same time, too.
                if (present.removed() && claim.compareTo(present.claim()) == 0) {
                    throw stale(claim, present, backup);
                }
            });
            var taken = held.flatMap(present -> Optional.ofNullable(present.taken()));
            if (taken.isEmpty()) {
                transaction.update("""
                        INSERT INTO maskin.volume_backup (id, volume, generation, task, epoch) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (id) DO UPDATE
                        SET removed = false, volume = excluded.volume, generation = excluded.generation, task = excluded.task,
                            epoch = excluded.epoch
                        """, backup, volume, claim.generation(), claim.task(), claim.epoch());
            }
            return taken;
        });
        return before.orElseGet(() -> copy(backup, volume, progress));
    }

    private Taken copy(Id backup, Id volume, Consumer<String> progress) {
        var written = store.read(volume, disk -> backups.take(backup, volume, disk, progress));
        var taken = new Taken(written.sizeBytes(), written.storedBytes(), written.digest());
        database.run(
                transaction -> transaction.update("""
                UPDATE maskin.volume_backup SET size_bytes = ?, stored_bytes = ?, digest = ? WHERE id = ? AND NOT removed
                """, taken.sizeBytes(), taken.storedBytes(), taken.digest(), backup));
        return taken;
    }

    /// Removes a backup, and remembers that.
    public void remove(Id backup, Claim claim) {
        database.run(transaction -> {
            lock(transaction, backup).ifPresent(held -> refuseStale(claim, held, backup));
            transaction.update("""
                    INSERT INTO maskin.volume_backup (id, removed, generation, task, epoch) VALUES (?, true, ?, ?, ?)
                    ON CONFLICT (id) DO UPDATE
                    SET removed = true, size_bytes = NULL, stored_bytes = NULL, digest = NULL,
                        generation = excluded.generation, task = excluded.task, epoch = excluded.epoch
                    """, backup, claim.generation(), claim.task(), claim.epoch());
        });
        VolumeStore.attempt("deleted", () -> backups.delete(backup));
    }

    /// Makes a new volume that holds what a backup holds. Nothing of it is to be seen before all of it
    /// was found to be as it was written.
    ///
    /// @throws Failure `BACKUP_DAMAGED` if it is not; `RESOURCE_NOT_FOUND` if there is no such
    ///     backup; `STALE_WRITER`
    public void restore(
            Id volume, Id backup, String datacenter, long sizeBytes, Claim claim, Consumer<String> progress) {
        var taken = database.call(transaction -> lock(transaction, backup))
                .flatMap(held -> Optional.ofNullable(held.taken()))
                .orElseThrow(
                        () -> Failure.of(ProblemCode.RESOURCE_NOT_FOUND, "There is no backup " + backup + " here."));
        if (sizeBytes < taken.sizeBytes()) {
            throw Failure.of(
                    ProblemCode.VALIDATION_FAILED,
                    "Backup " + backup + " is of " + taken.sizeBytes() + " bytes and does not fit into " + sizeBytes
                            + ".");
        }
        volumes.create(
                volume,
                datacenter,
                sizeBytes,
                claim,
                file -> backups.restore(backup, taken.digest(), file, sizeBytes, progress));
    }

    private static Optional<Stored> lock(Transaction transaction, Id backup) {
        return transaction.first("""
                SELECT size_bytes, stored_bytes, digest, removed, generation, task, epoch
                FROM maskin.volume_backup WHERE id = ? FOR UPDATE
                """, Backups::read, backup);
    }

    private static void refuseStale(Claim claim, Stored held, Id backup) {
        if (claim.compareTo(held.claim()) < 0) {
            throw stale(claim, held, backup);
        }
    }

    private static Failure stale(Claim claim, Stored held, Id backup) {
        return Failure.of(
                ProblemCode.STALE_WRITER,
                "Backup " + backup + " is in the hands of task " + held.claim().task() + "; this command of task "
                        + claim.task() + " came too late.");
    }

    private static Stored read(Row row) {
        var digest = row.textOrNull("digest");
        return new Stored(
                digest == null ? null : new Taken(row.number("size_bytes"), row.number("stored_bytes"), digest),
                row.flag("removed"),
                new Claim(row.number("generation"), new Id(IdKind.TASK, row.uuid("task")), row.number("epoch")));
    }
}

package no.dataverket.maskin.volume;

import static java.lang.System.Logger.Level.WARNING;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.core.db.Database;
import no.dataverket.core.db.Row;
import no.dataverket.core.db.Transaction;
import no.dataverket.maskin.claim.Claim;

/// The volumes of a site. At most one machine may write to each: that is decided here, in the database, and kept by the
/// store, whose files go by the lease.
public final class Volumes {

    private static final System.Logger LOG = System.getLogger(Volumes.class.getName());

    private static final String SELECT =
            "SELECT id, size_bytes, removed, vm, lease, generation, task, epoch FROM maskin.volume ";

    private final Database database;
    private final VolumeStore store;

    public Volumes(Database database, VolumeStore store) {
        this.database = database;
        this.store = store;
    }

    /// Makes an empty volume.
    ///
    /// @throws Failure `STALE_WRITER` if it was removed by a later command
    public void create(Id volume, String datacenter, long sizeBytes, Claim claim) {
        create(volume, datacenter, sizeBytes, claim, VolumeStore.empty(sizeBytes));
    }

    /// Makes a volume that holds something to begin with.
    void create(Id volume, String datacenter, long sizeBytes, Claim claim, VolumeStore.Content content) {
        boolean untouched = database.call(transaction -> {
            var held = lock(transaction, volume);
            held.ifPresent(present -> {
                refuseStale(claim, present);
                // Who removed it meant what was asked for at the same time, too.
                if (present.removed() && claim.compareTo(present.claim()) == 0) {
                    throw stale(claim, present);
                }
            });
            transaction.update("""
                    INSERT INTO maskin.volume (id, datacenter, size_bytes, generation, task, epoch)
                    VALUES (?, ?, ?, ?, ?, ?)
                    ON CONFLICT (id) DO UPDATE
                    SET removed = false, datacenter = excluded.datacenter,
                        size_bytes = CASE WHEN volume.removed THEN excluded.size_bytes ELSE volume.size_bytes END,
                        generation = excluded.generation, task = excluded.task, epoch = excluded.epoch
                    """, volume, datacenter, sizeBytes, claim.generation(), claim.task(), claim.epoch());
            return held.isEmpty() || held.get().removed() || held.get().lease() == 0;
        });
        // What somebody may have written to is never made anew, even if it is gone.
        if (untouched) {
            store.create(volume, content);
        }
    }

    /// Makes a volume larger.
    public void grow(Id volume, long sizeBytes, Claim claim) {
        database.run(transaction -> {
            var held = present(lock(transaction, volume), volume);
            refuseStale(claim, held);
            if (sizeBytes < held.sizeBytes()) {
                throw Failure.of(
                        ProblemCode.VALIDATION_FAILED,
                        "Volume " + volume + " has " + held.sizeBytes() + " bytes and can't shrink.");
            }
            claim(transaction, volume, claim);
        });
        store.grow(volume, sizeBytes);
        // Written down last: what the database says is there.
        database.run(transaction ->
                transaction.update("UPDATE maskin.volume SET size_bytes = ? WHERE id = ?", sizeBytes, volume));
    }

    /// Removes a volume, and remembers that.
    ///
    /// @throws Failure `RESOURCE_IN_USE` if a machine has it
    public void remove(Id volume, Claim claim) {
        database.run(transaction -> {
            var held = lock(transaction, volume);
            held.ifPresent(present -> {
                refuseStale(claim, present);
                if (present.vm() != null) {
                    throw inUse(present);
                }
            });
            transaction.update("""
                    INSERT INTO maskin.volume (id, size_bytes, removed, lease, generation, task, epoch)
                    VALUES (?, 1, true, 1, ?, ?, ?)
                    ON CONFLICT (id) DO UPDATE
                    SET removed = true, lease = volume.lease + 1, generation = excluded.generation, task = excluded.task,
                        epoch = excluded.epoch
                    """, volume, claim.generation(), claim.task(), claim.epoch());
            transaction.update(
                    "UPDATE maskin.volume_snapshot SET removed = true, taken = false WHERE volume = ?", volume);
        });
        store.delete(volume);
    }

    public Optional<StoredVolume> find(Id volume) {
        return database.call(transaction -> transaction.first(SELECT + "WHERE id = ?", Volumes::read, volume));
    }

    /// Lets a machine write to a volume, and nobody else. One that may already learns where it is now.
    ///
    /// @return where it is for that machine
    /// @throws Failure `RESOURCE_IN_USE` if another machine has it; `RESOURCE_NOT_FOUND` if it was removed
    public Path lease(Id volume, Id vm, int position) {
        long lease = database.call(transaction -> {
            var held = present(lock(transaction, volume), volume);
            if (held.vm() != null && !held.vm().equals(vm)) {
                throw inUse(held);
            }
            if (held.vm() != null) {
                return held.lease();
            }
            transaction.update(
                    "UPDATE maskin.volume SET vm = ?, position = ?, lease = lease + 1 WHERE id = ?",
                    vm,
                    position,
                    volume);
            return held.lease() + 1;
        });
        return store.lease(volume, lease);
    }

    /// Lets a machine write to a volume no more. Where it may not, nothing is to be done.
    public void release(Id volume, Id vm) {
        var released = database.call(transaction -> lock(transaction, volume)
                .filter(held -> vm.equals(held.vm()))
                .map(held -> released(transaction, held)));
        released.ifPresent(_ -> settle(volume));
    }

    /// Ends all leases of a machine that goes, in the transaction in which it goes.
    public static List<Id> releaseAll(Transaction transaction, Id vm) {
        var held = transaction.query(SELECT + "WHERE vm = ? ORDER BY id FOR UPDATE", Volumes::read, vm);
        held.forEach(volume -> released(transaction, volume));
        return held.stream().map(StoredVolume::id).toList();
    }

    /// Ends what the place that a machine leaves may do with its volumes, in the transaction in which it gets another
    /// one. The machine keeps them, and takes them up where it is now.
    public static void renewAll(Transaction transaction, Id vm) {
        transaction.update("UPDATE maskin.volume SET lease = lease + 1 WHERE vm = ?", vm);
    }

    /// Lets the store know of a lease that was ended. Where it can't, whoever gets the volume next does it.
    public void settle(Id volume) {
        find(volume).filter(held -> !held.removed()).ifPresent(held -> {
            try {
                store.lease(volume, held.lease());
            } catch (Failure later) {
                LOG.log(WARNING, "volume {0} keeps the name of its last lease: {1}", volume, later.getMessage());
            }
        });
    }

    private static long released(Transaction transaction, StoredVolume held) {
        transaction.update(
                "UPDATE maskin.volume SET vm = NULL, position = NULL, lease = lease + 1 WHERE id = ?", held.id());
        return held.lease() + 1;
    }

    static void claim(Transaction transaction, Id volume, Claim claim) {
        transaction.update(
                "UPDATE maskin.volume SET generation = ?, task = ?, epoch = ? WHERE id = ?",
                claim.generation(),
                claim.task(),
                claim.epoch(),
                volume);
    }

    static void refuseStale(Claim claim, StoredVolume held) {
        if (claim.compareTo(held.claim()) < 0) {
            throw stale(claim, held);
        }
    }

    private static Failure stale(Claim claim, StoredVolume held) {
        return Failure.of(
                ProblemCode.STALE_WRITER,
                "Volume " + held.id() + " is in the hands of task "
                        + held.claim().task() + " at generation "
                        + held.claim().generation() + "; this command of generation " + claim.generation()
                        + " came too late.");
    }

    static Optional<StoredVolume> lock(Transaction transaction, Id volume) {
        return transaction.first(SELECT + "WHERE id = ? FOR UPDATE", Volumes::read, volume);
    }

    static StoredVolume present(Optional<StoredVolume> held, Id volume) {
        return held.filter(found -> !found.removed())
                .orElseThrow(() ->
                        Failure.of(ProblemCode.RESOURCE_NOT_FOUND, "There is no volume " + volume + " any more."));
    }

    private static Failure inUse(StoredVolume held) {
        return Failure.of(
                        ProblemCode.RESOURCE_IN_USE,
                        "Volume " + held.id() + " is attached to machine " + held.vm() + ".")
                .dependents(List.of(String.valueOf(held.vm())));
    }

    private static StoredVolume read(Row row) {
        var vm = row.uuidOrNull("vm");
        return new StoredVolume(
                new Id(IdKind.VOLUME, row.uuid("id")),
                row.number("size_bytes"),
                row.flag("removed"),
                vm == null ? null : new Id(IdKind.VM, vm),
                row.number("lease"),
                new Claim(row.number("generation"), new Id(IdKind.TASK, row.uuid("task")), row.number("epoch")));
    }
}

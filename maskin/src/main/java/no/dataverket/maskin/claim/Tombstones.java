package no.dataverket.maskin.claim;

import java.util.Optional;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.core.db.Transaction;

/// Remembers the machines that were removed, so that a late command does not bring one back.
public final class Tombstones {

    private Tombstones() {}

    /// What is left of a machine.
    ///
    /// @param claim of the command that removed it
    /// @param ownership under which its last host had it
    /// @param revision the last that its host was told
    public record Tombstone(Claim claim, long ownership, long revision) {}

    public static Optional<Tombstone> of(Transaction transaction, Id vm) {
        return transaction.first(
                "SELECT generation, task, epoch, ownership, revision FROM maskin.removed_vm WHERE id = ?",
                row -> new Tombstone(
                        new Claim(row.number("generation"), new Id(IdKind.TASK, row.uuid("task")), row.number("epoch")),
                        row.number("ownership"),
                        row.number("revision")),
                vm);
    }

    /// Remembers a removal; a newer one that is remembered already stays.
    public static void bury(Transaction transaction, Id vm, Claim claim, long ownership, long revision) {
        var before = of(transaction, vm);
        if (before.isPresent() && claim.compareTo(before.get().claim()) < 0) {
            return;
        }
        transaction.update("""
                INSERT INTO maskin.removed_vm (id, generation, task, epoch, ownership, revision)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE
                SET generation = excluded.generation, task = excluded.task, epoch = excluded.epoch,
                    ownership = greatest(removed_vm.ownership, excluded.ownership),
                    revision = greatest(removed_vm.revision, excluded.revision), removed_at = now()
                """, vm, claim.generation(), claim.task(), claim.epoch(), ownership, revision);
    }

    /// Forgets a removal, because a newer decision wants the machine again.
    public static void exhume(Transaction transaction, Id vm) {
        transaction.update("DELETE FROM maskin.removed_vm WHERE id = ?", vm);
    }
}

package no.dataverket.sentral.offerings;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.core.db.Row;
import no.dataverket.core.db.Transaction;

/// Which machine has which volume.
final class VolumeAttachments {

    /// So many volumes a machine may have.
    static final int MOST = 8;

    private VolumeAttachments() {}

    /// @param position which of the machine's volumes it is
    record Attachment(Id volume, Id vm, int position) {

        /// What a Linux guest calls it: the root disk is `vda`, and `vdb` is from what it initialises itself.
        String device() {
            return "/dev/vd" + (char) ('c' + position);
        }
    }

    static void insert(Transaction transaction, Attachment attachment) {
        transaction.update(
                "INSERT INTO offerings.volume_attachment (volume, vm, position) VALUES (?, ?, ?)",
                attachment.volume(),
                attachment.vm(),
                attachment.position());
    }

    static void delete(Transaction transaction, Id volume) {
        transaction.update("DELETE FROM offerings.volume_attachment WHERE volume = ?", volume);
    }

    /// A machine that is gone has no volumes; they are as they were.
    static void forgetVm(Transaction transaction, Id vm) {
        transaction.update("DELETE FROM offerings.volume_attachment WHERE vm = ?", vm);
    }

    static Optional<Attachment> of(Transaction transaction, Id volume) {
        return transaction.first(
                "SELECT volume, vm, position FROM offerings.volume_attachment WHERE volume = ?",
                VolumeAttachments::read,
                volume);
    }

    /// By volume.
    static Map<Id, Attachment> of(Transaction transaction, Collection<Id> volumes) {
        return transaction
                .query(
                        "SELECT volume, vm, position FROM offerings.volume_attachment WHERE volume = ANY (?::uuid[])",
                        VolumeAttachments::read,
                        volumes)
                .stream()
                .collect(Collectors.toMap(Attachment::volume, Function.identity()));
    }

    /// The first place among a machine's volumes that is free.
    static Optional<Integer> freePosition(Transaction transaction, Id vm) {
        var taken = transaction.query(
                "SELECT position FROM offerings.volume_attachment WHERE vm = ?", row -> row.integer("position"), vm);
        return IntStream.range(0, MOST)
                .boxed()
                .filter(position -> !taken.contains(position))
                .findFirst();
    }

    private static Attachment read(Row row) {
        return new Attachment(
                new Id(IdKind.VOLUME, row.uuid("volume")), new Id(IdKind.VM, row.uuid("vm")), row.integer("position"));
    }
}

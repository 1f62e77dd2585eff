package no.dataverket.maskin.placement;

import java.util.Optional;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.command.MaskinMessages.PlaceVm;
import no.dataverket.contract.command.MaskinMessages.VmPlaced;
import no.dataverket.core.db.Row;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.work.Work;
import no.dataverket.maskin.claim.Tombstones;
import no.dataverket.maskin.placement.LiveFleet.Chosen;
import no.dataverket.maskin.placement.decision.HostView.Room;

/// Takes room on a host for a machine, if it is there at the moment of taking, and if nothing else changed of what the
/// host was chosen by.
final class Reservation {

    private static final String TAKE = """
            UPDATE maskin.host
            SET vcpus_reserved = vcpus_reserved + ?, memory_mib_reserved = memory_mib_reserved + ?
            WHERE id = ? AND nature = ? AND vcpus_reserved + ? <= vcpus AND memory_mib_reserved + ? <= memory_mib
            RETURNING vcpus, memory_mib, vcpus_reserved, memory_mib_reserved, change
            """;

    private Reservation() {}

    /// Room that was taken.
    ///
    /// @param change of the host's row that holds it
    record Taken(VmPlaced placed, long change) {}

    private record Held(Room room, long change) {}

    /// Takes room on the chosen host; empty if the race for it is lost.
    static Optional<Taken> take(Transaction transaction, Chosen chosen, Work<PlaceVm> work, long revision) {
        if (!holdsGroup(transaction, chosen, work)) {
            return Optional.empty();
        }
        var command = work.command();
        var host = chosen.host();
        var taken = transaction
                .first(
                        TAKE,
                        Reservation::held,
                        command.vcpus(),
                        command.memoryMib(),
                        host.id(),
                        host.nature(),
                        command.vcpus(),
                        command.memoryMib())
                .map(held -> keep(transaction, chosen, held, work, revision));
        var group = chosen.decision().wanted().group();
        if (taken.isEmpty() && group != null) {
            Groups.forgetIfEmpty(transaction, group.id());
        }
        return taken;
    }

    private static boolean holdsGroup(Transaction transaction, Chosen chosen, Work<PlaceVm> work) {
        var group = chosen.decision().wanted().group();
        return group == null || Groups.hold(transaction, group, work.envelope().environment());
    }

    private static Held held(Row row) {
        return new Held(
                new Room(
                        row.integer("vcpus"),
                        row.integer("memory_mib"),
                        row.integer("vcpus_reserved"),
                        row.integer("memory_mib_reserved")),
                row.number("change"));
    }

    private static Taken keep(Transaction transaction, Chosen chosen, Held held, Work<PlaceVm> work, long revision) {
        var command = work.command();
        var envelope = work.envelope();
        var host = new Id(IdKind.HYPERVISOR, chosen.host().id());
        var explanation = Explanations.placed(chosen.decision(), chosen.host(), held.room());
        var group = chosen.decision().wanted().group();
        transaction.write(
                """
                INSERT INTO maskin.vm (id, host, tenant, project, environment, state, vcpus, memory_mib, explanation,
                                       placement_group, generation, task, epoch, revision, ownership)
                VALUES (?, ?, ?, ?, ?, 'PLACED', ?, ?, ?, ?, ?, ?, ?, ?,
                        coalesce((SELECT r.ownership FROM maskin.removed_vm r WHERE r.id = ?), 1))
                """,
                command.vm(),
                host,
                envelope.tenant(),
                envelope.project(),
                envelope.environment(),
                command.vcpus(),
                command.memoryMib(),
                explanation,
                group == null ? null : group.id(),
                work.generation(),
                work.task(),
                work.epoch(),
                revision,
                command.vm());
        Tombstones.exhume(transaction, command.vm());
        Decisions.keep(transaction, command.vm(), Explanations.document(command.vm(), chosen.decision(), explanation));
        return new Taken(new VmPlaced(host, chosen.host().name(), explanation), held.change());
    }
}

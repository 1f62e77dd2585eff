package no.dataverket.maskin.placement;

import java.util.Optional;
import java.util.UUID;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.command.MaskinMessages.RelocateVm;
import no.dataverket.contract.command.MaskinMessages.VmPlaced;
import no.dataverket.core.db.Row;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.work.Work;
import no.dataverket.maskin.claim.Claim;
import no.dataverket.maskin.placement.LiveFleet.Chosen;
import no.dataverket.maskin.placement.decision.HostView.Room;
import no.dataverket.maskin.volume.Volumes;
import org.jspecify.annotations.Nullable;

/// Gives machines another place, if they have left the one that they have, or by the proof that they don't
/// run there. Old place, new place, room, ownership and the leases of its volumes change in one transaction, in
/// which neither host is judged otherwise.
final class Relocation {

    private static final String LEAVING = """
            SELECT v.host, v.state, v.vcpus, v.memory_mib, v.environment, v.explanation, v.left_host, v.generation, v.task, v.epoch,
                   h.name, h.datacenter, h.storage, h.reachable, h.fence
            FROM maskin.vm v JOIN maskin.host h ON h.id = v.host WHERE v.id = ? FOR UPDATE OF v, h
            """;

    private static final String TAKE = """
            UPDATE maskin.host
            SET vcpus_reserved = vcpus_reserved + ?, memory_mib_reserved = memory_mib_reserved + ?
            WHERE id = ? AND nature = ? AND vcpus_reserved + ? <= vcpus AND memory_mib_reserved + ? <= memory_mib
            RETURNING vcpus, memory_mib, vcpus_reserved, memory_mib_reserved
            """;

    private Relocation() {}

    /// A machine that is about to leave.
    ///
    /// @param placed the place that it has, if it has left already
    /// @param fence the proof; null where the machine has left by itself
    record Leaving(
            Optional<VmPlaced> placed,
            Id from,
            String datacenter,
            @Nullable String storage,
            int vcpus,
            int memoryMib,
            @Nullable Id environment,
            @Nullable UUID fence) {}

    /// A machine with its host, both held until the transaction ends.
    ///
    /// @throws Failure `FENCE_PROOF_MISSING` if it may run where it is; `STALE_WRITER`; `RESOURCE_NOT_FOUND`
    static Leaving leaving(Transaction transaction, Work<RelocateVm> work) {
        var command = work.command();
        return transaction
                .first(LEAVING, row -> leaving(row, work), command.vm())
                .orElseThrow(() ->
                        Failure.of(ProblemCode.RESOURCE_NOT_FOUND, "There is no machine " + command.vm() + " here."));
    }

    private static Leaving leaving(Row row, Work<RelocateVm> work) {
        var command = work.command();
        var held = new Claim(row.number("generation"), new Id(IdKind.TASK, row.uuid("task")), row.number("epoch"));
        Claim.of(work).refuseIfBefore(held, command.vm());
        var host = new Id(IdKind.HYPERVISOR, row.uuid("host"));
        var environment = row.uuidOrNull("environment");
        boolean left = !host.equals(command.from());
        if (!left) {
            refuseUnproven(row, command.vm());
        }
        return new Leaving(
                left ? Optional.of(new VmPlaced(host, row.text("name"), row.text("explanation"))) : Optional.empty(),
                host,
                row.text("datacenter"),
                row.textOrNull("storage"),
                row.integer("vcpus"),
                row.integer("memory_mib"),
                environment == null ? null : new Id(IdKind.ENVIRONMENT, environment),
                row.uuidOrNull("fence"));
    }

    private static void refuseUnproven(Row row, Id vm) {
        var name = row.text("name");
        if (!row.flag("left_host")) {
            refuseUnfenced(row, vm);
        }
        if (row.textOrNull("storage") == null) {
            throw Failure.of(
                            ProblemCode.FENCE_PROOF_MISSING, "The disk of machine " + vm + " is on " + name + " alone.")
                    .hint("Bring the host back, or restore the machine from a backup.");
        }
        if (!row.text("state").equals("DEFINED")) {
            throw Failure.of(ProblemCode.RESOURCE_NOT_READY, "Machine " + vm + " is " + row.text("state") + ".");
        }
    }

    private static void refuseUnfenced(Row row, Id vm) {
        var name = row.text("name");
        if (row.uuidOrNull("fence") == null) {
            throw Failure.of(
                    ProblemCode.FENCE_PROOF_MISSING,
                    "Machine " + vm + " may run on " + name + ", which is not fenced.");
        }
        if (row.flag("reachable")) {
            throw Failure.of(
                            ProblemCode.FENCE_PROOF_MISSING,
                            name + " answers again, so machine " + vm + " is not started elsewhere.")
                    .hint("Release the hypervisor, and its machines are taken up there: dvce hypervisor release "
                            + name);
        }
    }

    /// Moves the machine; empty if the host that was chosen has changed since.
    static Optional<VmPlaced> move(Transaction transaction, Leaving leaving, Chosen chosen, Work<RelocateVm> work) {
        var group = chosen.decision().wanted().group();
        var vm = work.command().vm();
        if (group != null && !Groups.holdWithout(transaction, group, leaving.environment(), vm)) {
            return Optional.empty();
        }
        return transaction
                .first(
                        TAKE,
                        Relocation::room,
                        leaving.vcpus(),
                        leaving.memoryMib(),
                        chosen.host().id(),
                        chosen.host().nature(),
                        leaving.vcpus(),
                        leaving.memoryMib())
                .map(room -> keep(transaction, leaving, chosen, room, work));
    }

    private static Room room(Row row) {
        return new Room(
                row.integer("vcpus"),
                row.integer("memory_mib"),
                row.integer("vcpus_reserved"),
                row.integer("memory_mib_reserved"));
    }

    private static VmPlaced keep(
            Transaction transaction, Leaving leaving, Chosen chosen, Room room, Work<RelocateVm> work) {
        var vm = work.command().vm();
        var to = new Id(IdKind.HYPERVISOR, chosen.host().id());
        var explanation = Explanations.placed(chosen.decision(), chosen.host(), room);
        transaction.update("""
                UPDATE maskin.host
                SET vcpus_reserved = vcpus_reserved - ?, memory_mib_reserved = memory_mib_reserved - ? WHERE id = ?
                """, leaving.vcpus(), leaving.memoryMib(), leaving.from());
        long ownership = transaction.one(
                """
                UPDATE maskin.vm
                SET host = ?, explanation = ?, moving = true, ownership = ownership + 1, revision = revision + 1,
                    generation = ?, task = ?, epoch = ?, observed_power = 'UNKNOWN', observed_drift = ''
                WHERE id = ? RETURNING ownership
                """, row -> row.number("ownership"), to, explanation, work.generation(), work.task(), work.epoch(), vm);
        Volumes.renewAll(transaction, vm);
        transaction.update(
                "INSERT INTO maskin.vm_move (vm, ownership, from_host, to_host, fence, task) VALUES (?, ?, ?, ?, ?, ?)",
                vm,
                ownership,
                leaving.from(),
                to,
                leaving.fence(),
                work.task());
        Decisions.keep(transaction, vm, Explanations.document(vm, chosen.decision(), explanation));
        return new VmPlaced(to, chosen.host().name(), explanation);
    }
}

package no.dataverket.maskin.placement;

import java.util.List;
import java.util.Optional;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.command.MaskinMessages.PlaceVm;
import no.dataverket.contract.command.MaskinMessages.VmPlaced;
import no.dataverket.core.db.Row;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.work.Work;
import no.dataverket.maskin.claim.Tombstones;

/// Takes room on a host for a machine, if it is there at the moment of taking.
final class Reservation {

    private static final int CANDIDATES = 16;

    /// Hosts that will do, the best first. The partial index gives them in this order.
    private static final String FITTING = """
            FROM maskin.host
            WHERE schedulable AND reachable AND datacenter = ?
              AND vcpus - vcpus_reserved >= ? AND memory_mib - memory_mib_reserved >= ?
              AND free_memory_share >= ?
            ORDER BY free_memory_share DESC, name
            """;

    private static final double ANY_SHARE = 0;

    private static final String TAKE = """
            UPDATE maskin.host h
            SET vcpus_reserved = h.vcpus_reserved + ?, memory_mib_reserved = h.memory_mib_reserved + ?
            FROM chosen
            WHERE h.id = chosen.id AND h.schedulable AND h.reachable
              AND h.vcpus_reserved + ? <= h.vcpus AND h.memory_mib_reserved + ? <= h.memory_mib
            RETURNING h.id, h.name, h.vcpus, h.memory_mib, h.vcpus_reserved, h.memory_mib_reserved, h.free_memory_share
            """;

    private record Taken(
            Id host, String name, int vcpus, int memoryMib, int vcpusReserved, int memoryMibReserved, String next) {

        String explanation(PlaceVm command) {
            int before = memoryMib - memoryMibReserved + command.memoryMib();
            return name + " of " + command.datacenter() + " has room for " + command.vcpus() + " vcpus and "
                    + command.memoryMib() + " MiB and the largest share of free memory: " + before + " of "
                    + memoryMib + " MiB before, " + (memoryMib - memoryMibReserved) + " MiB after; "
                    + (vcpus - vcpusReserved) + " of " + vcpus + " vcpus stay free."
                    + (next.isEmpty() ? " No other host would have done." : " Next best: " + next + ".")
                    + " Vcpus are shared (4 to a processor unless the host says otherwise), memory is not.";
        }
    }

    private Reservation() {}

    /// A host that would do, as it was a moment ago.
    record Candidate(Id id, String name, double freeMemoryShare) {}

    /// Hosts that would do now, the best first.
    static List<Candidate> candidates(Transaction transaction, PlaceVm command) {
        return transaction.query(
                "SELECT id, name, free_memory_share::text AS share " + FITTING + " LIMIT " + CANDIDATES,
                row -> new Candidate(
                        new Id(IdKind.HYPERVISOR, row.uuid("id")),
                        row.text("name"),
                        Double.parseDouble(row.text("share"))),
                command.datacenter(),
                command.vcpus(),
                command.memoryMib(),
                ANY_SHARE);
    }

    /// Takes room on the best host that no other placement is working on; empty if there is none just now.
    ///
    /// @param strict whether only a host will do that has no less free than the best had a moment ago
    static Optional<VmPlaced> besideOthers(
            Transaction transaction, List<Candidate> candidates, boolean strict, Work<PlaceVm> work, long revision) {
        var command = work.command();
        var chosen = "SELECT id " + FITTING + " LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED";
        return transaction
                .first(
                        "WITH chosen AS (" + chosen + ") " + TAKE,
                        row -> taken(row, candidates),
                        command.datacenter(),
                        command.vcpus(),
                        command.memoryMib(),
                        strict ? candidates.getFirst().freeMemoryShare() : ANY_SHARE,
                        command.vcpus(),
                        command.memoryMib(),
                        command.vcpus(),
                        command.memoryMib())
                .map(taken -> keep(transaction, taken, work, revision));
    }

    /// Takes room on one host, after those who came before; empty if it is used up by then.
    static Optional<VmPlaced> on(
            Transaction transaction, Candidate host, List<Candidate> candidates, Work<PlaceVm> work, long revision) {
        var command = work.command();
        return transaction
                .first(
                        "WITH chosen AS (SELECT ?::uuid AS id) " + TAKE,
                        row -> taken(row, candidates),
                        host.id(),
                        command.vcpus(),
                        command.memoryMib(),
                        command.vcpus(),
                        command.memoryMib())
                .map(taken -> keep(transaction, taken, work, revision));
    }

    private static Taken taken(Row row, List<Candidate> candidates) {
        var name = row.text("name");
        var next = candidates.stream()
                .map(Candidate::name)
                .filter(other -> !other.equals(name))
                .findFirst()
                .orElse("");
        return new Taken(
                new Id(IdKind.HYPERVISOR, row.uuid("id")),
                name,
                row.integer("vcpus"),
                row.integer("memory_mib"),
                row.integer("vcpus_reserved"),
                row.integer("memory_mib_reserved"),
                next);
    }

    private static VmPlaced keep(Transaction transaction, Taken taken, Work<PlaceVm> work, long revision) {
        var command = work.command();
        var envelope = work.envelope();
        var explanation = taken.explanation(command);
        Tombstones.exhume(transaction, command.vm());
        transaction.update(
                """
                INSERT INTO maskin.vm (id, host, tenant, project, environment, state, vcpus, memory_mib, explanation,
                                       generation, task, epoch, revision)
                VALUES (?, ?, ?, ?, ?, 'PLACED', ?, ?, ?, ?, ?, ?, ?)
                """,
                command.vm(),
                taken.host(),
                envelope.tenant(),
                envelope.project(),
                envelope.environment(),
                command.vcpus(),
                command.memoryMib(),
                explanation,
                work.generation(),
                work.task(),
                work.epoch(),
                revision);
        return new VmPlaced(taken.host(), taken.name(), explanation);
    }
}

package no.dataverket.maskin.vm;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.core.db.Database;
import no.dataverket.core.db.Row;
import no.dataverket.core.db.Transaction;
import no.dataverket.maskin.claim.Claim;
import no.dataverket.maskin.host.HostAddress;
import no.dataverket.maskin.runtime.VmId;
import no.dataverket.maskin.vm.StoredVm.Repairs;
import no.dataverket.maskin.vm.StoredVm.Scope;
import no.dataverket.maskin.vm.StoredVm.Seen;
import no.dataverket.maskin.vm.StoredVm.State;
import org.jspecify.annotations.Nullable;

/// The machines that have a place.
final class Vms {

    private static final String COLUMNS = """
            SELECT v.id, v.host, v.tenant, v.project, v.environment, v.state, v.moving, v.vcpus, v.memory_mib, v.image,
                   v.disk_path, v.seed_path, v.power, v.generation, v.task, v.epoch, v.ownership, v.revision,
                   v.observed_power, v.observed_drift, v.compared, v.repairs, v.repairs_since, v.repaired_at, v.given_up,
                   h.name AS host_name, h.datacenter, h.driver, h.endpoint, h.machine_type,
                   h.fence IS NOT NULL AS fenced,
            """;

    private static final String TABLES = """
             FROM maskin.vm v JOIN maskin.host h ON h.id = v.host
            """;

    private static final String SELECT = COLUMNS + "v.definition::text AS spec" + TABLES;

    private static final String OUTLINE =
            COLUMNS + "NULL AS spec, md5(v.definition::text)::uuid AS fingerprint" + TABLES;

    private final Database database;

    Vms(Database database) {
        this.database = database;
    }

    Optional<StoredVm> find(Id id) {
        return database.call(transaction -> find(transaction, id));
    }

    Optional<StoredVm> find(Transaction transaction, Id id) {
        return transaction.first(SELECT + " WHERE v.id = ?", Vms::read, id);
    }

    List<StoredVm> find(List<Id> ids) {
        return database.call(transaction ->
                transaction.query(SELECT + " WHERE v.id = ANY (?::uuid[]) ORDER BY v.id", Vms::read, ids));
    }

    /// A machine without its definition.
    ///
    /// @param fingerprint differs where the definition does; null where there is none
    record Outline(StoredVm vm, @Nullable UUID fingerprint) {}

    /// The machines of these hosts.
    List<Outline> on(Transaction transaction, List<Id> hosts) {
        return transaction.query(
                OUTLINE + " WHERE v.host = ANY(?)",
                row -> new Outline(read(row), row.uuidOrNull("fingerprint")),
                hosts);
    }

    /// A definition as it is kept.
    record Definition(Id vm, UUID fingerprint, String text) {}

    /// The definitions of these machines, where they have one.
    List<Definition> definitions(Transaction transaction, List<Id> ids) {
        return transaction.query(
                """
                SELECT id, md5(definition::text)::uuid AS fingerprint, definition::text AS text
                FROM maskin.vm WHERE id = ANY(?) AND definition IS NOT NULL
                """,
                row -> new Definition(new Id(IdKind.VM, row.uuid("id")), row.uuid("fingerprint"), row.text("text")),
                ids);
    }

    /// Lets a command decide about a machine, if it is not older than the one that decided last.
    ///
    /// @throws Failure `STALE_WRITER` if it is
    Optional<StoredVm> claim(Id id, Claim claim) {
        return database.call(transaction -> {
            var held = transaction.first(SELECT + " WHERE v.id = ? FOR UPDATE OF v", Vms::read, id);
            if (held.isEmpty()) {
                return held;
            }
            claim.refuseIfBefore(held.get().claim(), id);
            if (claim.equals(held.get().claim())) {
                return held;
            }
            transaction.update(
                    "UPDATE maskin.vm SET generation = ?, task = ?, epoch = ?, revision = revision + 1 WHERE id = ?",
                    claim.generation(),
                    claim.task(),
                    claim.epoch(),
                    id);
            return find(transaction, id);
        });
    }

    /// Files may be on the host from now on.
    void prepare(Transaction transaction, Id id, Id image) {
        transaction.update("""
                UPDATE maskin.vm SET image = ?, state = CASE state WHEN 'PLACED' THEN 'PREPARED' ELSE state END
                WHERE id = ?
                """, image, id);
    }

    void prepared(Id id, String disk, String seed) {
        database.run(transaction ->
                transaction.update("UPDATE maskin.vm SET disk_path = ?, seed_path = ? WHERE id = ?", disk, seed, id));
    }

    /// The host is held to this from now on.
    void define(Id id, VmSpec spec, String power) {
        database.run(transaction -> transaction.update("""
                UPDATE maskin.vm
                SET state = 'DEFINED', definition = ?::jsonb, power = ?, repairs = 0, given_up = false
                WHERE id = ?
                """, spec, power, id));
    }

    /// It is about to leave its host: nobody who knows only that it was there may start it from now on.
    StoredVm leaving(Id id) {
        return database.call(transaction -> {
            transaction.update("""
                    UPDATE maskin.vm SET moving = true, ownership = ownership + 1, revision = revision + 1
                    WHERE id = ? AND NOT moving
                    """, id);
            return find(transaction, id).orElseThrow(() -> unknown(id));
        });
    }

    /// Nothing of it but its disk is left on its host.
    void left(Id id) {
        database.run(transaction -> transaction.update("UPDATE maskin.vm SET left_host = true WHERE id = ?", id));
    }

    /// It was taken up at its new place, which is held to this from now on.
    void resumed(Id id, VmSpec spec) {
        database.run(transaction -> transaction.update("""
                UPDATE maskin.vm
                SET moving = false, left_host = false, definition = ?::jsonb, repairs = 0, given_up = false
                WHERE id = ?
                """, spec, id));
    }

    /// Machines with a place on hosts that see this storage.
    Set<VmId> onStorage(String storage) {
        return Set.copyOf(database.call(transaction -> transaction.query(
                "SELECT v.id FROM maskin.vm v JOIN maskin.host h ON h.id = v.host WHERE h.storage = ?",
                row -> new VmId(row.uuid("id")),
                storage)));
    }

    /// Changes what its host is held to, under a new revision.
    StoredVm revise(Id id, VmSpec spec) {
        return database.call(transaction -> {
            transaction.update(
                    "UPDATE maskin.vm SET definition = ?::jsonb, revision = revision + 1 WHERE id = ?", spec, id);
            return find(transaction, id).orElseThrow(() -> unknown(id));
        });
    }

    void redefine(Id id, VmSpec spec) {
        database.run(
                transaction -> transaction.update("UPDATE maskin.vm SET definition = ?::jsonb WHERE id = ?", spec, id));
    }

    /// Nothing is on the host any more, and what comes there is newer than what was.
    void cleared(Transaction transaction, Id id, Id image) {
        transaction.update("""
                UPDATE maskin.vm
                SET state = 'PLACED', image = ?, disk_path = NULL, seed_path = NULL, revision = revision + 1,
                    repairs = 0, given_up = false
                WHERE id = ?
                """, image, id);
    }

    /// Somebody decided about its power: what was given up is tried again.
    void want(Id id, String power) {
        database.run(transaction -> transaction.update(
                "UPDATE maskin.vm SET power = ?, repairs = 0, given_up = false WHERE id = ?", power, id));
    }

    void beginRemoval(Id id) {
        database.run(transaction -> transaction.update("UPDATE maskin.vm SET state = 'REMOVING' WHERE id = ?", id));
    }

    /// Counts a repair before it is made.
    void repairing(Id id, boolean first) {
        database.run(transaction -> transaction.update("""
                UPDATE maskin.vm
                SET repairs = CASE WHEN ? THEN 1 ELSE repairs + 1 END,
                    repairs_since = CASE WHEN ? THEN now() ELSE repairs_since END, repaired_at = now()
                WHERE id = ?
                """, first, first, id));
    }

    void giveUp(Id id) {
        database.run(transaction -> transaction.update("UPDATE maskin.vm SET given_up = true WHERE id = ?", id));
    }

    static Failure unknown(Id id) {
        return Failure.of(ProblemCode.RESOURCE_NOT_FOUND, "There is no machine " + id + " here.");
    }

    private static StoredVm read(Row row) {
        return new StoredVm(
                new Id(IdKind.VM, row.uuid("id")),
                new HostAddress(
                        new Id(IdKind.HYPERVISOR, row.uuid("host")),
                        row.text("host_name"),
                        row.text("datacenter"),
                        row.text("driver"),
                        row.text("endpoint")),
                row.text("machine_type"),
                new Scope(
                        id(IdKind.TENANT, row, "tenant"),
                        id(IdKind.PROJECT, row, "project"),
                        id(IdKind.ENVIRONMENT, row, "environment")),
                row.flag("moving") ? State.MOVING : State.valueOf(row.text("state")),
                row.integer("vcpus"),
                row.integer("memory_mib"),
                id(IdKind.IMAGE, row, "image"),
                row.textOrNull("disk_path"),
                row.textOrNull("seed_path"),
                row.jsonOrNull("spec", VmSpec.class),
                row.textOrNull("power"),
                new Claim(row.number("generation"), new Id(IdKind.TASK, row.uuid("task")), row.number("epoch")),
                row.number("ownership"),
                row.number("revision"),
                new Seen(row.text("observed_power"), row.text("observed_drift"), row.flag("compared")),
                new Repairs(
                        row.integer("repairs"),
                        row.instantOrNull("repairs_since"),
                        row.instantOrNull("repaired_at"),
                        row.flag("given_up")),
                row.flag("fenced"));
    }

    private static @Nullable Id id(IdKind kind, Row row, String column) {
        var uuid = row.uuidOrNull(column);
        return uuid == null ? null : new Id(kind, uuid);
    }
}

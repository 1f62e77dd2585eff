package no.dataverket.sentral.inventory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Datacenter;
import no.dataverket.core.db.DatabaseFailure;
import no.dataverket.core.db.Row;
import no.dataverket.core.db.Transaction;
import org.jspecify.annotations.Nullable;

/// Datacenters in PostgreSQL.
public final class Datacenters {

    private static final String SELECT = "SELECT id, name, description, created_at FROM inventory.datacenter ";

    /// Writes a datacenter, which is an element of the inventory too.
    ///
    /// @throws Failure `NAME_TAKEN`
    public void insert(Transaction transaction, Id id, String name, String description) {
        try {
            transaction.update(
                    "INSERT INTO inventory.datacenter (id, name, description) VALUES (?, ?, ?)", id, name, description);
        } catch (DatabaseFailure failure) {
            if (failure.violates("datacenter_name")) {
                throw Failure.of(ProblemCode.NAME_TAKEN, "The name " + name + " is taken.");
            }
            throw failure;
        }
        transaction.update("""
                INSERT INTO inventory.element (id, kind, key, datacenter, name, declared)
                VALUES (?, 'DATACENTER', 'datacenter.' || ?::text, ?, ?,
                        CASE WHEN ?::text = '' THEN '{}'::jsonb ELSE jsonb_build_object('description', ?::text) END)
                """, Id.next(IdKind.ELEMENT), name, name, name, description, description);
        transaction.update("UPDATE inventory.inventory_generation SET number = number + 1");
    }

    /// Writes another description.
    public void describe(Transaction transaction, String name, String description) {
        transaction.update("UPDATE inventory.datacenter SET description = ? WHERE name = ?", description, name);
    }

    /// By name or identifier.
    public Optional<Datacenter> find(Transaction transaction, String nameOrId) {
        var id = Id.tryParse(nameOrId).filter(parsed -> parsed.kind() == IdKind.DATACENTER);
        return id.isPresent()
                ? transaction.first(SELECT + "WHERE id = ?", Datacenters::datacenter, id.get())
                : transaction.first(SELECT + "WHERE name = ?", Datacenters::datacenter, nameOrId);
    }

    /// By name, and nobody else changes what depends on it until the transaction ends.
    public Datacenter lock(Transaction transaction, String name) {
        return transaction.one(SELECT + "WHERE name = ? FOR UPDATE", Datacenters::datacenter, name);
    }

    public List<Datacenter> list(Transaction transaction, @Nullable UUID after, int limit) {
        return transaction.query(
                SELECT + "WHERE (?::uuid IS NULL OR id > ?) ORDER BY id LIMIT ?",
                Datacenters::datacenter,
                after,
                after,
                limit);
    }

    private static Datacenter datacenter(Row row) {
        return new Datacenter(
                new Id(IdKind.DATACENTER, row.uuid("id")),
                row.text("name"),
                row.text("description"),
                row.instant("created_at"));
    }
}

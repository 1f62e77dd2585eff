package no.dataverket.sentral.inventory.element;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.core.db.DatabaseFailure;
import no.dataverket.core.db.Row;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.json.Json;
import org.jspecify.annotations.Nullable;

/// Elements and their relations in PostgreSQL.
public final class Elements {

    private static final String SELECT = """
            SELECT id, key, declared::text AS declared, trusted::text AS trusted, declared_by, confirmed_at
            FROM inventory.element
            """;
    private static final Map<String, String> CONSTRAINTS = Map.of(
            "element_serial", "A serial number would be there twice.",
            "element_asset_tag", "An asset tag would be there twice.",
            "element_mac", "A hardware address would be there twice.",
            "element_hypervisor", "Two devices would have the same hypervisor.",
            "element_rack_unit", "Two devices would be in the same rack unit.",
            "edge_port_once", "A port would be in two cables.");

    /// What a list is narrowed to.
    ///
    /// @param datacenter null for any
    /// @param fields values that fields must have
    public record Filter(@Nullable String datacenter, Map<String, String> fields) {}

    /// Keeps all others from changing declarations until the transaction ends.
    ///
    /// @return the generation of the inventory
    public long lock(Transaction transaction) {
        return transaction.one(
                "SELECT number FROM inventory.inventory_generation FOR UPDATE", row -> row.number("number"));
    }

    /// The generation of the inventory.
    public long generation(Transaction transaction) {
        return transaction.one("SELECT number FROM inventory.inventory_generation", row -> row.number("number"));
    }

    /// Everything that is declared, by key.
    public SortedMap<String, StoredElement> all(Transaction transaction) {
        return byKey(transaction.query(SELECT, Elements::read));
    }

    /// Everything but the ports, of which there are many.
    public SortedMap<String, StoredElement> withoutPorts(Transaction transaction) {
        return byKey(transaction.query(SELECT + "WHERE kind <> 'PORT'", Elements::read));
    }

    /// The places and sets: all but devices, ports and cables.
    public SortedMap<String, StoredElement> places(Transaction transaction) {
        return byKey(transaction.query(SELECT + "WHERE kind NOT IN ('DEVICE', 'PORT', 'LINK')", Elements::read));
    }

    /// All of a datacenter.
    public SortedMap<String, StoredElement> ofDatacenter(Transaction transaction, String datacenter) {
        return byKey(transaction.query(SELECT + "WHERE datacenter = ?", Elements::read, datacenter));
    }

    /// A device and its ports.
    public SortedMap<String, StoredElement> ofDevice(Transaction transaction, String device) {
        return byKey(transaction.query(SELECT + "WHERE key = ? OR device = ?", Elements::read, device, device));
    }

    public Optional<StoredElement> find(Transaction transaction, String key) {
        return transaction.first(SELECT + "WHERE key = ?", Elements::read, key);
    }

    public Optional<StoredElement> find(Transaction transaction, Id id) {
        return transaction.first(SELECT + "WHERE id = ?", Elements::read, id);
    }

    /// Of a kind and a name, in one datacenter or any.
    public List<StoredElement> named(
            Transaction transaction, ElementKind kind, @Nullable String datacenter, String name) {
        return transaction.query(
                SELECT + "WHERE kind = ? AND name = ? AND (?::text IS NULL OR datacenter = ?) ORDER BY id LIMIT 2",
                Elements::read,
                kind,
                name,
                datacenter,
                datacenter);
    }

    /// The device that a hypervisor is declared to run on.
    public Optional<StoredElement> deviceOf(Transaction transaction, String hypervisor) {
        return transaction.first(SELECT + "WHERE hypervisor = ?", Elements::read, hypervisor);
    }

    /// Elements in order of their ids.
    public List<StoredElement> list(
            Transaction transaction, List<ElementKind> kinds, Filter filter, @Nullable UUID after, int limit) {
        return transaction.query(
                SELECT + """
                        WHERE kind = ANY (?) AND (?::uuid IS NULL OR id > ?) AND (?::text IS NULL OR datacenter = ?)
                          AND declared @> ?::jsonb
                        ORDER BY id LIMIT ?
                        """,
                Elements::read,
                kinds.stream().map(Enum::name).toList(),
                after,
                after,
                filter.datacenter(),
                filter.datacenter(),
                Json.tree(filter.fields()),
                limit);
    }

    /// Cables with an end at a device, in order of their ids.
    public List<StoredElement> linksOf(Transaction transaction, String device, @Nullable UUID after, int limit) {
        return transaction.query(SELECT + """
                        WHERE kind = 'LINK' AND (?::uuid IS NULL OR id > ?) AND id IN (
                            SELECT e.owner FROM inventory.edge e JOIN inventory.element p ON p.key = e.target
                            WHERE e.type = 'CONNECTED_TO' AND p.device = ?)
                        ORDER BY id LIMIT ?
                        """, Elements::read, after, after, device, limit);
    }

    /// How many of each kind a datacenter has.
    public Map<String, Long> count(Transaction transaction, String datacenter) {
        var counts = new TreeMap<String, Long>();
        transaction.query(
                "SELECT kind, count(*) AS n FROM inventory.element WHERE datacenter = ? GROUP BY kind",
                row -> counts.put(row.text("kind"), row.number("n")),
                datacenter);
        return counts;
    }

    /// Writes elements as they are declared now, and their relations, and takes others away; then the inventory
    /// is of the next generation. What they are trusted with stays.
    ///
    /// @param declarer who declares the fields on which others rely
    /// @return the new generation
    /// @throws Failure `INVENTORY_CONFLICT` if a constraint would be violated
    public long write(
            Transaction transaction, Collection<Element> declared, Collection<String> removed, UUID declarer) {
        try {
            transaction.update("SET CONSTRAINTS ALL DEFERRED");
            transaction.update("DELETE FROM inventory.element WHERE key = ANY (?)", removed);
            var keys =
                    declared.stream().map(element -> element.key().toString()).toList();
            transaction.update("""
                    DELETE FROM inventory.edge WHERE owner IN (SELECT id FROM inventory.element WHERE key = ANY (?))
                    """, keys);
            transaction.update("""
                    INSERT INTO inventory.element (id, kind, key, datacenter, name, declared, declared_by)
                    SELECT id, kind, key, datacenter, name, declared, ?
                    FROM jsonb_to_recordset(?::jsonb) AS e
                        (id uuid, kind text, key text, datacenter text, name text, declared jsonb)
                    ON CONFLICT (key) DO UPDATE
                    SET declared = excluded.declared, declared_by = excluded.declared_by, confirmed_at = NULL,
                        updated_at = now()
                    """, declarer, Json.tree(rows(declared)));
            transaction.update("""
                    INSERT INTO inventory.edge (owner, source, type, target)
                    SELECT o.id, e.source, e.type, e.target
                    FROM jsonb_to_recordset(?::jsonb) AS e (owner text, source text, type text, target text)
                    JOIN inventory.element o ON o.key = e.owner
                    """, Json.tree(edges(declared)));
            transaction.update("SET CONSTRAINTS ALL IMMEDIATE");
        } catch (DatabaseFailure failure) {
            throw conflict(failure);
        }
        return transaction.one(
                "UPDATE inventory.inventory_generation SET number = number + 1 RETURNING number",
                row -> row.number("number"));
    }

    /// Makes fields trusted, by key.
    public void trust(Transaction transaction, Map<String, SortedMap<String, String>> fields) {
        transaction.update("""
                UPDATE inventory.element e SET trusted = t.value, updated_at = now()
                FROM jsonb_each(?::jsonb) t WHERE e.key = t.key
                """, Json.tree(fields));
    }

    /// Notes when a complete observation agreed with elements, by key.
    public void confirm(Transaction transaction, Map<String, Instant> times) {
        transaction.update("""
                UPDATE inventory.element e SET confirmed_at = t.value::timestamptz
                FROM jsonb_each_text(?::jsonb) t
                WHERE e.key = t.key AND (e.confirmed_at IS NULL OR e.confirmed_at < t.value::timestamptz)
                """, Json.tree(times));
    }

    /// Just what is declared.
    public static SortedMap<String, Element> declared(SortedMap<String, StoredElement> stored) {
        var elements = new TreeMap<String, Element>();
        stored.forEach((key, element) -> elements.put(key, element.element()));
        return elements;
    }

    private static RuntimeException conflict(DatabaseFailure failure) {
        for (var constraint : CONSTRAINTS.entrySet()) {
            if (failure.violates(constraint.getKey())) {
                return Failure.of(ProblemCode.INVENTORY_CONFLICT, constraint.getValue());
            }
        }
        return failure;
    }

    private static List<Map<String, Object>> rows(Collection<Element> declared) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var element : declared) {
            var row = new TreeMap<String, Object>(Map.of(
                    "id", Id.next(IdKind.ELEMENT).uuid().toString(),
                    "kind", element.kind().name(),
                    "key", element.key().toString(),
                    "name", element.key().name(),
                    "declared", element.fields()));
            var datacenter = element.key().datacenter();
            if (datacenter != null) {
                row.put("datacenter", datacenter);
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<Map<String, String>> edges(Collection<Element> declared) {
        var rows = new ArrayList<Map<String, String>>();
        for (var element : declared) {
            for (var edge : element.edges()) {
                rows.add(Map.of(
                        "owner", element.key().toString(),
                        "source", edge.source(),
                        "type", edge.type().name(),
                        "target", edge.target()));
            }
        }
        return rows;
    }

    private static SortedMap<String, StoredElement> byKey(List<StoredElement> found) {
        var sorted = new TreeMap<String, StoredElement>();
        found.forEach(element -> sorted.put(element.key(), element));
        return sorted;
    }

    private static StoredElement read(Row row) {
        var key = Key.parse(row.text("key")).orElseThrow();
        return new StoredElement(
                new Id(IdKind.ELEMENT, row.uuid("id")),
                new Element(key, fields(row.text("declared"))),
                row.textOrNull("trusted") == null ? null : fields(row.text("trusted")),
                row.uuidOrNull("declared_by"),
                row.instantOrNull("confirmed_at"));
    }

    private static SortedMap<String, String> fields(String json) {
        var fields = new TreeMap<String, String>();
        Json.tree(json)
                .properties()
                .forEach(entry -> fields.put(entry.getKey(), entry.getValue().asString()));
        return fields;
    }
}

package no.dataverket.sentral.inventory.observation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.api.inventory.Drift;
import no.dataverket.contract.api.inventory.Drift.DriftKind;
import no.dataverket.contract.api.inventory.Drift.DriftSeverity;
import no.dataverket.contract.api.inventory.Drift.DriftState;
import no.dataverket.core.db.Row;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.json.Json;
import no.dataverket.sentral.inventory.element.Element;
import no.dataverket.sentral.inventory.element.ElementKind;
import no.dataverket.sentral.inventory.element.Elements;
import no.dataverket.sentral.inventory.element.Key;
import org.jspecify.annotations.Nullable;

/// The differences that are known, in PostgreSQL. A difference that is found again keeps its age and what was
/// decided about it, as long as its two values are the same; one that is not found again is gone.
public final class DriftBook {

    /// What an operator does about a difference.
    public static final String RUNBOOK = "rb-inv-001";

    private static final String SELECT = """
            SELECT id, subject, datacenter, field, difference, declared, observed, severity, since, observed_at, source,
                   reason, trust_change, state, ignored_until
            FROM inventory.drift_now
            """;

    private final Elements elements;
    private final ObservationLog log;

    public DriftBook(Elements elements, ObservationLog log) {
        this.elements = elements;
        this.log = log;
    }

    /// What a list is narrowed to; null for no narrowing.
    public record Filter(
            @Nullable String datacenter,
            @Nullable DriftSeverity severity,
            @Nullable DriftState state) {}

    /// Compares anew all that an observation of a scope may have changed.
    public void compareScope(Transaction transaction, String scope) {
        var key = Key.parse(scope).orElseThrow();
        if (key.kind() == ElementKind.DEVICE) {
            compareDevice(transaction, scope, java.util.Objects.requireNonNull(key.datacenter()));
        } else {
            compareDatacenter(transaction, java.util.Objects.requireNonNull(key.datacenter()));
        }
    }

    /// Compares a whole datacenter anew.
    public void compareDatacenter(Transaction transaction, String datacenter) {
        var declared = Elements.declared(elements.ofDatacenter(transaction, datacenter));
        var result = DriftFinder.find(declared, log.newestOfDatacenter(transaction, datacenter));
        keep(transaction, result, "datacenter = ?", datacenter);
    }

    private void compareDevice(Transaction transaction, String device, String datacenter) {
        var declared = Elements.declared(elements.ofDevice(transaction, device));
        var scopes = new ArrayList<>(List.of(device, "datacenter." + datacenter));
        var own = declared.get(device);
        if (own != null) {
            scopes.addAll(own.keys("rack"));
        }
        var found = DriftFinder.find(declared, log.newest(transaction, scopes));
        // The wider scopes saw others too, of which nothing was read here.
        var ports = "port" + device.substring(device.indexOf('.')) + ".";
        var result = new DriftFinder.Result(
                found.findings().stream()
                        .filter(finding -> finding.subject().equals(device)
                                || finding.subject().startsWith(ports))
                        .toList(),
                found.confirmed());
        keep(transaction, result, "(subject = ? OR starts_with(subject, ?))", device, ports);
    }

    private void keep(Transaction transaction, DriftFinder.Result result, String within, String... scope) {
        var rows = new ArrayList<Map<String, Object>>();
        result.findings().forEach(finding -> rows.add(row(finding)));
        var tree = Json.tree(rows);
        var bound = new ArrayList<Object>(List.of((Object[]) scope));
        bound.add(tree);
        transaction.update("DELETE FROM inventory.drift d WHERE " + within + """
                         AND NOT EXISTS (
                            SELECT FROM jsonb_to_recordset(?::jsonb) AS f (subject text, field text)
                            WHERE f.subject = d.subject AND f.field = d.field)
                        """, bound.toArray());
        transaction.update("""
                INSERT INTO inventory.drift AS d (id, subject, datacenter, field, difference, declared, observed, severity,
                    since, observed_at, source)
                SELECT id, subject, datacenter, field, difference, declared, observed, severity, observed_at, observed_at,
                       source
                FROM jsonb_to_recordset(?::jsonb) AS f (id uuid, subject text, datacenter text, field text,
                    difference text, declared text, observed text, severity text, observed_at timestamptz, source text)
                ON CONFLICT (subject, field) DO UPDATE
                SET observed_at = excluded.observed_at, source = excluded.source, severity = excluded.severity,
                    difference = excluded.difference, declared = excluded.declared, observed = excluded.observed,
                    since = CASE WHEN (d.difference, d.declared, d.observed)
                            IS NOT DISTINCT FROM (excluded.difference, excluded.declared, excluded.observed)
                        THEN d.since ELSE excluded.since END,
                    state = CASE WHEN (d.difference, d.declared, d.observed)
                            IS NOT DISTINCT FROM (excluded.difference, excluded.declared, excluded.observed)
                        THEN d.state ELSE 'OPEN' END,
                    ignored_until = CASE WHEN (d.difference, d.declared, d.observed)
                            IS NOT DISTINCT FROM (excluded.difference, excluded.declared, excluded.observed)
                        THEN d.ignored_until END,
                    trust_change = CASE WHEN (d.difference, d.declared, d.observed)
                            IS NOT DISTINCT FROM (excluded.difference, excluded.declared, excluded.observed)
                        THEN d.trust_change END
                """, tree);
        // What was to be adopted must be what is seen now.
        transaction.update("""
                UPDATE inventory.trust_change t
                SET state = 'VOID', decided_at = now(), comment = 'what was observed changed'
                WHERE t.origin = 'drift' AND t.state = 'PENDING_APPROVAL'
                  AND NOT EXISTS (SELECT FROM inventory.drift d WHERE d.trust_change = t.id)
                """);
        elements.confirm(transaction, result.confirmed());
    }

    private static Map<String, Object> row(Finding finding) {
        var row = new TreeMap<String, Object>(Map.of(
                "id", Id.next(IdKind.DRIFT).uuid().toString(),
                "subject", finding.subject(),
                "datacenter", finding.datacenter(),
                "field", finding.field(),
                "difference", finding.difference().name(),
                "severity", finding.severity().name(),
                "observed_at", finding.observedAt().toString(),
                "source", finding.source()));
        if (finding.declared() != null) {
            row.put("declared", finding.declared());
        }
        if (finding.observed() != null) {
            row.put("observed", finding.observed());
        }
        return row;
    }

    public Optional<Drift> find(Transaction transaction, Id id) {
        return transaction.first(SELECT + "WHERE id = ?", DriftBook::drift, id);
    }

    public List<Drift> list(Transaction transaction, Filter filter, @Nullable UUID after, int limit) {
        return transaction.query(
                SELECT + """
                        WHERE (?::text IS NULL OR datacenter = ?) AND (?::text IS NULL OR severity = ?)
                          AND (?::text IS NULL OR state = ?) AND (?::uuid IS NULL OR id > ?)
                        ORDER BY id LIMIT ?
                        """,
                DriftBook::drift,
                filter.datacenter(),
                filter.datacenter(),
                filter.severity(),
                filter.severity(),
                filter.state(),
                filter.state(),
                after,
                after,
                limit);
    }

    /// How many are open in a datacenter, by severity.
    public Map<String, Long> open(Transaction transaction, String datacenter) {
        var counts = new TreeMap<String, Long>();
        transaction.query("""
                SELECT severity, count(*) AS n FROM inventory.drift_now
                WHERE datacenter = ? AND state = 'OPEN' GROUP BY severity
                """, row -> counts.put(row.text("severity"), row.number("n")), datacenter);
        return counts;
    }

    /// Keeps what was decided about a difference.
    public void decide(
            Transaction transaction,
            Id id,
            DriftState state,
            @Nullable Instant ignoredUntil,
            @Nullable String reason,
            @Nullable Id trustChange) {
        transaction.update(
                "UPDATE inventory.drift SET state = ?, ignored_until = ?, reason = ?, trust_change = ? WHERE id = ?",
                state,
                ignoredUntil,
                reason,
                trustChange,
                id);
    }

    /// Opens again what waited for a trust change that is decided.
    public void reopen(Transaction transaction, Id trustChange) {
        transaction.update(
                "UPDATE inventory.drift SET state = 'OPEN', trust_change = NULL WHERE trust_change = ?", trustChange);
    }

    /// The element as it would be if a difference were adopted; empty if it would be gone.
    public static Optional<Element> adopted(@Nullable Element declared, Drift drift) {
        return switch (drift.difference()) {
            case MISSING -> Optional.empty();
            case DIFFERENT -> {
                var fields =
                        new TreeMap<>(java.util.Objects.requireNonNull(declared).fields());
                fields.put(String.valueOf(drift.field()), String.valueOf(drift.observed()));
                yield Optional.of(new Element(declared.key(), fields));
            }
            case EXTRA -> {
                var key = Key.parse(drift.subject()).orElseThrow();
                var fields = new TreeMap<String, String>();
                Json.tree(String.valueOf(drift.observed()))
                        .properties()
                        .forEach(fact ->
                                fields.put(fact.getKey(), fact.getValue().asString()));
                if (key.kind() == ElementKind.PORT) {
                    fields.put("device", key.ofDevice().toString());
                }
                yield Optional.of(new Element(key, fields));
            }
        };
    }

    private static Drift drift(Row row) {
        var field = row.text("field");
        var trust = row.uuidOrNull("trust_change");
        return new Drift(
                new Id(IdKind.DRIFT, row.uuid("id")),
                row.text("subject"),
                row.text("datacenter"),
                field.isEmpty() ? null : field,
                DriftKind.valueOf(row.text("difference")),
                row.textOrNull("declared"),
                row.textOrNull("observed"),
                DriftSeverity.valueOf(row.text("severity")),
                DriftState.valueOf(row.text("state")),
                row.instant("since"),
                row.instant("observed_at"),
                row.text("source"),
                row.instantOrNull("ignored_until"),
                row.textOrNull("reason"),
                trust == null ? null : new Id(IdKind.TRUST_CHANGE, trust),
                RUNBOOK);
    }
}

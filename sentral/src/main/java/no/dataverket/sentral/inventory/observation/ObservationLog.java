package no.dataverket.sentral.inventory.observation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.api.inventory.Observation;
import no.dataverket.contract.api.inventory.ObservationCreate.ObservedSubject;
import no.dataverket.core.db.Row;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.json.Json;
import no.dataverket.sentral.inventory.element.Key;
import org.jspecify.annotations.Nullable;

/// Observations in PostgreSQL: written once, never changed, forgotten after a time. The newest complete one of
/// a source and a scope is kept however old it is.
public final class ObservationLog {

    /// How long an observation is kept that a newer one has replaced.
    public static final Duration KEPT = Duration.ofDays(30);

    private static final String HEAD = "SELECT id, source, scope, observed_at, recorded_at, complete, kinds, seen";
    private static final String FROM = " FROM inventory.observation ";
    private static final String SELECT = HEAD + ", subjects::text AS subjects" + FROM;

    public void insert(Transaction transaction, Observation observation) {
        transaction.update(
                """
                INSERT INTO inventory.observation
                    (id, source, scope, datacenter, observed_at, recorded_at, complete, kinds, subjects)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                """,
                observation.id(),
                observation.source(),
                observation.scope(),
                Key.parse(observation.scope()).orElseThrow().datacenter(),
                observation.observedAt(),
                observation.recordedAt(),
                observation.complete(),
                observation.kinds(),
                Json.tree(observation.subjects()));
    }

    public Optional<Observation> find(Transaction transaction, Id id) {
        return transaction.first(SELECT + "WHERE id = ?", ObservationLog::observation, id);
    }

    /// Observations in order of their ids, without what was seen.
    public List<Observation> list(
            Transaction transaction, @Nullable String scope, @Nullable String source, @Nullable UUID after, int limit) {
        return transaction.query(
                HEAD + FROM + """
                        WHERE (?::text IS NULL OR scope = ?) AND (?::text IS NULL OR source = ?)
                          AND (?::uuid IS NULL OR id > ?)
                        ORDER BY id LIMIT ?
                        """,
                row -> observation(row, List.of()),
                scope,
                scope,
                source,
                source,
                after,
                after,
                limit);
    }

    /// For each source the newest complete observation of each of some scopes.
    public List<Observation> newest(Transaction transaction, List<String> scopes) {
        return transaction.query("""
                SELECT DISTINCT ON (scope, source) id, source, scope, observed_at, recorded_at, complete, kinds,
                       seen, subjects::text AS subjects
                FROM inventory.observation WHERE complete AND scope = ANY (?)
                ORDER BY scope, source, observed_at DESC, id DESC
                """, ObservationLog::observation, scopes);
    }

    /// For each source and scope of a datacenter the newest complete observation.
    public List<Observation> newestOfDatacenter(Transaction transaction, String datacenter) {
        return transaction.query("""
                SELECT DISTINCT ON (scope, source) id, source, scope, observed_at, recorded_at, complete, kinds,
                       seen, subjects::text AS subjects
                FROM inventory.observation WHERE complete AND datacenter = ?
                ORDER BY scope, source, observed_at DESC, id DESC
                """, ObservationLog::observation, datacenter);
    }

    /// Forgets what a newer one has replaced long ago.
    public int forgetOld(Transaction transaction) {
        return transaction.update("""
                DELETE FROM inventory.observation o
                WHERE o.recorded_at < now() - make_interval(days => ?)
                  AND (NOT o.complete OR EXISTS (
                      SELECT FROM inventory.observation n
                      WHERE n.complete AND n.datacenter = o.datacenter AND n.scope = o.scope AND n.source = o.source
                        AND (n.observed_at, n.id) > (o.observed_at, o.id)))
                """, (int) KEPT.toDays());
    }

    private static Observation observation(Row row) {
        return observation(row, List.of(row.json("subjects", ObservedSubject[].class)));
    }

    private static Observation observation(Row row, List<ObservedSubject> subjects) {
        return new Observation(
                new Id(IdKind.OBSERVATION, row.uuid("id")),
                row.text("source"),
                row.text("scope"),
                row.instant("observed_at"),
                row.instant("recorded_at"),
                row.flag("complete"),
                row.texts("kinds"),
                row.integer("seen"),
                subjects);
    }
}

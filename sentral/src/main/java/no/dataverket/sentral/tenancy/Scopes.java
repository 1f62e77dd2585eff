package no.dataverket.sentral.tenancy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.core.db.DatabaseFailure;
import no.dataverket.core.db.Row;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.json.Json;
import org.jspecify.annotations.Nullable;

/// Tenants, projects and environments in PostgreSQL.
public final class Scopes {

    private static final String SELECT = """
            SELECT id, kind, parent, tenant, project, name, description, labels::text AS labels, deletion_protection,
                   generation, created_at
            FROM tenancy.scope
            """;

    /// Creates a scope.
    ///
    /// @throws Failure `NAME_TAKEN` if its parent has one of that name
    public void insert(Transaction transaction, Scope scope) {
        try {
            transaction.update(
                    """
                    INSERT INTO tenancy.scope
                        (id, kind, parent, tenant, project, name, description, labels, deletion_protection)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
                    """,
                    scope.id(),
                    scope.id().kind(),
                    scope.parent(),
                    scope.tenant(),
                    scope.project(),
                    scope.name(),
                    scope.description(),
                    Json.tree(scope.labels()),
                    scope.deletionProtection());
        } catch (DatabaseFailure failure) {
            if (failure.violates("scope_name")) {
                throw Failure.of(ProblemCode.NAME_TAKEN, "The name " + scope.name() + " is taken.");
            }
            throw failure;
        }
    }

    /// Writes what may be changed, and raises the generation.
    public void update(Transaction transaction, Scope scope) {
        transaction.update("""
                UPDATE tenancy.scope
                SET description = ?, labels = ?::jsonb, deletion_protection = ?, generation = generation + 1
                WHERE id = ?
                """, scope.description(), Json.tree(scope.labels()), scope.deletionProtection(), scope.id());
    }

    public void delete(Transaction transaction, Id id) {
        transaction.update("DELETE FROM tenancy.scope WHERE id = ?", id);
    }

    public Optional<Scope> find(Transaction transaction, Id id) {
        return transaction.first(SELECT + "WHERE id = ?", Scopes::scope, id);
    }

    /// Like [#find], and nobody else changes or deletes it until the transaction ends.
    public Optional<Scope> lock(Transaction transaction, Id id) {
        return transaction.first(SELECT + "WHERE id = ? FOR UPDATE", Scopes::scope, id);
    }

    /// Like [#find], and nobody deletes it until the transaction ends.
    public Optional<Scope> hold(Transaction transaction, Id id) {
        return transaction.first(SELECT + "WHERE id = ? FOR KEY SHARE", Scopes::scope, id);
    }

    /// A scope with all that it hangs under.
    public Optional<Lineage> lineage(Transaction transaction, Id id) {
        var line = transaction.query("""
                WITH RECURSIVE line AS (
                    SELECT *, 0 AS height FROM tenancy.scope WHERE id = ?
                    UNION ALL
                    SELECT above.*, line.height + 1 FROM tenancy.scope above JOIN line ON above.id = line.parent)
                SELECT id, kind, parent, tenant, project, name, description, labels::text AS labels, deletion_protection,
                       generation, created_at
                FROM line ORDER BY height DESC
                """, Scopes::scope, id);
        return line.isEmpty() ? Optional.empty() : Optional.of(new Lineage(line));
    }

    /// An environment by the names of all that it hangs under, held as by [#hold].
    ///
    /// @param tenant the tenant's name; null where it is told by the owner
    /// @param owner the tenant; null where it is told by its name
    public Optional<Lineage> holdLine(
            Transaction transaction, @Nullable String tenant, @Nullable Id owner, String project, String environment) {
        var line = transaction.query("""
                WITH held AS (
                    SELECT t.id AS tenant, p.id AS project, e.id AS environment
                    FROM tenancy.scope t
                    JOIN tenancy.scope p ON p.parent = t.id AND p.name = ?
                    JOIN tenancy.scope e ON e.parent = p.id AND e.name = ?
                    WHERE t.parent IS NULL AND (t.name = ? OR t.id = ?) FOR KEY SHARE OF e)
                SELECT s.id, kind, parent, s.tenant, s.project, name, description, labels::text AS labels,
                       deletion_protection, generation, created_at
                FROM held JOIN tenancy.scope s ON s.id IN (held.tenant, held.project, held.environment)
                ORDER BY s.project IS NOT NULL, s.id = held.environment
                """, Scopes::scope, project, environment, tenant, owner);
        return line.isEmpty() ? Optional.empty() : Optional.of(new Lineage(line));
    }

    public Optional<Scope> named(Transaction transaction, @Nullable Id parent, String name) {
        return transaction.first(
                SELECT + "WHERE parent IS NOT DISTINCT FROM ? AND name = ?",
                Scopes::scope,
                parent == null ? null : parent.uuid(),
                name);
    }

    /// Projects of a name in any of the tenants given; in every tenant where they are null.
    public List<Scope> projectsNamed(Transaction transaction, String name, @Nullable List<Id> tenants) {
        return transaction.query(
                SELECT
                        + "WHERE kind = 'PROJECT' AND name = ? AND (?::uuid[] IS NULL OR tenant = ANY (?::uuid[])) LIMIT 2",
                Scopes::scope,
                name,
                tenants,
                tenants);
    }

    /// Scopes of a kind, in order of their ids.
    ///
    /// @param parent only of this parent; of any where null
    /// @param after only later ones; from the first where null
    public List<Scope> list(
            Transaction transaction,
            IdKind kind,
            @Nullable Id parent,
            Visibility visible,
            @Nullable UUID after,
            int limit) {
        return transaction.query(
                SELECT + """
                        WHERE kind = ? AND (?::uuid IS NULL OR parent = ?) AND (?::uuid IS NULL OR id > ?)
                          AND (? OR tenant = ANY (?::uuid[]) OR project = ANY (?::uuid[])
                               OR (kind = 'TENANT' AND id = ANY (?::uuid[])))
                        ORDER BY id LIMIT ?
                        """,
                Scopes::scope,
                kind,
                parent,
                parent,
                after,
                after,
                visible.everything(),
                visible.tenants(),
                visible.projects(),
                visible.tenantsOfProjects(),
                limit);
    }

    /// Scopes of every kind, in order of their ids, each with all that it hangs under.
    ///
    /// @param kind only of this one; of any where null
    /// @param tenant only this one and what is in it; null for any
    /// @param project only this one and what is in it; null for any
    /// @param after only later ones; from the first where null
    public List<Lineage> lineages(
            Transaction transaction,
            @Nullable IdKind kind,
            @Nullable Id tenant,
            @Nullable Id project,
            Visibility visible,
            @Nullable UUID after,
            int limit) {
        var scopes = transaction.query(
                SELECT + """
                        WHERE (?::text IS NULL OR kind = ?) AND (?::uuid IS NULL OR tenant = ?) AND (?::uuid IS NULL OR project = ?)
                          AND (?::uuid IS NULL OR id > ?)
                          AND (? OR tenant = ANY (?::uuid[]) OR project = ANY (?::uuid[])
                               OR (kind = 'TENANT' AND id = ANY (?::uuid[])))
                        ORDER BY id LIMIT ?
                        """,
                Scopes::scope,
                kind,
                kind,
                tenant,
                tenant,
                project,
                project,
                after,
                after,
                visible.everything(),
                visible.tenants(),
                visible.projects(),
                visible.tenantsOfProjects(),
                limit);
        var above = scopes.stream()
                .flatMap(scope -> Stream.of(scope.tenant(), scope.project()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var known = new HashMap<Id, Scope>();
        transaction
                .query(SELECT + "WHERE id = ANY (?::uuid[])", Scopes::scope, above)
                .forEach(scope -> known.put(scope.id(), scope));
        return scopes.stream().map(scope -> lineage(scope, known)).toList();
    }

    private static Lineage lineage(Scope scope, Map<Id, Scope> known) {
        return new Lineage(Stream.of(scope.tenant(), scope.project(), scope.id())
                .filter(Objects::nonNull)
                .distinct()
                .map(id -> id.equals(scope.id()) ? scope : known.get(id))
                .filter(Objects::nonNull)
                .toList());
    }

    /// Names of what hangs directly under a scope.
    public List<String> children(Transaction transaction, Id parent) {
        return transaction.query(
                "SELECT name FROM tenancy.scope WHERE parent = ? ORDER BY name LIMIT 10",
                row -> row.text("name"),
                parent);
    }

    /// What hangs directly under a scope; nobody changes it, or makes something in it, until the transaction ends.
    public List<Scope> below(Transaction transaction, Id parent) {
        return transaction.query(SELECT + "WHERE parent = ? ORDER BY id FOR UPDATE", Scopes::scope, parent);
    }

    private static Scope scope(Row row) {
        var kind = IdKind.valueOf(row.text("kind"));
        var parentKind = kind == IdKind.ENVIRONMENT ? IdKind.PROJECT : IdKind.TENANT;
        var parent = row.uuidOrNull("parent");
        var project = row.uuidOrNull("project");
        @SuppressWarnings("unchecked")
        Map<String, String> labels = row.json("labels", Map.class);
        return new Scope(
                new Id(kind, row.uuid("id")),
                parent == null ? null : new Id(parentKind, parent),
                new Id(IdKind.TENANT, row.uuid("tenant")),
                project == null ? null : new Id(IdKind.PROJECT, project),
                row.text("name"),
                row.text("description"),
                labels,
                row.flag("deletion_protection"),
                row.number("generation"),
                row.instant("created_at"));
    }
}

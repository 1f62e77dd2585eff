package no.dataverket.sentral.offerings;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.Problem.Violation;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.ShapeCreate;
import no.dataverket.core.db.Row;
import no.dataverket.core.db.Transaction;
import no.dataverket.sentral.tenancy.Scope;
import no.dataverket.sentral.tenancy.Visibility;
import org.jspecify.annotations.Nullable;

/// The sizes that machines come in, and who may use which. What is withdrawn or retired concerns what is
/// new: a machine keeps its size.
final class Shapes {

    private static final String SELECT = "SELECT s.* FROM offerings.shape s ";

    private static final String VISIBLE = """
            (? OR s.everyone OR EXISTS (
                SELECT FROM offerings.shape_offer o
                WHERE o.shape = s.id
                  AND (o.tenant = ANY (?::uuid[]) OR o.project = ANY (?::uuid[])
                       OR (o.project IS NULL AND o.tenant = ANY (?::uuid[])))))
            """;

    private Shapes() {}

    /// What a machine has.
    record Size(int vcpus, int memoryMib, int diskGib) {

        /// Of each the larger one.
        Size orLarger(Size other) {
            return new Size(
                    Math.max(vcpus, other.vcpus),
                    Math.max(memoryMib, other.memoryMib),
                    Math.max(diskGib, other.diskGib));
        }

        Size withDisk(int gib) {
            return new Size(vcpus, memoryMib, gib);
        }
    }

    /// @param hypervisorClass of the hypervisors that its machines run on; any where null
    /// @param retiredAt null for one that new machines may have
    record Stored(
            Id id,
            String name,
            String description,
            Size size,
            @Nullable String hypervisorClass,
            boolean everyone,
            Instant createdAt,
            @Nullable Instant retiredAt) {}

    /// @throws Failure `NAME_TAKEN`, also by one that is retired
    static Stored create(Transaction transaction, ShapeCreate wanted) {
        var id = Id.next(IdKind.SHAPE);
        transaction.write(
                failure -> failure.violates("shape_name")
                        ? Failure.of(ProblemCode.NAME_TAKEN, "The name " + wanted.name() + " is taken.")
                                .hint("See what there is: dvce shape list --retired true")
                        : failure,
                """
                INSERT INTO offerings.shape (id, name, description, vcpus, memory_mib, disk_gib, hypervisor_class, everyone)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                wanted.name(),
                Objects.requireNonNullElse(wanted.description(), ""),
                wanted.vcpus(),
                wanted.memoryMib(),
                wanted.diskGib(),
                wanted.hypervisorClass(),
                Objects.requireNonNullElse(wanted.everyone(), true));
        return find(transaction, id.toString()).orElseThrow();
    }

    /// By name or identifier, whoever may use it.
    static Optional<Stored> find(Transaction transaction, String named) {
        return named(transaction, named, "");
    }

    /// Like [#find], and nobody else changes it until the transaction ends.
    static Optional<Stored> lock(Transaction transaction, String named) {
        return named(transaction, named, " FOR UPDATE");
    }

    /// What a new machine of a project can have. It is not retired before the transaction ends.
    ///
    /// @throws Failure `INVALID_REFERENCE`, also for one that is not offered to the project, or is retired
    static Stored usable(Transaction transaction, String named, Id tenant, Id project) {
        var shape = named(transaction, named, " FOR SHARE")
                .filter(found -> found.everyone() || isOffered(transaction, found.id(), tenant, project))
                .orElseThrow(() -> refused("REFERENCE", "There is no shape " + named + " here."));
        if (shape.retiredAt() != null) {
            throw refused("RETIRED", "The shape " + named + " is retired.");
        }
        return shape;
    }

    /// Those that somebody may know of, in order of their identifiers.
    static List<Stored> list(
            Transaction transaction, Visibility visible, boolean retired, @Nullable UUID after, int limit) {
        return transaction.query(
                SELECT + "WHERE (?::uuid IS NULL OR s.id > ?) AND (? OR s.retired_at IS NULL) AND " + VISIBLE
                        + " ORDER BY s.id LIMIT ?",
                Shapes::stored,
                after,
                after,
                retired,
                visible.everything(),
                visible.tenants(),
                visible.projects(),
                visible.tenantsOfProjects(),
                limit);
    }

    /// Whether somebody may know of it.
    static boolean isVisible(Transaction transaction, Visibility visible, Id shape) {
        return transaction
                .first(
                        "SELECT 1 FROM offerings.shape s WHERE s.id = ? AND " + VISIBLE,
                        row -> true,
                        shape,
                        visible.everything(),
                        visible.tenants(),
                        visible.projects(),
                        visible.tenantsOfProjects())
                .isPresent();
    }

    /// Retires it.
    static Stored retire(Transaction transaction, Stored shape) {
        transaction.update("UPDATE offerings.shape SET retired_at = now() WHERE id = ?", shape.id());
        return find(transaction, shape.id().toString()).orElseThrow();
    }

    /// @return false if it was offered so before
    static boolean offer(Transaction transaction, Id shape, Scope scope) {
        return transaction.update("""
                        INSERT INTO offerings.shape_offer (shape, tenant, project) VALUES (?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """, shape, scope.tenant(), scope.project()) == 1;
    }

    /// @return false if it was not offered so
    static boolean withdraw(Transaction transaction, Id shape, Scope scope) {
        return transaction.update("""
                        DELETE FROM offerings.shape_offer
                        WHERE shape = ? AND tenant = ? AND project IS NOT DISTINCT FROM ?::uuid
                        """, shape, scope.tenant(), scope.project()) == 1;
    }

    /// The tenants and projects that it is offered to.
    static List<Id> offeredTo(Transaction transaction, Id shape) {
        return transaction.query(
                "SELECT tenant, project FROM offerings.shape_offer WHERE shape = ? ORDER BY tenant, project",
                row -> {
                    var project = row.uuidOrNull("project");
                    return project == null
                            ? new Id(IdKind.TENANT, row.uuid("tenant"))
                            : new Id(IdKind.PROJECT, project);
                },
                shape);
    }

    /// Forgets what a tenant or project that is gone could use.
    static void forgetScope(Transaction transaction, Id scope) {
        transaction.update("DELETE FROM offerings.shape_offer WHERE ? IN (tenant, project)", scope);
    }

    private static boolean isOffered(Transaction transaction, Id shape, Id tenant, Id project) {
        return transaction.first("""
                        SELECT 1 FROM offerings.shape_offer
                        WHERE shape = ? AND tenant = ? AND (project IS NULL OR project = ?) LIMIT 1
                        """, row -> true, shape, tenant, project).isPresent();
    }

    private static Optional<Stored> named(Transaction transaction, String named, String hold) {
        var id = Id.tryParse(named);
        return id.isPresent()
                ? id.filter(parsed -> parsed.kind() == IdKind.SHAPE)
                        .flatMap(parsed -> transaction.first(SELECT + "WHERE s.id = ?" + hold, Shapes::stored, parsed))
                : transaction.first(SELECT + "WHERE s.name = ?" + hold, Shapes::stored, named);
    }

    private static Failure refused(String code, String detail) {
        return Failure.of(ProblemCode.INVALID_REFERENCE, detail)
                .hint("See what there is: dvce shape list")
                .violations(List.of(new Violation("/shape", code, detail)));
    }

    private static Stored stored(Row row) {
        return new Stored(
                new Id(IdKind.SHAPE, row.uuid("id")),
                row.text("name"),
                row.text("description"),
                new Size(row.integer("vcpus"), row.integer("memory_mib"), row.integer("disk_gib")),
                row.textOrNull("hypervisor_class"),
                row.flag("everyone"),
                row.instant("created_at"),
                row.instantOrNull("retired_at"));
    }
}

package no.dataverket.sentral.inventory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Phase;
import no.dataverket.core.db.Row;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.json.JsonText;
import no.dataverket.sentral.tenancy.Visibility;
import org.jspecify.annotations.Nullable;

/// Resources in PostgreSQL.
public final class Resources {

    static final String SELECT = """
            SELECT id, kind, tenant, project, environment, datacenter, name, generation, phase, spec::text AS spec,
                   status::text AS status, active_task, created_at
            FROM inventory.resource
            """;

    static final String ON_HYPERVISOR = "WHERE hypervisor = ? ORDER BY id";

    private static final String NEWEST_READY = SELECT + """
            WHERE kind = ? AND environment IS NULL AND datacenter = ? AND phase = 'READY' AND starts_with(name, ? || '@')
              AND NOT coalesce((spec ->> 'retired')::boolean, false)
            ORDER BY id DESC LIMIT 1
            """;

    /// Writes a resource. If the environment, or for the platform's own the datacenter, has one of that name, the
    /// transaction ends with `NAME_TAKEN`.
    public void insert(Transaction transaction, Resource resource) {
        transaction.write(
                failure -> failure.violates("resource_name") || failure.violates("platform_resource_name")
                        ? Failure.of(ProblemCode.NAME_TAKEN, "The name " + resource.name() + " is taken.")
                        : failure,
                """
                INSERT INTO inventory.resource (id, kind, tenant, project, environment, datacenter, name, generation,
                    phase, spec, status, active_task, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?)
                """,
                resource.id(),
                resource.id().kind(),
                resource.tenant(),
                resource.project(),
                resource.environment(),
                resource.datacenter(),
                resource.name(),
                resource.generation(),
                resource.phase(),
                resource.specText(),
                resource.statusText(),
                resource.activeTask(),
                resource.createdAt());
    }

    public Optional<Resource> find(Transaction transaction, Id id) {
        return transaction.first(SELECT + "WHERE id = ? AND kind = ?", Resources::resource, id, id.kind());
    }

    /// Like [#find], and nobody else changes it until the transaction ends.
    public Optional<Resource> lock(Transaction transaction, Id id) {
        return transaction.first(SELECT + "WHERE id = ? AND kind = ? FOR UPDATE", Resources::resource, id, id.kind());
    }

    /// Like [#find], and nobody changes or deletes it until the transaction ends, though others may hold it
    /// as well.
    public Optional<Resource> hold(Transaction transaction, Id id) {
        return transaction.first(SELECT + "WHERE id = ? AND kind = ? FOR SHARE", Resources::resource, id, id.kind());
    }

    public Optional<Resource> named(Transaction transaction, IdKind kind, Id environment, String name) {
        return transaction.first(
                SELECT + "WHERE kind = ? AND environment = ? AND name = ?",
                Resources::resource,
                kind,
                environment,
                name);
    }

    /// What belongs to the platform, by name; in any datacenter where that is null.
    public List<Resource> platformNamed(
            Transaction transaction, IdKind kind, @Nullable String datacenter, String name) {
        return transaction.query(
                SELECT
                        + "WHERE kind = ? AND environment IS NULL AND (?::text IS NULL OR datacenter = ?) AND name = ? "
                        + "ORDER BY id",
                Resources::resource,
                kind,
                datacenter,
                datacenter,
                name);
    }

    /// What belongs to the platform by any of these names, in every datacenter.
    public List<Resource> platformNamed(Transaction transaction, IdKind kind, List<String> names) {
        return transaction.query(
                SELECT + "WHERE kind = ? AND environment IS NULL AND name = ANY (?::text[]) ORDER BY datacenter, id",
                Resources::resource,
                kind,
                names);
    }

    /// Machines that are made from any of these images, in order of their ids.
    public List<Resource> madeFrom(Transaction transaction, List<Id> images, @Nullable UUID after, int limit) {
        return transaction.query(
                SELECT + """
                        WHERE kind = 'VM' AND spec ->> 'image' = ANY (?::text[]) AND (?::uuid IS NULL OR id > ?)
                        ORDER BY id LIMIT ?
                        """,
                Resources::resource,
                images.stream().map(Id::toString).toList(),
                after,
                after,
                limit);
    }

    /// Snapshots of a volume, the first few.
    public List<Resource> snapshotsOf(Transaction transaction, Id volume, int limit) {
        return transaction.query(
                SELECT + "WHERE kind = 'SNAPSHOT' AND spec ->> 'volume' = ? ORDER BY id LIMIT ?",
                Resources::resource,
                volume.toString(),
                limit);
    }

    /// Tenants' resources of a name that an actor can see; at most two, which is enough to know that it is
    /// ambiguous.
    public List<Resource> visibleNamed(
            Transaction transaction, IdKind kind, Visibility visible, ResourceFilter filter, String name) {
        return transaction.query(
                SELECT + """
                        WHERE kind = ? AND environment IS NOT NULL AND name = ? AND (?::uuid IS NULL OR tenant = ?)
                          AND (?::uuid IS NULL OR project = ?)
                          AND (? OR tenant = ANY (?::uuid[]) OR project = ANY (?::uuid[]))
                        ORDER BY id LIMIT 2
                        """,
                Resources::resource,
                kind,
                name,
                filter.tenant(),
                filter.tenant(),
                filter.project(),
                filter.project(),
                visible.everything(),
                visible.tenants(),
                visible.projects());
    }

    /// Resources of a kind, in order of their ids.
    public List<Resource> list(
            Transaction transaction,
            IdKind kind,
            Visibility visible,
            ResourceFilter filter,
            @Nullable UUID after,
            int limit) {
        var page = new ResourceList(kind, filter, after, limit).visible(SELECT, visible);
        return transaction.search(
                page.sql(), Resources::resource, page.parameters().toArray());
    }

    /// The newest ready version of a family of images that is not retired: names are `family@version`.
    public Optional<Resource> newestReady(Transaction transaction, IdKind kind, String datacenter, String family) {
        return transaction.first(NEWEST_READY, Resources::resource, kind, datacenter, family);
    }

    /// Like [#newestReady], and as [#hold] does.
    public Optional<Resource> holdNewestReady(Transaction transaction, IdKind kind, String datacenter, String family) {
        return transaction.first(NEWEST_READY + "FOR SHARE", Resources::resource, kind, datacenter, family);
    }

    /// Like [#named], and as [#hold] does.
    public Optional<Resource> holdNamed(Transaction transaction, IdKind kind, Id environment, String name) {
        return transaction.first(
                SELECT + "WHERE kind = ? AND environment = ? AND name = ? FOR SHARE",
                Resources::resource,
                kind,
                environment,
                name);
    }

    /// Machines that have a shape, in order of their identifiers.
    public List<Resource> machinesOf(Transaction transaction, String shape, @Nullable UUID after, int limit) {
        return transaction.query(
                SELECT
                        + "WHERE kind = 'VM' AND spec ->> 'shape' = ? AND (?::uuid IS NULL OR id > ?) ORDER BY id LIMIT ?",
                Resources::resource,
                shape,
                after,
                after,
                limit);
    }

    /// How many machines have a shape.
    public long countMachinesOf(Transaction transaction, String shape) {
        return transaction.one(
                "SELECT count(*) AS machines FROM inventory.resource WHERE kind = 'VM' AND spec ->> 'shape' = ?",
                row -> row.number("machines"),
                shape);
    }

    /// Whether any hypervisor of a datacenter has at least this much in all, used or not.
    public boolean anyHypervisorOfSize(Transaction transaction, String datacenter, int vcpus, int memoryMib) {
        return transaction.one("""
                SELECT EXISTS (
                    SELECT 1 FROM inventory.resource
                    WHERE kind = 'HYPERVISOR' AND datacenter = ? AND phase <> 'FAILED'
                      AND (status ->> 'vcpus')::int >= ? AND (status ->> 'memory_mib')::int >= ?) AS fits
                """, row -> row.flag("fits"), datacenter, vcpus, memoryMib);
    }

    /// The most that one hypervisor of a datacenter could give to a single machine, if it were empty: of each
    /// what the largest has. Zero where none takes machines.
    public Capacity largestHypervisor(Transaction transaction, String datacenter) {
        return transaction.one("""
                SELECT coalesce(max((status ->> 'vcpus')::bigint), 0) AS vcpus,
                       coalesce(max((status ->> 'memory_mib')::bigint), 0) AS memory_mib
                FROM inventory.resource
                WHERE kind = 'HYPERVISOR' AND datacenter = ? AND phase = 'READY' AND (spec ->> 'schedulable')::boolean
                """, row -> new Capacity(row.number("vcpus"), row.number("memory_mib")), datacenter);
    }

    /// What the hypervisors of a datacenter offer: all of those that take new machines, and of the others
    /// what their machines hold.
    public Capacity capacity(Transaction transaction, String datacenter) {
        return transaction.one("""
                SELECT coalesce(sum(CASE WHEN (spec ->> 'schedulable')::boolean THEN (status ->> 'vcpus')::bigint
                                         ELSE (status ->> 'vcpus_reserved')::bigint END), 0) AS vcpus,
                       coalesce(sum(CASE WHEN (spec ->> 'schedulable')::boolean THEN (status ->> 'memory_mib')::bigint
                                         ELSE (status ->> 'memory_mib_reserved')::bigint END), 0) AS memory_mib
                FROM inventory.resource WHERE kind = 'HYPERVISOR' AND datacenter = ? AND phase <> 'FAILED'
                """, row -> new Capacity(row.number("vcpus"), row.number("memory_mib")), datacenter);
    }

    /// Whether a datacenter in which tenants have something would be without a hypervisor, were this one gone.
    public boolean isLastHypervisorOfWork(Transaction transaction, Resource hypervisor) {
        return transaction.one(
                """
                SELECT NOT EXISTS (
                        SELECT 1 FROM inventory.resource
                        WHERE kind = 'HYPERVISOR' AND datacenter = ? AND phase <> 'FAILED' AND id <> ?)
                    AND EXISTS (SELECT 1 FROM inventory.resource WHERE datacenter = ? AND tenant IS NOT NULL) AS last
                """, row -> row.flag("last"), hypervisor.datacenter(), hypervisor.id(), hypervisor.datacenter());
    }

    /// Machines that are known to have their place on a hypervisor.
    public List<Resource> machinesOn(Transaction transaction, Id hypervisor) {
        return transaction.query(SELECT + ON_HYPERVISOR, Resources::resource, hypervisor.toString());
    }

    /// Virtual CPUs and memory in MiB.
    public record Capacity(long vcpus, long memoryMib) {}

    /// Writes a new specification and raises the generation.
    public void respecify(Transaction transaction, Id id, Record spec) {
        transaction.write(
                "UPDATE inventory.resource SET spec = ?::jsonb, generation = generation + 1, updated_at = now() WHERE id = ?",
                JsonText.of(spec),
                id);
    }

    /// Writes what is now known.
    public void observe(Transaction transaction, Id id, Phase phase, Record status) {
        transaction.write(
                "UPDATE inventory.resource SET phase = ?, status = ?::jsonb, updated_at = now() WHERE id = ?",
                phase,
                JsonText.of(status),
                id);
    }

    /// Writes that what is known was seen again, and nothing else: the resource counts as unchanged, so that no index
    /// has to be written.
    public void confirm(Transaction transaction, Id id, Record status) {
        transaction.write("UPDATE inventory.resource SET status = ?::jsonb WHERE id = ?", JsonText.of(status), id);
    }

    /// Says which task changes the resource, and the phase that it is in meanwhile.
    public void occupy(Transaction transaction, Id id, Id task, Phase phase) {
        transaction.write(
                "UPDATE inventory.resource SET active_task = ?, phase = ?, updated_at = now() WHERE id = ?",
                task,
                phase,
                id);
    }

    /// Says that no task changes the resource any more.
    public void settle(Transaction transaction, Id id, Phase phase) {
        transaction.write(
                "UPDATE inventory.resource SET active_task = NULL, phase = ?, updated_at = now() WHERE id = ?",
                phase,
                id);
    }

    /// Writes what is now known, and that no task changes the resource any more.
    public void settle(Transaction transaction, Id id, Phase phase, Record status) {
        transaction.write(
                "UPDATE inventory.resource SET active_task = NULL, phase = ?, status = ?::jsonb, updated_at = now() "
                        + "WHERE id = ?",
                phase,
                JsonText.of(status),
                id);
    }

    public void delete(Transaction transaction, Id id) {
        transaction.write("DELETE FROM inventory.resource WHERE id = ?", id);
    }

    /// Names of what is in an environment, the first few.
    public List<String> namesIn(Transaction transaction, Id environment) {
        return transaction.query(
                "SELECT name FROM inventory.resource WHERE environment = ? ORDER BY name LIMIT 10",
                row -> row.text("name"),
                environment);
    }

    private static Resource resource(Row row) {
        return new Resource(
                new Id(IdKind.valueOf(row.text("kind")), row.uuid("id")),
                id(IdKind.TENANT, row.uuidOrNull("tenant")),
                id(IdKind.PROJECT, row.uuidOrNull("project")),
                id(IdKind.ENVIRONMENT, row.uuidOrNull("environment")),
                row.text("datacenter"),
                row.text("name"),
                row.number("generation"),
                Phase.valueOf(row.text("phase")),
                row.document("spec"),
                row.document("status"),
                id(IdKind.TASK, row.uuidOrNull("active_task")),
                row.instant("created_at"));
    }

    private static @Nullable Id id(IdKind kind, @Nullable UUID uuid) {
        return uuid == null ? null : new Id(kind, uuid);
    }
}

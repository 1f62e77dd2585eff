package no.dataverket.sentral.inventory.graph;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import no.dataverket.core.db.Transaction;

/// Counts of what runs where.
public final class DatacenterCounts {

    private DatacenterCounts() {}

    /// What the hypervisors of a datacenter have promised, and may promise.
    public record Capacity(long vcpusUsed, long vcpus, long memoryMibUsed, long memoryMib) {}

    /// Machines of a tenant on a hypervisor.
    public record Placed(String hypervisor, UUID tenant, int vms) {}

    /// Resources of a kind in a datacenter, by phase.
    public static Map<String, Long> byPhase(Transaction transaction, String kind, String datacenter) {
        var counts = new TreeMap<String, Long>();
        transaction.query(
                "SELECT phase, count(*) AS n FROM inventory.resource WHERE kind = ? AND datacenter = ? GROUP BY phase",
                row -> counts.put(row.text("phase"), row.number("n")),
                kind,
                datacenter);
        return counts;
    }

    /// Capacity of a datacenter's hypervisors, those that failed left out.
    public static Capacity capacity(Transaction transaction, String datacenter) {
        return transaction.one(
                """
                SELECT coalesce(sum((status ->> 'vcpus_reserved')::bigint), 0) AS vcpus_used,
                       coalesce(sum((status ->> 'vcpus')::bigint), 0) AS vcpus,
                       coalesce(sum((status ->> 'memory_mib_reserved')::bigint), 0) AS memory_used,
                       coalesce(sum((status ->> 'memory_mib')::bigint), 0) AS memory
                FROM inventory.resource WHERE kind = 'HYPERVISOR' AND datacenter = ? AND phase <> 'FAILED'
                """,
                row -> new Capacity(
                        row.number("vcpus_used"), row.number("vcpus"), row.number("memory_used"), row.number("memory")),
                datacenter);
    }

    /// Which of some hypervisors are registered, by key.
    public static Collection<String> registered(Transaction transaction, Collection<String> hypervisors) {
        return transaction.query("SELECT key FROM (" + """
                        SELECT 'hypervisor.' || datacenter || '.' || name AS key
                        FROM inventory.resource WHERE kind = 'HYPERVISOR') h WHERE key = ANY (?)
                        """, row -> row.text("key"), hypervisors);
    }

    /// All hypervisors of a datacenter, by key.
    public static Collection<String> hypervisors(Transaction transaction, String datacenter) {
        return transaction.query("""
                SELECT 'hypervisor.' || datacenter || '.' || name AS key
                FROM inventory.resource WHERE kind = 'HYPERVISOR' AND datacenter = ? ORDER BY name
                """, row -> row.text("key"), datacenter);
    }

    /// Machines on some hypervisors, by hypervisor and tenant.
    public static Collection<Placed> machines(Transaction transaction, Collection<String> hypervisors) {
        var datacenters =
                hypervisors.stream().map(key -> key.split("\\.")[1]).distinct().toList();
        return transaction.query(
                """
                SELECT hypervisor, tenant, count(*) AS n FROM (
                    SELECT 'hypervisor.' || datacenter || '.' || (status ->> 'hypervisor_name') AS hypervisor, tenant
                    FROM inventory.resource WHERE kind = 'VM' AND datacenter = ANY (?)) v
                WHERE hypervisor = ANY (?) GROUP BY hypervisor, tenant ORDER BY hypervisor, tenant
                """,
                row -> new Placed(row.text("hypervisor"), row.uuid("tenant"), row.integer("n")),
                datacenters,
                hypervisors);
    }
}

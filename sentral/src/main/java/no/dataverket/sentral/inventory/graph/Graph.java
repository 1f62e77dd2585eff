package no.dataverket.sentral.inventory.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import no.dataverket.core.db.Row;
import no.dataverket.core.db.Transaction;
import no.dataverket.sentral.inventory.element.Edge;
import no.dataverket.sentral.inventory.element.EdgeType;

/// Follows relations from one resource outwards, in both directions, level by level.
public final class Graph {

    /// Most resources that an answer holds.
    public static final int MOST_NODES = 1000;

    /// Farthest that anybody may ask.
    public static final int DEEPEST = 8;

    /// What was reached.
    ///
    /// @param distances keys with their distance from the root, nearest first
    public record Found(Map<String, Integer> distances, Set<Edge> edges, boolean truncated) {}

    /// @param types kinds of relation to follow
    public Found from(Transaction transaction, String root, int depth, Set<EdgeType> types) {
        var distances = new LinkedHashMap<String, Integer>(Map.of(root, 0));
        var edges = new TreeSet<Edge>();
        List<String> frontier = List.of(root);
        boolean truncated = false;
        for (int distance = 1; distance <= depth && !frontier.isEmpty(); distance++) {
            var next = new ArrayList<String>();
            for (var edge : around(transaction, frontier, types)) {
                for (var key : List.of(edge.source(), edge.target())) {
                    if (!distances.containsKey(key)) {
                        if (distances.size() == MOST_NODES) {
                            truncated = true;
                        } else {
                            distances.put(key, distance);
                            next.add(key);
                        }
                    }
                }
                if (distances.containsKey(edge.source()) && distances.containsKey(edge.target())) {
                    edges.add(edge);
                }
            }
            frontier = next;
        }
        return new Found(distances, edges, truncated);
    }

    private static List<Edge> around(Transaction transaction, List<String> keys, Set<EdgeType> types) {
        var wanted = types.stream().map(Enum::name).toList();
        var found = new ArrayList<>(transaction.query("""
                SELECT source, type, target FROM inventory.edge
                WHERE (source = ANY (?) OR target = ANY (?)) AND type = ANY (?)
                ORDER BY source, type, target LIMIT 5000
                """, Graph::edge, keys, keys, wanted));
        found.addAll(transaction.query("""
                SELECT source, type, target FROM (
                    SELECT 'hypervisor.' || datacenter || '.' || name AS source, 'LOCATED_IN' AS type,
                           'datacenter.' || datacenter AS target
                    FROM inventory.resource WHERE kind = 'HYPERVISOR') e
                WHERE (source = ANY (?) OR target = ANY (?)) AND type = ANY (?)
                ORDER BY source LIMIT 5000
                """, Graph::edge, keys, keys, wanted));
        found.addAll(machines(transaction, keys, wanted));
        return found;
    }

    /// Machines with their hypervisors and networks, which are few for each hypervisor and many in all.
    private static List<Edge> machines(Transaction transaction, List<String> keys, List<String> types) {
        var hosts = keys.stream().filter(key -> key.startsWith("hypervisor.")).toList();
        var vms = keys.stream()
                .filter(key -> key.startsWith("vm."))
                .map(key -> key.substring(key.lastIndexOf('.') + 1))
                .toList();
        if (hosts.isEmpty() && vms.isEmpty()) {
            return List.of();
        }
        var datacenters =
                hosts.stream().map(host -> host.split("\\.")[1]).distinct().toList();
        return transaction.query("""
                SELECT v.key AS source, e.type, e.target FROM (
                    SELECT 'vm.' || datacenter || '.' || id AS key, datacenter, tenant,
                           status ->> 'hypervisor_name' AS host
                    FROM inventory.resource
                    WHERE kind = 'VM' AND (datacenter = ANY (?) AND 'hypervisor.' || datacenter || '.'
                              || (status ->> 'hypervisor_name') = ANY (?) OR id = ANY (?::uuid[]))
                    ORDER BY id LIMIT 5000) v
                CROSS JOIN LATERAL (VALUES ('RUNS_ON', 'hypervisor.' || v.datacenter || '.' || v.host),
                                           ('OWNED_BY', 'tenant.' || v.tenant)) e (type, target)
                WHERE e.target IS NOT NULL AND e.type = ANY (?)
                """, Graph::edge, datacenters, hosts, vms, types);
    }

    private static Edge edge(Row row) {
        return new Edge(row.text("source"), EdgeType.valueOf(row.text("type")), row.text("target"));
    }
}

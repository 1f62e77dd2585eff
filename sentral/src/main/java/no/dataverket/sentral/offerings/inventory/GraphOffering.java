package no.dataverket.sentral.offerings.inventory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.inventory.InventoryGraph;
import no.dataverket.contract.api.inventory.InventoryGraph.GraphEdge;
import no.dataverket.contract.api.inventory.InventoryGraph.GraphNode;
import no.dataverket.contract.api.inventory.InventoryImpact;
import no.dataverket.contract.api.inventory.InventoryImpact.Affected;
import no.dataverket.contract.api.inventory.InventoryImpact.AffectedHypervisor;
import no.dataverket.contract.api.inventory.InventoryImpact.AffectedTenant;
import no.dataverket.contract.api.inventory.InventoryImpact.ImpactEffect;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;
import no.dataverket.core.http.Endpoint;
import no.dataverket.sentral.inventory.element.Edge;
import no.dataverket.sentral.inventory.element.EdgeType;
import no.dataverket.sentral.inventory.element.ElementKind;
import no.dataverket.sentral.inventory.element.Elements;
import no.dataverket.sentral.inventory.element.Key;
import no.dataverket.sentral.inventory.graph.DatacenterCounts;
import no.dataverket.sentral.inventory.graph.Graph;
import no.dataverket.sentral.inventory.graph.Impact;
import no.dataverket.sentral.offerings.Offering;

/// How resources hang together, and what goes with what.
final class GraphOffering implements Offering {

    private static final int USUAL_DEPTH = 2;
    private static final int MOST_AFFECTED = 5000;
    private static final String HYPERVISOR = ElementKind.HYPERVISOR.prefix() + ".";
    private static final Set<String> RUNNING = Set.of(ElementKind.HYPERVISOR.prefix(), "vm", "tenant");

    private final Inventory inventory;
    private final Graph graph = new Graph();

    GraphOffering(Inventory inventory) {
        this.inventory = inventory;
    }

    @Override
    public Map<String, Endpoint> endpoints() {
        return Map.of(
                "getInventoryGraph", inventory.reading(this::graph),
                "getInventoryImpact", inventory.reading(this::impact));
    }

    private Answer graph(Transaction transaction, Call call) {
        var from = call.parameter("from")
                .orElseThrow(() -> Failure.of(ProblemCode.VALIDATION_FAILED, "from is required.")
                        .hint("Name a resource by its key: dv inventory graph --from rack.osl1.r1"));
        long depth = call.number("depth").orElse((long) USUAL_DEPTH);
        if (depth < 1 || depth > Graph.DEEPEST) {
            throw Failure.of(ProblemCode.VALIDATION_FAILED, "depth must be 1 to " + Graph.DEEPEST + ".");
        }
        var root = key(transaction, from);
        var found = graph.from(transaction, root, (int) depth, types(call));
        var nodes = new ArrayList<GraphNode>();
        found.distances().forEach((key, distance) -> nodes.add(node(key, distance)));
        return Answer.of(
                200,
                new InventoryGraph(
                        root,
                        nodes,
                        found.edges().stream().map(GraphOffering::edge).toList(),
                        found.truncated()));
    }

    private Answer impact(Transaction transaction, Call call) {
        var root = key(transaction, call.named("resource"));
        var declared = new ArrayList<>(
                Elements.declared(inventory.elements.withoutPorts(transaction)).values());
        var affected = new TreeMap<>(Impact.of(declared, root));
        unplaced(transaction, root, affected);
        var keys = affected.keySet().stream()
                .filter(key -> key.startsWith(HYPERVISOR))
                .toList();
        var placed = DatacenterCounts.machines(transaction, keys);
        var registered = DatacenterCounts.registered(transaction, keys);
        var hypervisors = new ArrayList<AffectedHypervisor>();
        for (var key : keys) {
            var named = Key.parse(key).orElseThrow();
            int vms = placed.stream()
                    .filter(machines -> machines.hypervisor().equals(key))
                    .mapToInt(DatacenterCounts.Placed::vms)
                    .sum();
            hypervisors.add(new AffectedHypervisor(
                    named.name(),
                    String.valueOf(named.datacenter()),
                    effect(affected, key),
                    registered.contains(key),
                    vms));
        }
        boolean truncated = affected.size() > MOST_AFFECTED;
        return Answer.of(
                200,
                new InventoryImpact(
                        root,
                        affected.values().stream().limit(MOST_AFFECTED).toList(),
                        hypervisors,
                        tenants(transaction, affected, placed),
                        truncated));
    }

    /// Hypervisors that no device is declared for stand in their datacenter, and nobody knows where.
    private static void unplaced(Transaction transaction, String root, TreeMap<String, Affected> affected) {
        var datacenters = new TreeSet<String>();
        for (var key : affected.keySet()) {
            if (key.startsWith("datacenter.")) {
                datacenters.add(key.substring(key.indexOf('.') + 1));
            }
        }
        for (var datacenter : datacenters) {
            var place = "datacenter." + datacenter;
            for (var hypervisor : DatacenterCounts.hypervisors(transaction, datacenter)) {
                affected.putIfAbsent(
                        hypervisor,
                        new Affected(hypervisor, effect(affected, place), EdgeType.LOCATED_IN + " " + place));
            }
        }
        affected.putIfAbsent(root, new Affected(root, ImpactEffect.LOST, ""));
    }

    private List<AffectedTenant> tenants(
            Transaction transaction,
            SortedMap<String, Affected> affected,
            java.util.Collection<DatacenterCounts.Placed> placed) {
        var counts = new TreeMap<UUID, int[]>();
        for (var machines : placed) {
            int which = effect(affected, machines.hypervisor()) == ImpactEffect.LOST ? 0 : 1;
            counts.computeIfAbsent(machines.tenant(), tenant -> new int[2])[which] += machines.vms();
        }
        var tenants = new ArrayList<AffectedTenant>();
        counts.forEach((uuid, count) -> {
            var id = new Id(IdKind.TENANT, uuid);
            var name = inventory
                    .context
                    .scopes()
                    .find(transaction, id)
                    .map(no.dataverket.sentral.tenancy.Scope::name)
                    .orElse(id.toString());
            tenants.add(new AffectedTenant(id, name, count[0], count[1]));
        });
        return tenants;
    }

    private static ImpactEffect effect(SortedMap<String, Affected> affected, String key) {
        return java.util.Objects.requireNonNull(affected.get(key)).effect();
    }

    /// The key of something that is there, by its key or identifier.
    private String key(Transaction transaction, String named) {
        var id = Id.tryParse(named);
        if (id.isPresent()) {
            return switch (id.get().kind()) {
                case ELEMENT ->
                    inventory
                            .elements
                            .find(transaction, id.get())
                            .orElseThrow(() -> missing(named))
                            .key();
                case HYPERVISOR, VM ->
                    inventory
                            .context
                            .resources()
                            .find(transaction, id.get())
                            .map(found -> found.id().kind() == IdKind.VM
                                    ? "vm." + found.datacenter() + "."
                                            + found.id().uuid()
                                    : HYPERVISOR + found.datacenter() + "." + found.name())
                            .orElseThrow(() -> missing(named));
                default -> throw missing(named);
            };
        }
        var key = Key.parse(named).orElseThrow(() -> missing(named));
        boolean there = key.kind() == ElementKind.HYPERVISOR
                ? inventory.elements.deviceOf(transaction, named).isPresent()
                        || !DatacenterCounts.registered(transaction, List.of(named))
                                .isEmpty()
                : inventory.elements.find(transaction, named).isPresent();
        if (!there) {
            throw missing(named);
        }
        return named;
    }

    private static Failure missing(String named) {
        return Failure.of(ProblemCode.RESOURCE_NOT_FOUND, "There is no resource " + named + " in the inventory.")
                .hint("Name it by its key, as rack.osl1.r1; see: dv failure-domain list, dv device list");
    }

    private static Set<EdgeType> types(Call call) {
        var given = call.parameter("edge");
        if (given.isEmpty()) {
            return EnumSet.allOf(EdgeType.class);
        }
        var types = EnumSet.noneOf(EdgeType.class);
        for (var name : given.get().split(",")) {
            types.add(Arrays.stream(EdgeType.values())
                    .filter(type -> type.name().equals(name.strip()))
                    .findFirst()
                    .orElseThrow(() -> Failure.of(
                            ProblemCode.VALIDATION_FAILED,
                            "edge can't be " + name + "; these are known: " + List.of(EdgeType.values()) + ".")));
        }
        return types;
    }

    private static GraphNode node(String key, int distance) {
        var prefix = key.substring(0, key.indexOf('.'));
        var parsed = Key.parse(key);
        if (parsed.isPresent()) {
            return new GraphNode(
                    key,
                    parsed.get().kind().name(),
                    parsed.get().name(),
                    parsed.get().datacenter(),
                    distance);
        }
        if (!RUNNING.contains(prefix)) {
            throw new IllegalStateException("The graph leads to " + key);
        }
        var parts = key.split("\\.");
        var uuid = UUID.fromString(parts[parts.length - 1]);
        var id = new Id(prefix.equals("vm") ? IdKind.VM : IdKind.TENANT, uuid).toString();
        return new GraphNode(
                key, prefix.equals("vm") ? "VM" : "TENANT", id, parts.length > 2 ? parts[1] : null, distance);
    }

    private static GraphEdge edge(Edge edge) {
        return new GraphEdge(edge.source(), edge.type().name(), edge.target());
    }
}

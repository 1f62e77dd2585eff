package no.dataverket.sentral.inventory.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import no.dataverket.contract.api.inventory.InventoryImpact.Affected;
import no.dataverket.contract.api.inventory.InventoryImpact.ImpactEffect;
import no.dataverket.sentral.inventory.element.Edge;
import no.dataverket.sentral.inventory.element.EdgeType;
import no.dataverket.sentral.inventory.element.Element;
import no.dataverket.sentral.inventory.element.ElementKind;
import no.dataverket.sentral.inventory.element.Key;
import org.jspecify.annotations.Nullable;

/// What goes with what. Where something stands, and what it runs on, it can't do without. Of feeds, of sets of
/// one kind and of switches that a host is cabled to, one is enough: losing some reduces it, losing all loses it.
public final class Impact {

    private static final List<String> HOSTS = List.of("SERVER", "STORAGE");
    private static final List<String> NETWORK = List.of("SWITCH", "ROUTER");

    private final Map<String, List<Need>> needs = new HashMap<>();
    private final Map<String, TreeSet<String>> dependents = new HashMap<>();

    /// What something needs.
    ///
    /// @param group those of which one is enough
    private record Need(String group, EdgeType type, String target) {}

    private Impact(Collection<Element> declared) {
        var types = new HashMap<String, String>();
        declared.forEach(
                element -> types.put(element.key().toString(), element.fields().getOrDefault("type", "")));
        for (var element : declared) {
            element.edges().forEach(this::add);
            if (element.kind() == ElementKind.LINK) {
                cable(element, types);
            }
        }
    }

    /// Everything that is affected if the root is lost, the root first and then by key.
    ///
    /// @param declared elements without their ports
    public static SortedMap<String, Affected> of(Collection<Element> declared, String root) {
        return new Impact(declared).spread(root);
    }

    private void add(Edge edge) {
        switch (edge.type()) {
            case LOCATED_IN, RUNS_ON -> need(edge.source(), edge.type() + " " + edge.target(), edge);
            case POWERED_BY -> need(edge.source(), "POWERED_BY", edge);
            case MEMBER_OF -> need(edge.source(), "MEMBER_OF " + prefix(edge.target()), edge);
            case CONNECTED_TO, ATTACHED_TO, OWNED_BY -> {}
        }
    }

    private void cable(Element link, Map<String, String> types) {
        var ends = new ArrayList<String>();
        for (var end : List.of("a", "b")) {
            link.keys(end)
                    .forEach(port ->
                            ends.add(Key.parse(port).orElseThrow().ofDevice().toString()));
        }
        for (var ordered : List.of(ends, ends.reversed())) {
            var host = ordered.getFirst();
            var other = ordered.getLast();
            if (HOSTS.contains(types.get(host)) && NETWORK.contains(types.get(other))) {
                need(host, "CONNECTED_TO", new Edge(host, EdgeType.CONNECTED_TO, other));
            }
        }
    }

    private void need(String source, String group, Edge edge) {
        needs.computeIfAbsent(source, key -> new ArrayList<>()).add(new Need(group, edge.type(), edge.target()));
        dependents.computeIfAbsent(edge.target(), key -> new TreeSet<>()).add(source);
    }

    private SortedMap<String, Affected> spread(String root) {
        var affected = new TreeMap<String, Affected>();
        affected.put(root, new Affected(root, ImpactEffect.LOST, ""));
        var open = new TreeSet<>(dependents.getOrDefault(root, new TreeSet<>()));
        while (!open.isEmpty()) {
            var key = open.pollFirst();
            var before = affected.get(key);
            var after = judge(key, affected);
            if (after != null
                    && (before == null || before.effect() != after.effect() && after.effect() == ImpactEffect.LOST)) {
                affected.put(key, after);
                open.addAll(dependents.getOrDefault(key, new TreeSet<>()));
            }
        }
        return affected;
    }

    private @Nullable Affected judge(String key, Map<String, Affected> affected) {
        var groups = new TreeMap<String, List<Need>>();
        needs.getOrDefault(key, List.of())
                .forEach(need -> groups.computeIfAbsent(need.group(), name -> new ArrayList<>())
                        .add(need));
        Affected worst = null;
        for (var group : groups.values()) {
            var hit = group.stream()
                    .filter(need -> affected.containsKey(need.target()))
                    .toList();
            if (!hit.isEmpty()) {
                boolean all = group.stream().allMatch(need -> isLost(affected, need.target()));
                var because = hit.getFirst().type() + " " + hit.getFirst().target();
                if (all) {
                    return new Affected(key, ImpactEffect.LOST, because);
                }
                worst = worst == null ? new Affected(key, ImpactEffect.REDUCED, because) : worst;
            }
        }
        return worst;
    }

    private static boolean isLost(Map<String, Affected> affected, String key) {
        var known = affected.get(key);
        return known != null && known.effect() == ImpactEffect.LOST;
    }

    private static String prefix(String key) {
        return key.substring(0, key.indexOf('.'));
    }
}

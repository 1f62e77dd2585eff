package no.dataverket.sentral.inventory.element;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Something that is declared to be there.
///
/// @param fields values in their canonical forms, see [FieldRule]
public record Element(Key key, SortedMap<String, String> fields) {

    public Element {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    public static Element of(Key key, Map<String, String> fields) {
        return new Element(key, new TreeMap<>(fields));
    }

    public ElementKind kind() {
        return key.kind();
    }

    public @Nullable String field(String name) {
        return fields.get(name);
    }

    /// The keys in a field; none if it has no value.
    public List<String> keys(String name) {
        return split(fields.get(name));
    }

    /// The keys in a value of references.
    public static List<String> split(@Nullable String value) {
        return value == null || value.isEmpty() ? List.of() : List.of(value.split(" "));
    }

    /// The fields on which others rely.
    public SortedMap<String, String> sensitive() {
        return sensitive(kind(), fields);
    }

    /// Of some fields, those on which others rely.
    public static SortedMap<String, String> sensitive(ElementKind kind, Map<String, String> fields) {
        var relied = new TreeMap<String, String>();
        for (var rule : kind.fields()) {
            var value = fields.get(rule.name());
            if (rule.sensitive() && value != null) {
                relied.put(rule.name(), value);
            }
        }
        return relied;
    }

    /// The relations that the declaration states.
    public List<Edge> edges() {
        var edges = new ArrayList<Edge>();
        var own = key.toString();
        switch (kind()) {
            case REGION, HYPERVISOR -> {}
            case DATACENTER -> keys("region").forEach(region -> edges.add(new Edge(own, EdgeType.LOCATED_IN, region)));
            case ROOM -> edges.add(locatedIn(null));
            case ROW -> edges.add(locatedIn("room"));
            case RACK -> edges.add(locatedIn("row"));
            case DEVICE -> {
                edges.add(locatedIn("rack"));
                keys("hypervisor").forEach(host -> edges.add(new Edge(host, EdgeType.RUNS_ON, own)));
            }
            case PORT ->
                edges.add(new Edge(own, EdgeType.ATTACHED_TO, key.ofDevice().toString()));
            case LINK -> {
                keys("a").forEach(port -> edges.add(new Edge(own, EdgeType.CONNECTED_TO, port)));
                keys("b").forEach(port -> edges.add(new Edge(own, EdgeType.CONNECTED_TO, port)));
            }
            case POWER_FEED, COOLING, FABRIC, STORAGE_CLUSTER, PROVIDER_CIRCUIT, CONTROL_CELL, SOFTWARE_RING -> {
                edges.add(locatedIn(null));
                keys("members").forEach(member -> edges.add(new Edge(member, EdgeType.MEMBER_OF, own)));
            }
        }
        keys("powered_by").forEach(feed -> edges.add(new Edge(own, EdgeType.POWERED_BY, feed)));
        return edges;
    }

    /// In what the field names, or else straight in the datacenter.
    private Edge locatedIn(@Nullable String field) {
        var nearer = field == null ? null : fields.get(field);
        var place = nearer != null
                ? nearer
                : Key.datacenter(Objects.requireNonNull(key.datacenter())).toString();
        return new Edge(key.toString(), EdgeType.LOCATED_IN, place);
    }
}

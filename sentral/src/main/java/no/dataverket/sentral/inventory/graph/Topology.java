package no.dataverket.sentral.inventory.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import no.dataverket.sentral.inventory.element.Edge;
import no.dataverket.sentral.inventory.element.EdgeType;
import no.dataverket.sentral.inventory.element.Element;
import no.dataverket.sentral.inventory.element.StoredElement;
import org.jspecify.annotations.Nullable;

/// The failure domains of things, by what is trusted and nothing else. What decides where something goes asks
/// here.
public final class Topology {

    private final SortedMap<String, StoredElement> places;
    private final SortedMap<String, List<String>> sets = new TreeMap<>();

    /// @param places all elements but devices, ports and cables
    public Topology(SortedMap<String, StoredElement> places) {
        this.places = places;
        for (var set : places.values()) {
            if (set.element().kind().isSet()) {
                for (var member : set.reliedOn().keys("members")) {
                    sets.computeIfAbsent(member, key -> new ArrayList<>()).add(set.key());
                }
            }
        }
    }

    /// The domains that an element shares its fate with: the places that it is in, nearest first, then the sets
    /// that it or one of these is a member of. Empty for one that nobody approved.
    public List<String> domainsOf(StoredElement stored) {
        if (stored.trusted() == null) {
            return List.of();
        }
        var chain = new ArrayList<String>();
        var relied = stored.reliedOn();
        while (chain.size() < 16) {
            var next = place(relied);
            var known = next == null ? null : places.get(next);
            if (next == null || known == null || known.trusted() == null) {
                break;
            }
            chain.add(next);
            relied = known.reliedOn();
        }
        var through = new TreeSet<String>(sets.getOrDefault(stored.key(), List.of()));
        through.addAll(stored.reliedOn().keys("powered_by"));
        for (var place : chain) {
            through.addAll(sets.getOrDefault(place, List.of()));
            through.addAll(Objects.requireNonNull(places.get(place)).reliedOn().keys("powered_by"));
        }
        var domains = new ArrayList<>(chain);
        domains.addAll(through);
        return domains;
    }

    private static @Nullable String place(Element element) {
        return element.edges().stream()
                .filter(edge -> edge.type() == EdgeType.LOCATED_IN)
                .map(Edge::target)
                .findFirst()
                .orElse(null);
    }
}

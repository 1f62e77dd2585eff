package no.dataverket.sentral.inventory.element;

import java.util.Comparator;

/// A relation between two keys.
public record Edge(String source, EdgeType type, String target) implements Comparable<Edge> {

    private static final Comparator<Edge> ORDER =
            Comparator.comparing(Edge::source).thenComparing(Edge::type).thenComparing(Edge::target);

    @Override
    public int compareTo(Edge other) {
        return ORDER.compare(this, other);
    }
}

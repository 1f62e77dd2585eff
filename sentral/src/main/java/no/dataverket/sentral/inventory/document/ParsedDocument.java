package no.dataverket.sentral.inventory.document;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import no.dataverket.contract.Problem.Violation;
import no.dataverket.sentral.inventory.element.Breach;
import no.dataverket.sentral.inventory.element.Element;

/// What a document says.
///
/// @param elements by key
/// @param datacenters names of those that it has a section for
/// @param places where each element, and each of its fields, is written
public record ParsedDocument(
        SortedMap<String, Element> elements,
        Set<String> datacenters,
        Map<String, Place> places,
        List<Violation> violations) {

    /// A place in the document.
    ///
    /// @param pointer JSON pointer (RFC 6901)
    /// @param line counted from 1
    public record Place(String pointer, int line) {

        Violation says(String code, String detail) {
            return new Violation(pointer, code, "line " + line + ": " + detail);
        }
    }

    /// A breach of a rule between elements, put where the document can be corrected.
    public Violation locate(Breach breach) {
        var exact = places.get(place(breach.key(), breach.field()));
        var place = exact == null ? places.get(breach.key()) : exact;
        if (place == null) {
            return new Violation("", breach.code(), breach.key() + " " + breach.field() + " " + breach.detail());
        }
        return place.says(
                breach.code(), breach.field().isEmpty() ? breach.detail() : breach.field() + " " + breach.detail());
    }

    static String place(String key, String field) {
        return field.isEmpty() ? key : key + " " + field;
    }
}

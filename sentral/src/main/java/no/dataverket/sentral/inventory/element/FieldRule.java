package no.dataverket.sentral.inventory.element;

import java.util.List;
import java.util.Set;

/// What a field of an element may hold. Every value is kept as one text in its one canonical form, so that two
/// values are the same exactly when their texts are.
///
/// @param kinds what a reference may name
/// @param choices what a choice may be
/// @param most largest number, or most characters
/// @param tolerance how far an observed number may be off, percent, before it counts as another
public record FieldRule(
        String name,
        Form form,
        Set<ElementKind> kinds,
        List<String> choices,
        long most,
        int tolerance,
        boolean required,
        boolean sensitive) {

    private static final int USUAL_LENGTH = 200;

    /// Forms of a value.
    public enum Form {
        TEXT,
        NUMBER,
        CHOICE,
        MAC,
        /// A key.
        REFERENCE,
        /// Keys, sorted, with spaces between them.
        REFERENCES
    }

    static FieldRule text(String name) {
        return new FieldRule(name, Form.TEXT, Set.of(), List.of(), USUAL_LENGTH, 0, false, false);
    }

    static FieldRule number(String name, long most) {
        return new FieldRule(name, Form.NUMBER, Set.of(), List.of(), most, 0, false, false);
    }

    static FieldRule choice(String name, String... choices) {
        return new FieldRule(name, Form.CHOICE, Set.of(), List.of(choices), 0, 0, false, false);
    }

    static FieldRule mac(String name) {
        return new FieldRule(name, Form.MAC, Set.of(), List.of(), 0, 0, false, true);
    }

    /// References say how things hang together, on which others rely.
    static FieldRule reference(String name, ElementKind... kinds) {
        return new FieldRule(name, Form.REFERENCE, Set.of(kinds), List.of(), 0, 0, false, true);
    }

    static FieldRule references(String name, ElementKind... kinds) {
        return new FieldRule(name, Form.REFERENCES, Set.of(kinds), List.of(), 0, 0, false, true);
    }

    FieldRule needed() {
        return new FieldRule(name, form, kinds, choices, most, tolerance, true, sensitive);
    }

    FieldRule trustedOnly() {
        return new FieldRule(name, form, kinds, choices, most, tolerance, required, true);
    }

    FieldRule within(int percent) {
        return new FieldRule(name, form, kinds, choices, most, percent, required, sensitive);
    }

    /// Whether an observed value is the declared one, as far as such a value can be told.
    public boolean agrees(String declared, String observed) {
        if (declared.equals(observed)) {
            return true;
        }
        if (tolerance == 0) {
            return false;
        }
        long wanted = Long.parseLong(declared);
        return Math.abs(wanted - Long.parseLong(observed)) * 100 <= wanted * tolerance;
    }
}

package no.dataverket.sentral.inventory.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import no.dataverket.contract.api.inventory.InventoryAction;
import no.dataverket.contract.api.inventory.InventoryAction.FieldChange;
import no.dataverket.contract.api.inventory.InventoryAction.InventoryVerb;
import no.dataverket.sentral.inventory.element.Element;
import no.dataverket.sentral.inventory.element.ElementKind;
import no.dataverket.sentral.inventory.element.Key;
import org.jspecify.annotations.Nullable;

/// What must be done to get from some elements to others. The same two always give the same difference.
///
/// @param actions creations and changes in the order of the kinds, then deletions in the reverse order
/// @param unmentioned keys that the document's datacenters have and the document does not mention
/// @param unchanged how many elements of the document are so already
public record Difference(List<InventoryAction> actions, List<String> unmentioned, int unchanged) {

    private static final Comparator<Element> ORDER = Comparator.comparing(Element::kind)
            .thenComparing(element -> element.key().toString());

    /// Compares what is with what a document says. What a document says of an element replaces what was said;
    /// elements that it does not mention stay, unless they are pruned.
    ///
    /// @param datacenters that the document speaks of; only of these may anything be pruned
    public static Difference between(
            SortedMap<String, Element> now, SortedMap<String, Element> wanted, Set<String> datacenters, boolean prune) {
        var actions = new ArrayList<InventoryAction>();
        int unchanged = 0;
        for (var element : sorted(wanted)) {
            var key = element.key().toString();
            var before = now.get(key);
            var fields = fields(element.kind(), before, element);
            if (before == null) {
                actions.add(new InventoryAction(InventoryVerb.CREATE, key, fields));
            } else if (!fields.isEmpty()) {
                actions.add(new InventoryAction(InventoryVerb.CHANGE, key, fields));
            } else {
                unchanged++;
            }
        }
        var unmentioned = new TreeMap<String, Element>();
        now.forEach((key, element) -> {
            boolean within = datacenters.contains(String.valueOf(element.key().datacenter()));
            if (within && !wanted.containsKey(key) && element.kind() != ElementKind.DATACENTER) {
                unmentioned.put(key, element);
            }
        });
        if (prune) {
            for (var element : sorted(unmentioned).reversed()) {
                var fields = fields(element.kind(), element, null);
                actions.add(
                        new InventoryAction(InventoryVerb.DELETE, element.key().toString(), fields));
            }
        }
        return new Difference(actions, List.copyOf(unmentioned.keySet()), unchanged);
    }

    /// The elements after some actions.
    ///
    /// @throws IllegalStateException if an action is not for these elements
    public static SortedMap<String, Element> apply(SortedMap<String, Element> now, List<InventoryAction> actions) {
        var after = new TreeMap<>(now);
        for (var action : actions) {
            var before = after.get(action.key());
            if (!fits(before, action)) {
                throw new IllegalStateException(action + " is not for " + before);
            }
            if (action.action() == InventoryVerb.DELETE) {
                after.remove(action.key());
            } else {
                after.put(action.key(), applied(before, action));
            }
        }
        return after;
    }

    /// Whether an element is still as an action supposes it to be, in the fields that the action touches.
    public static boolean fits(@Nullable Element before, InventoryAction action) {
        if ((before == null) != (action.action() == InventoryVerb.CREATE)) {
            return false;
        }
        return before == null
                || action.fields().stream()
                        .allMatch(change -> java.util.Objects.equals(before.field(change.field()), change.before()));
    }

    /// The action that makes one element of another.
    public static InventoryAction action(@Nullable Element before, @Nullable Element after) {
        var either = after == null ? java.util.Objects.requireNonNull(before) : after;
        var verb = before == null ? InventoryVerb.CREATE : after == null ? InventoryVerb.DELETE : InventoryVerb.CHANGE;
        return new InventoryAction(verb, either.key().toString(), fields(either.kind(), before, after));
    }

    private static Element applied(@Nullable Element before, InventoryAction action) {
        var fields = new TreeMap<String, String>();
        if (before != null) {
            fields.putAll(before.fields());
        }
        for (var change : action.fields()) {
            var value = change.after();
            if (value == null) {
                fields.remove(change.field());
            } else {
                fields.put(change.field(), value);
            }
        }
        return new Element(Key.parse(action.key()).orElseThrow(), fields);
    }

    private static List<FieldChange> fields(ElementKind kind, @Nullable Element before, @Nullable Element after) {
        var names = new TreeSet<String>();
        if (before != null) {
            names.addAll(before.fields().keySet());
        }
        if (after != null) {
            names.addAll(after.fields().keySet());
        }
        var changes = new ArrayList<FieldChange>();
        for (var name : names) {
            var old = before == null ? null : before.field(name);
            var fresh = after == null ? null : after.field(name);
            if (!java.util.Objects.equals(old, fresh)) {
                boolean sensitive = kind.field(name).orElseThrow().sensitive();
                changes.add(new FieldChange(name, old, fresh, sensitive));
            }
        }
        return changes;
    }

    private static List<Element> sorted(SortedMap<String, Element> elements) {
        return elements.values().stream().sorted(ORDER).toList();
    }
}

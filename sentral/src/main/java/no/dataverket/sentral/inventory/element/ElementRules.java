package no.dataverket.sentral.inventory.element;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The rules that hold between elements, checked on the inventory as it would be. The database holds the same
/// ones as constraints; here all breaches are found at once and named in people's words.
public final class ElementRules {

    private static final List<String> ONCE_ONLY = List.of("serial", "asset_tag", "mac", "hypervisor");

    private final SortedMap<String, Element> all;
    private final List<Breach> breaches = new ArrayList<>();

    private ElementRules(SortedMap<String, Element> all) {
        this.all = all;
    }

    /// Every breach, in the order of the keys.
    public static List<Breach> check(SortedMap<String, Element> all) {
        var rules = new ElementRules(all);
        rules.references();
        rules.onceOnly();
        rules.racks();
        rules.links();
        rules.circles();
        return rules.breaches;
    }

    private void references() {
        all.forEach((own, element) -> {
            var key = element.key();
            requireThere(own, "", key.datacenter() == null ? own : "datacenter." + key.datacenter());
            for (var rule : element.kind().fields()) {
                for (var named : rule.kinds().isEmpty() ? List.<String>of() : element.keys(rule.name())) {
                    if (!named.startsWith(ElementKind.HYPERVISOR.prefix() + ".")) {
                        requireThere(own, rule.name(), named);
                    }
                    requireHere(element, rule, named);
                }
            }
        });
    }

    private void requireThere(String own, String field, String named) {
        if (!all.containsKey(named)) {
            breaches.add(new Breach(own, field, "REFERENCE", "names " + named + ", which is not there"));
        }
    }

    /// What something stands in, is plugged into or runs is in its own datacenter; sets and feeds may reach
    /// further.
    private void requireHere(Element element, FieldRule rule, String named) {
        var datacenter = Key.parse(named).map(Key::datacenter).orElse(null);
        if (rule.form() == FieldRule.Form.REFERENCE
                && datacenter != null
                && !datacenter.equals(element.key().datacenter())) {
            breaches.add(new Breach(
                    element.key().toString(), rule.name(), "REFERENCE", "names " + named + ", of another datacenter"));
        }
    }

    private void onceOnly() {
        for (var field : ONCE_ONLY) {
            var seen = new HashMap<String, String>();
            all.forEach((own, element) -> {
                var value = element.field(field);
                var other = value == null ? null : seen.putIfAbsent(value, own);
                if (other != null) {
                    breaches.add(new Breach(own, field, "UNIQUE", "is " + value + ", as that of " + other + " is"));
                }
            });
        }
    }

    private void racks() {
        var taken = new HashMap<String, String>();
        all.forEach((own, element) -> {
            if (element.kind() != ElementKind.DEVICE) {
                return;
            }
            var position = element.field("position");
            var rack = element.field("rack");
            if (position == null) {
                for (var field : List.of("face", "height")) {
                    if (rack != null && element.field(field) != null) {
                        breaches.add(new Breach(own, field, "REQUIRED", "says nothing without a position"));
                    }
                }
            } else if (rack == null) {
                breaches.add(new Breach(own, "position", "REQUIRED", "says nothing without a rack"));
            } else {
                mount(taken, own, element, rack, Integer.parseInt(position));
            }
        });
    }

    private void mount(Map<String, String> taken, String own, Element device, String rack, int position) {
        int top = position + number(device, "height", 1) - 1;
        int height = all.containsKey(rack) ? number(all.get(rack), "height", 0) : ElementKind.TALLEST_RACK;
        if (top > height) {
            breaches.add(new Breach(
                    own, "position", "MAXIMUM", "takes unit " + top + ", but " + rack + " has " + height + " units"));
            return;
        }
        var face = device.fields().getOrDefault("face", "BOTH");
        for (var side : face.equals("BOTH") ? List.of("FRONT", "REAR") : List.of(face)) {
            for (int unit = position; unit <= top; unit++) {
                var other = taken.putIfAbsent(rack + " " + unit + " " + side, own);
                if (other != null && !other.equals(own)) {
                    breaches.add(new Breach(
                            own,
                            "position",
                            "OVERLAP",
                            "takes unit " + unit + " of " + rack + ", where " + other + " is"));
                    return;
                }
            }
        }
    }

    private void links() {
        var plugged = new TreeMap<String, String>();
        all.forEach((own, element) -> {
            if (element.kind() != ElementKind.LINK) {
                return;
            }
            for (var end : List.of("a", "b")) {
                for (var port : element.keys(end)) {
                    var other = plugged.putIfAbsent(port, own);
                    if (other != null) {
                        breaches.add(new Breach(
                                own,
                                end,
                                "UNIQUE",
                                other.equals(own)
                                        ? "is " + port + ", as the other end is"
                                        : "is " + port + ", which has the cable " + other));
                    }
                }
            }
        });
    }

    /// A device that powers itself, straight or round about, would never come up.
    private void circles() {
        for (var own : all.keySet()) {
            var next = all.get(own).keys("powered_by");
            var seen = new TreeMap<String, Boolean>();
            var open = new ArrayList<>(next);
            while (!open.isEmpty()) {
                var feed = open.removeLast();
                if (feed.equals(own)) {
                    breaches.add(new Breach(own, "powered_by", "CIRCLE", "leads back to itself"));
                    break;
                }
                if (seen.putIfAbsent(feed, true) == null && all.containsKey(feed)) {
                    open.addAll(all.get(feed).keys("powered_by"));
                }
            }
        }
    }

    private static int number(Element element, String field, int otherwise) {
        var value = element.field(field);
        return value == null ? otherwise : Integer.parseInt(value);
    }
}

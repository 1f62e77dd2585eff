package no.dataverket.sentral.inventory.document;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import no.dataverket.contract.Names;
import no.dataverket.contract.Problem.Violation;
import no.dataverket.contract.api.inventory.InventoryPlanCreate;
import no.dataverket.sentral.inventory.document.ParsedDocument.Place;
import no.dataverket.sentral.inventory.element.Element;
import no.dataverket.sentral.inventory.element.ElementKind;
import no.dataverket.sentral.inventory.element.FieldReader;
import no.dataverket.sentral.inventory.element.FieldReader.Outcome;
import no.dataverket.sentral.inventory.element.FieldRule;
import no.dataverket.sentral.inventory.element.Key;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// Reads a document strictly: unknown names, wrong forms and repetitions are faults, and all of them are told
/// at once, each with its line. Nothing of YAML's own types is used: a scalar is the text that is written.
public final class DocumentReader {

    private static final int DEEPEST = 12;
    private static final Set<String> TOP = Set.of("format", "regions", "datacenters");

    private final TreeMap<String, Element> elements = new TreeMap<>();
    private final Set<String> datacenters = new TreeSet<>();
    private final Map<String, Place> places = new HashMap<>();
    private final List<Violation> violations = new ArrayList<>();

    private DocumentReader() {}

    /// A name of a mapping with its value.
    private record Entry(Node name, Node value) {}

    public static ParsedDocument read(String text) {
        var reader = new DocumentReader();
        try {
            reader.document(compose(text));
        } catch (MarkedYAMLException broken) {
            var mark = broken.getProblemMark();
            reader.violations.add(new Violation(
                    "", "YAML", (mark == null ? "" : "line " + (mark.getLine() + 1) + ": ") + broken.getProblem()));
        } catch (YAMLException tooMuch) {
            reader.violations.add(new Violation("", "YAML", String.valueOf(tooMuch.getMessage())));
        }
        return new ParsedDocument(reader.elements, reader.datacenters, reader.places, List.copyOf(reader.violations));
    }

    private static @Nullable Node compose(String text) {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(InventoryPlanCreate.LONGEST_DOCUMENT);
        return new Yaml(options).compose(new StringReader(text));
    }

    private void document(@Nullable Node root) {
        if (!(root instanceof MappingNode mapping)) {
            violations.add(new Violation("", "TYPE", "line 1: must be a mapping with format, regions and datacenters"));
            return;
        }
        var entries = entries(mapping, "", TOP);
        var format = entries.get("format");
        if (format == null || !InventoryYaml.FORMAT.equals(scalar(format.value()))) {
            var at = format == null ? root : format.value();
            violations.add(place(at, "/format").says("FORMAT", "format must be " + InventoryYaml.FORMAT));
        }
        each(
                entries.get("regions"),
                "/regions",
                (node, pointer) -> element(node, pointer, ElementKind.REGION, null, Set.of()));
        each(entries.get("datacenters"), "/datacenters", this::datacenter);
    }

    private interface Reading {
        void read(Node node, String pointer);
    }

    private void each(@Nullable Entry list, String pointer, Reading reading) {
        if (list == null || isEmpty(list.value())) {
            return;
        }
        if (!(list.value() instanceof SequenceNode sequence)) {
            violations.add(place(list.value(), pointer).says("TYPE", "must be a list"));
            return;
        }
        for (int i = 0; i < sequence.getValue().size(); i++) {
            reading.read(sequence.getValue().get(i), pointer + "/" + i);
        }
    }

    private void datacenter(Node node, String pointer) {
        var sections = new TreeSet<String>();
        for (var kind : ElementKind.values()) {
            if (isSection(kind)) {
                sections.add(kind.section());
            }
        }
        var entries = element(node, pointer, ElementKind.DATACENTER, null, sections);
        var named = entries.get("name");
        var name = named == null ? null : scalar(named.value());
        if (name == null || !Names.isName(name)) {
            return;
        }
        datacenters.add(name);
        for (var kind : ElementKind.values()) {
            if (isSection(kind)) {
                var under = pointer + "/" + kind.section();
                each(entries.get(kind.section()), under, (item, at) -> inDatacenter(item, at, kind, name));
            }
        }
    }

    private static boolean isSection(ElementKind kind) {
        return switch (kind) {
            case REGION, DATACENTER, PORT, HYPERVISOR -> false;
            default -> true;
        };
    }

    private void inDatacenter(Node node, String pointer, ElementKind kind, String datacenter) {
        var inside = kind == ElementKind.DEVICE ? Set.of("ports") : Set.<String>of();
        var entries = element(node, pointer, kind, datacenter, inside);
        var named = entries.get("name");
        var name = named == null ? null : scalar(named.value());
        if (kind == ElementKind.DEVICE && name != null && Names.isName(name)) {
            each(
                    entries.get("ports"),
                    pointer + "/ports",
                    (port, at) -> port(port, at, Key.of(kind, datacenter, name)));
        }
    }

    private void port(Node node, String pointer, Key device) {
        var fields = new TreeMap<>(Map.of("device", device.toString()));
        read(node, pointer, ElementKind.PORT, device, device.datacenter(), Set.of(), fields);
    }

    private Map<String, Entry> element(
            Node node, String pointer, ElementKind kind, @Nullable String datacenter, Set<String> sections) {
        return read(node, pointer, kind, null, datacenter, sections, new TreeMap<>());
    }

    /// Reads the element, and gives its entries for what is written inside it.
    private Map<String, Entry> read(
            Node node,
            String pointer,
            ElementKind kind,
            @Nullable Key device,
            @Nullable String datacenter,
            Set<String> sections,
            TreeMap<String, String> fields) {
        if (!(node instanceof MappingNode mapping)) {
            violations.add(place(node, pointer).says("TYPE", "must be a " + kind.prefix() + " with a name"));
            return Map.of();
        }
        var known = new TreeSet<>(sections);
        known.add("name");
        kind.fields().stream().filter(rule -> !fields.containsKey(rule.name())).forEach(rule -> known.add(rule.name()));
        var entries = entries(mapping, pointer, known);
        var named = entries.get("name");
        var name = named == null ? null : scalar(named.value());
        if (name == null || !Key.allows(kind, name)) {
            var at = named == null ? node : named.value();
            var rule = name == null ? "is required" : "must match " + Names.PATTERN;
            violations.add(place(at, pointer + "/name").says(name == null ? "REQUIRED" : "PATTERN", "name " + rule));
            return entries;
        }
        var inside = kind == ElementKind.DATACENTER ? name : datacenter;
        var key = key(kind, inside, device, name);
        var own = key.toString();
        for (var rule : kind.fields()) {
            var entry = entries.get(rule.name());
            if (entry != null && !fields.containsKey(rule.name())) {
                var at = place(entry.value(), pointer + "/" + rule.name());
                places.put(ParsedDocument.place(own, rule.name()), at);
                value(entry.value(), rule, at, inside, fields);
            } else if (rule.required() && !fields.containsKey(rule.name())) {
                violations.add(place(node, pointer + "/" + rule.name()).says("REQUIRED", rule.name() + " is required"));
            }
        }
        keep(Element.of(key, fields), place(node, pointer));
        return entries;
    }

    private static Key key(ElementKind kind, @Nullable String datacenter, @Nullable Key device, String name) {
        if (device != null) {
            return Key.port(String.valueOf(datacenter), device.name(), name);
        }
        return kind == ElementKind.REGION ? Key.region(name) : Key.of(kind, String.valueOf(datacenter), name);
    }

    private void keep(Element element, Place place) {
        var own = element.key().toString();
        if (elements.putIfAbsent(own, element) != null) {
            violations.add(place.says("UNIQUE", own + " is written twice"));
        } else if (elements.size() == InventoryYaml.MOST_ELEMENTS + 1) {
            violations.add(
                    place.says("MAXIMUM", "a document has at most " + InventoryYaml.MOST_ELEMENTS + " elements"));
        }
        places.putIfAbsent(own, place);
    }

    private void value(Node node, FieldRule rule, Place at, @Nullable String datacenter, Map<String, String> fields) {
        if (rule.form() == FieldRule.Form.REFERENCES) {
            if (!(node instanceof SequenceNode sequence)) {
                violations.add(at.says("TYPE", rule.name() + " must be a list"));
                return;
            }
            var keys = new ArrayList<String>();
            for (var item : sequence.getValue()) {
                one(item, rule, place(item, at.pointer()), datacenter).ifPresent(keys::add);
            }
            if (!keys.isEmpty()) {
                fields.put(rule.name(), FieldReader.join(keys));
            }
        } else {
            one(node, rule, at, datacenter).ifPresent(text -> fields.put(rule.name(), text));
        }
    }

    private java.util.Optional<String> one(Node node, FieldRule rule, Place at, @Nullable String datacenter) {
        var text = scalar(node);
        if (text == null) {
            violations.add(at.says("TYPE", rule.name() + " must be a plain value"));
            return java.util.Optional.empty();
        }
        return switch (FieldReader.read(rule, text, datacenter)) {
            case Outcome.Good(var value) -> java.util.Optional.of(value);
            case Outcome.Bad(var code, var detail) -> {
                violations.add(at.says(code, rule.name() + " " + detail));
                yield java.util.Optional.empty();
            }
        };
    }

    private Map<String, Entry> entries(MappingNode mapping, String pointer, Set<String> known) {
        var entries = new HashMap<String, Entry>();
        for (var tuple : mapping.getValue()) {
            var name = scalar(tuple.getKeyNode());
            var at = place(
                    tuple.getKeyNode(),
                    pointer + "/"
                            + (name == null ? "?" : name.replace("~", "~0").replace("/", "~1")));
            if (name == null || !known.contains(name)) {
                violations.add(at.says(
                        "UNKNOWN_FIELD",
                        (name == null ? "this" : name) + " is not known here; known are "
                                + String.join(", ", new TreeSet<>(known))));
            } else if (entries.putIfAbsent(name, new Entry(tuple.getKeyNode(), tuple.getValueNode())) != null) {
                violations.add(at.says("UNIQUE", name + " is written twice"));
            }
        }
        return entries;
    }

    private static Place place(Node node, String pointer) {
        return new Place(pointer, node.getStartMark().getLine() + 1);
    }

    private static boolean isEmpty(Node node) {
        return node instanceof ScalarNode && Tag.NULL.equals(node.getTag());
    }

    private static @Nullable String scalar(Node node) {
        return node instanceof ScalarNode text && !Tag.NULL.equals(node.getTag()) ? text.getValue() : null;
    }
}

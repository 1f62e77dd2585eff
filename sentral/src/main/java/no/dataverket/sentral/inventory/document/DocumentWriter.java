package no.dataverket.sentral.inventory.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import no.dataverket.sentral.inventory.element.Element;
import no.dataverket.sentral.inventory.element.ElementKind;
import no.dataverket.sentral.inventory.element.FieldReader;
import no.dataverket.sentral.inventory.element.FieldRule;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/// Writes elements as a document. The same elements give the same text, and reading it gives the same elements.
public final class DocumentWriter {

    private static final int WIDTH = 120;

    private DocumentWriter() {}

    public static String write(Collection<Element> elements) {
        var sorted = new TreeMap<String, Element>();
        elements.forEach(element -> sorted.put(element.key().toString(), element));
        var regions = new ArrayList<Map<String, Object>>();
        var datacenters = new TreeMap<String, Map<String, Object>>();
        var devices = new TreeMap<String, Map<String, Object>>();
        for (var kind : ElementKind.values()) {
            for (var element : sorted.values()) {
                if (element.kind() == kind) {
                    place(element, regions, datacenters, devices);
                }
            }
        }
        var document = new LinkedHashMap<String, Object>();
        document.put("format", InventoryYaml.FORMAT);
        document.put("regions", regions);
        document.put("datacenters", List.copyOf(datacenters.values()));
        return yaml().dump(document);
    }

    private static void place(
            Element element,
            List<Map<String, Object>> regions,
            Map<String, Map<String, Object>> datacenters,
            Map<String, Map<String, Object>> devices) {
        var written = fields(element);
        var datacenter = element.key().datacenter();
        switch (element.kind()) {
            case REGION -> regions.add(written);
            case DATACENTER -> datacenters.put(element.key().name(), written);
            case PORT -> add(Objects.requireNonNull(devices.get(element.field("device"))), "ports", written);
            default -> {
                add(
                        Objects.requireNonNull(datacenters.get(datacenter)),
                        element.kind().section(),
                        written);
                if (element.kind() == ElementKind.DEVICE) {
                    devices.put(element.key().toString(), written);
                }
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static void add(Map<String, Object> parent, String section, Map<String, Object> item) {
        ((List<Map<String, Object>>) parent.computeIfAbsent(section, name -> new ArrayList<Map<String, Object>>()))
                .add(item);
    }

    private static Map<String, Object> fields(Element element) {
        var written = new LinkedHashMap<String, Object>();
        written.put("name", element.key().name());
        for (var rule : element.kind().fields()) {
            var value = element.field(rule.name());
            boolean implied = element.kind() == ElementKind.PORT && rule.name().equals("device");
            if (value != null && !implied) {
                written.put(rule.name(), value(rule, value, element.key().datacenter()));
            }
        }
        return written;
    }

    private static Object value(FieldRule rule, String value, @Nullable String datacenter) {
        return switch (rule.form()) {
            case NUMBER -> Long.valueOf(value);
            case TEXT, CHOICE, MAC -> value;
            case REFERENCE -> FieldReader.shorten(rule, value, datacenter);
            case REFERENCES ->
                Element.split(value).stream()
                        .map(key -> FieldReader.shorten(rule, key, datacenter))
                        .toList();
        };
    }

    private static Yaml yaml() {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(WIDTH);
        options.setSplitLines(false);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        return new Yaml(options);
    }
}

package no.dataverket.contract.compatibility;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// A node of an OpenAPI document, with references followed; a node that is missing is empty.
record Tree(Map<String, Object> root, Map<String, Object> node) {

    /// The mark of a schema that takes null too.
    static final String OR_NULL = "or null";

    static Tree parse(String yaml) {
        Map<String, Object> read = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return new Tree(read, read);
    }

    Tree at(String key) {
        return of(node.get(key));
    }

    Tree of(@Nullable Object value) {
        var map = orNull(map(value));
        var reference = map.get("$ref");
        if (reference == null) {
            return new Tree(root, map);
        }
        Object found = root;
        for (var part : reference.toString().substring(2).split("/", -1)) {
            found = map(found).get(part);
        }
        var target = map(found);
        if (map.containsKey(OR_NULL)) {
            target = new LinkedHashMap<>(target);
            target.put(OR_NULL, true);
        }
        return new Tree(root, target);
    }

    /// A schema that takes null beside something else as that something else, with a mark.
    private static Map<String, Object> orNull(Map<String, Object> schema) {
        var alternatives = schema.get("anyOf") instanceof List<?> any ? any : List.of();
        var types = schema.get("type") instanceof List<?> several ? several : List.of();
        if (!types.contains("null") && !alternatives.contains(Map.of("type", "null"))) {
            return schema;
        }
        var other = new LinkedHashMap<>(schema);
        other.put(OR_NULL, true);
        types.stream().filter(type -> !type.equals("null")).forEach(type -> other.put("type", type));
        alternatives.stream()
                .filter(each -> !each.equals(Map.of("type", "null")))
                .forEach(each -> other.putAll(map(each)));
        return other;
    }

    /// What the key's value refers to, or its place where it refers to nothing.
    String name(String key, String place) {
        return map(node.get(key)).getOrDefault("$ref", place).toString();
    }

    List<String> keys() {
        return List.copyOf(node.keySet());
    }

    boolean has(String key) {
        return node.containsKey(key);
    }

    boolean empty() {
        return node.isEmpty();
    }

    String text(String key) {
        return Objects.toString(node.get(key), "");
    }

    List<?> list(String key) {
        return node.get(key) instanceof List<?> list ? list : List.of();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : new LinkedHashMap<>();
    }
}

package no.dataverket.cli.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Takes out of a tree what must not be handed on: by the names of the fields, whatever their values. The API
/// does not show secrets; this is for what people put where it does not belong.
public final class Redaction {

    private static final String HIDDEN = "[redacted]";
    private static final List<String> SECRET = List.of(
            "secret", "password", "passphrase", "token", "credential", "private_key", "user_data", "authorized_key");

    private Redaction() {}

    public static Node of(Node tree) {
        return new Node(redacted(tree.value()));
    }

    private static Object redacted(Object value) {
        if (value instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<String, Object>();
            map.forEach((name, field) -> copy.put(String.valueOf(name), field(String.valueOf(name), field)));
            return copy;
        }
        if (value instanceof List<?> list) {
            var copy = new ArrayList<Object>();
            list.forEach(item -> copy.add(redacted(item)));
            return copy;
        }
        return value;
    }

    private static Object field(String name, Object value) {
        var lower = name.toLowerCase(Locale.ROOT);
        var secret = !lower.startsWith("next_page") && SECRET.stream().anyMatch(lower::contains);
        return secret && value != Json.NULL ? HIDDEN : redacted(value);
    }
}

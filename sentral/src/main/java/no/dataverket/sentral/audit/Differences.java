package no.dataverket.sentral.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import no.dataverket.contract.api.AuditChange;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What differs between a resource before and after a change, field by field. Whatever has the name of a secret
/// is told to have changed, and not from what to what.
public final class Differences {

    private static final Pattern SECRET =
            Pattern.compile(".*(secret|password|passphrase|private_key|user_data|credential|token_hash).*");
    private static final String HIDDEN = "(not shown)";
    private static final int LONGEST = 1000;

    private Differences() {}

    /// The fields that differ, by their JSON pointers. A list counts as one field.
    ///
    /// @param before null for what was not there
    /// @param after null for what is gone
    public static List<AuditChange> between(@Nullable JsonNode before, @Nullable JsonNode after) {
        var was = fields(before);
        var is = fields(after);
        var names = new TreeSet<>(was.keySet());
        names.addAll(is.keySet());
        var changes = new ArrayList<AuditChange>();
        for (var name : names) {
            var old = was.get(name);
            var fresh = is.get(name);
            if (old == null || !old.equals(fresh)) {
                changes.add(new AuditChange(name, told(name, old), told(name, fresh)));
            }
        }
        return List.copyOf(changes);
    }

    private static Map<String, String> fields(@Nullable JsonNode tree) {
        var fields = new TreeMap<String, String>();
        if (tree != null) {
            collect("", tree, fields);
        }
        return fields;
    }

    private static void collect(String pointer, JsonNode node, Map<String, String> fields) {
        if (node.isObject()) {
            for (var member : node.properties()) {
                var name = member.getKey().replace("~", "~0").replace("/", "~1");
                collect(pointer + "/" + name, member.getValue(), fields);
            }
        } else if (!node.isNull()) {
            fields.put(pointer, node.isString() ? node.asString() : node.toString());
        }
    }

    private static @Nullable String told(String pointer, @Nullable String value) {
        if (value == null) {
            return null;
        }
        if (SECRET.matcher(pointer.toLowerCase(Locale.ROOT)).matches()) {
            return HIDDEN;
        }
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
    }
}

package no.dataverket.contract.compatibility;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import no.dataverket.contract.compatibility.SchemaBreaks.Direction;

/// Finds what of an OpenAPI document a client of an earlier one would break on. Whatever was added is good,
/// unless a request must now have it.
final class Breaks {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final Set<String> found = new TreeSet<>();
    private final SchemaBreaks schemas = new SchemaBreaks(found);

    private Breaks() {}

    /// Each difference as one line: where, and what.
    static List<String> between(String before, String after) {
        var breaks = new Breaks();
        breaks.paths(Tree.parse(before).at("paths"), Tree.parse(after).at("paths"));
        return List.copyOf(breaks.found);
    }

    /// What is new, by operation; a minor version tells that something is.
    static List<String> additions(String before, String after) {
        var old = new HashSet<>(operations(Tree.parse(before).at("paths")));
        var added = new ArrayList<>(operations(Tree.parse(after).at("paths")));
        added.removeAll(old);
        return added;
    }

    private static List<String> operations(Tree paths) {
        var all = new ArrayList<String>();
        for (var path : paths.keys()) {
            for (var method : paths.at(path).keys()) {
                all.add(method + " " + path);
            }
        }
        return all;
    }

    private void paths(Tree before, Tree after) {
        for (var path : before.keys()) {
            if (!after.has(path)) {
                found.add(path + ": the path is gone");
                continue;
            }
            for (var method : before.at(path).keys()) {
                if (METHODS.contains(method)) {
                    var at = method.toUpperCase(java.util.Locale.ROOT) + " " + path;
                    if (after.at(path).has(method)) {
                        operation(at, before.at(path).at(method), after.at(path).at(method));
                    } else {
                        found.add(at + ": the operation is gone");
                    }
                }
            }
        }
    }

    private void operation(String at, Tree before, Tree after) {
        same(at, "operationId", before, after);
        same(at, "x-dv-access", before, after);
        if (before.has("security") && !after.has("security")) {
            found.add(at + ": needs a token now");
        }
        parameters(at, before, after);
        body(at, before.at("requestBody"), after.at("requestBody"));
        responses(at, before.at("responses"), after.at("responses"));
        for (var status : after.at("responses").keys()) {
            boolean asked = status.equals("200") && offersPreview(after) && !offersPreview(before);
            if (status.startsWith("2") && !before.at("responses").has(status) && !asked) {
                found.add(at + " " + status + ": is a new way to succeed");
            }
        }
    }

    /// Whether a client can ask for an answer that it did not get before.
    private static boolean offersPreview(Tree operation) {
        return operation.list("parameters").stream()
                .anyMatch(each -> operation.of(each).text("name").equals("validate_only"));
    }

    private void same(String at, String key, Tree before, Tree after) {
        if (!before.text(key).equals(after.text(key))) {
            found.add(at + ": " + key + " was " + before.text(key) + " and is " + after.text(key));
        }
    }

    private void parameters(String at, Tree before, Tree after) {
        for (var each : before.list("parameters")) {
            var parameter = before.of(each);
            var now = parameter(after, parameter);
            var where = at + " " + parameter.text("in") + "." + parameter.text("name");
            if (now.empty()) {
                found.add(where + ": the parameter is gone");
                continue;
            }
            if (!required(parameter) && required(now)) {
                found.add(where + ": is required now");
            }
            schemas.compare(where, parameter.at("schema"), now.at("schema"), Direction.REQUEST);
        }
        for (var each : after.list("parameters")) {
            var parameter = after.of(each);
            if (required(parameter) && parameter(before, parameter).empty()) {
                found.add(at + " " + parameter.text("in") + "." + parameter.text("name") + ": is new and required");
            }
        }
    }

    private static Tree parameter(Tree operation, Tree wanted) {
        for (var each : operation.list("parameters")) {
            var parameter = operation.of(each);
            if (parameter.text("name").equals(wanted.text("name"))
                    && parameter.text("in").equals(wanted.text("in"))) {
                return parameter;
            }
        }
        return operation.of(null);
    }

    private void body(String at, Tree before, Tree after) {
        if (!required(before) && required(after)) {
            found.add(at + " body: is required now");
        }
        contents(at + " body", before.at("content"), after.at("content"), Direction.REQUEST);
    }

    private void responses(String at, Tree before, Tree after) {
        for (var status : before.keys()) {
            if (after.has(status)) {
                var old = before.at(status);
                var now = after.at(status);
                contents(at + " " + status, old.at("content"), now.at("content"), Direction.RESPONSE);
                for (var header : old.at("headers").keys()) {
                    if (!now.at("headers").has(header)) {
                        found.add(at + " " + status + ": the header " + header + " is gone");
                    }
                }
            } else {
                found.add(at + " " + status + ": the answer is gone");
            }
        }
    }

    private void contents(String at, Tree before, Tree after, Direction direction) {
        for (var media : before.keys()) {
            if (after.has(media)) {
                schemas.compare(
                        at, before.at(media).at("schema"), after.at(media).at("schema"), direction);
            } else {
                found.add(at + ": " + media + " is gone");
            }
        }
    }

    private static boolean required(Tree tree) {
        return tree.text("required").equals("true");
    }
}

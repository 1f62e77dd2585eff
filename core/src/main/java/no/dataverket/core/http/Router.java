package no.dataverket.core.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import no.dataverket.contract.api.Operation;

/// Finds the operation of a method and path. Paths are compared segment by segment; a custom verb is the part
/// of the last segment after its colon.
final class Router {

    private final List<Route> routes = new ArrayList<>();

    private record Route(Operation operation, List<String> segments, String verb) {}

    /// An operation with the values of its path parameters.
    record Match(Operation operation, Map<String, String> path) {}

    Router(List<Operation> operations) {
        for (var operation : operations) {
            routes.add(new Route(operation, segments(withoutVerb(operation.path())), verb(operation.path())));
        }
    }

    Optional<Match> match(String method, String path) {
        var verb = verb(path);
        var segments = segments(withoutVerb(path));
        for (var route : routes) {
            if (route.operation().method().name().equals(method) && route.verb().equals(verb)) {
                var values = bind(route.segments(), segments);
                if (values.isPresent()) {
                    return Optional.of(new Match(route.operation(), values.get()));
                }
            }
        }
        return Optional.empty();
    }

    /// Methods that the path has, for 405 (RFC 9110 §15.5.6).
    TreeSet<String> methods(String path) {
        var methods = new TreeSet<String>();
        for (var method : Operation.Method.values()) {
            if (match(method.name(), path).isPresent()) {
                methods.add(method.name());
            }
        }
        return methods;
    }

    private static Optional<Map<String, String>> bind(List<String> template, List<String> path) {
        if (template.size() != path.size()) {
            return Optional.empty();
        }
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < template.size(); i++) {
            var expected = template.get(i);
            var found = path.get(i);
            if (expected.startsWith("{")) {
                if (found.isEmpty()) {
                    return Optional.empty();
                }
                values.put(expected.substring(1, expected.length() - 1), found);
            } else if (!expected.equals(found)) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    private static List<String> segments(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    private static String verb(String path) {
        int colon = path.indexOf(':', path.lastIndexOf('/') + 1);
        return colon < 0 ? "" : path.substring(colon + 1);
    }

    private static String withoutVerb(String path) {
        int colon = path.indexOf(':', path.lastIndexOf('/') + 1);
        return colon < 0 ? path : path.substring(0, colon);
    }
}

package no.dataverket.sentral.inventory.observation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import no.dataverket.contract.api.inventory.Drift.DriftKind;
import no.dataverket.contract.api.inventory.Drift.DriftSeverity;
import no.dataverket.contract.api.inventory.Observation;
import no.dataverket.core.json.Json;
import no.dataverket.sentral.inventory.element.Element;
import no.dataverket.sentral.inventory.element.ElementKind;
import no.dataverket.sentral.inventory.element.FieldRule;
import no.dataverket.sentral.inventory.element.Key;

/// Holds observations against declarations. Of several that saw the same, the newest counts, field by field.
/// A field that nobody declared can't differ, and one that nobody looked at neither.
public final class DriftFinder {

    private final SortedMap<String, Element> declared;
    private final Map<String, List<Element>> mounted = new HashMap<>();
    private final Map<String, Seen> seen = new HashMap<>();

    /// The newest word on one subject.
    private record Seen(boolean there, Instant at, String source, Map<String, Fact> facts) {}

    private record Fact(String value, Instant at, String source) {}

    /// What came of it.
    ///
    /// @param confirmed keys that were seen to be as they are declared, each with the time
    public record Result(List<Finding> findings, SortedMap<String, Instant> confirmed) {}

    private DriftFinder(SortedMap<String, Element> declared) {
        this.declared = declared;
        for (var element : declared.values()) {
            var rack = element.kind() == ElementKind.DEVICE ? element.field("rack") : null;
            if (rack != null) {
                mounted.computeIfAbsent(rack, key -> new ArrayList<>()).add(element);
            }
        }
    }

    /// @param declared all elements in the scopes of the observations
    /// @param newest for each source and scope the newest complete observation
    public static Result find(SortedMap<String, Element> declared, List<Observation> newest) {
        var finder = new DriftFinder(declared);
        newest.stream()
                .sorted(Comparator.comparing(Observation::observedAt)
                        .thenComparing(Observation::source)
                        .thenComparing(Observation::scope))
                .forEach(finder::take);
        return finder.result();
    }

    /// The elements that an observation of a scope looks at. Each device of a large site is a scope of its own, so
    /// that this must not go through all elements for each.
    private Collection<Element> within(String scope) {
        var key = Key.parse(scope).orElseThrow();
        var own = declared.get(scope);
        var inside = new ArrayList<Element>();
        switch (key.kind()) {
            case DATACENTER ->
                declared.values().stream()
                        .filter(element -> key.name().equals(element.key().datacenter()))
                        .filter(element -> !element.equals(own))
                        .forEach(inside::add);
            case RACK -> inside.addAll(mounted.getOrDefault(scope, List.of()));
            case DEVICE -> inside.addAll(Key.portsOf(declared, scope).values());
            default -> {}
        }
        if (own != null) {
            inside.add(own);
        }
        return inside;
    }

    private void take(Observation observation) {
        var subjects = new TreeMap<String, Map<String, String>>();
        observation.subjects().forEach(subject -> subjects.put(subject.key(), subject.facts()));
        for (var element : within(observation.scope())) {
            var own = element.key().toString();
            if (observation.kinds().contains(element.kind().name()) && !subjects.containsKey(own)) {
                seen.put(own, new Seen(false, observation.observedAt(), observation.source(), new HashMap<>()));
            }
        }
        subjects.forEach((key, facts) -> {
            var before = seen.get(key);
            var known = before != null && before.there() ? before.facts() : new HashMap<String, Fact>();
            facts.forEach((field, value) ->
                    known.put(field, new Fact(value, observation.observedAt(), observation.source())));
            seen.put(key, new Seen(true, observation.observedAt(), observation.source(), known));
        });
    }

    private Result result() {
        var findings = new ArrayList<Finding>();
        var confirmed = new TreeMap<String, Instant>();
        new TreeMap<>(seen).forEach((key, word) -> {
            var element = declared.get(key);
            int before = findings.size();
            if (element == null) {
                if (word.there()) {
                    findings.add(extra(key, word));
                }
            } else if (!word.there()) {
                findings.add(missing(element, word));
            } else {
                compare(element, word, findings);
            }
            if (element != null && findings.size() == before) {
                confirmed.put(key, word.at());
            }
        });
        return new Result(findings, confirmed);
    }

    private static void compare(Element element, Seen word, List<Finding> findings) {
        for (var rule : element.kind().fields()) {
            var wanted = element.field(rule.name());
            var fact = word.facts().get(rule.name());
            if (wanted != null && fact != null && !rule.agrees(wanted, fact.value())) {
                findings.add(new Finding(
                        element.key().toString(),
                        Objects.requireNonNull(element.key().datacenter()),
                        rule.name(),
                        DriftKind.DIFFERENT,
                        wanted,
                        fact.value(),
                        severity(element.kind(), rule),
                        fact.at(),
                        fact.source()));
            }
        }
    }

    private static Finding missing(Element element, Seen word) {
        return new Finding(
                element.key().toString(),
                Objects.requireNonNull(element.key().datacenter()),
                "",
                DriftKind.MISSING,
                null,
                null,
                severity(element.kind()),
                word.at(),
                word.source());
    }

    private static Finding extra(String key, Seen word) {
        var parsed = Key.parse(key).orElseThrow();
        var facts = new TreeMap<String, String>();
        word.facts().forEach((field, fact) -> facts.put(field, fact.value()));
        return new Finding(
                key,
                Objects.requireNonNull(parsed.datacenter()),
                "",
                DriftKind.EXTRA,
                null,
                Json.write(facts),
                severity(parsed.kind()),
                word.at(),
                word.source());
    }

    private static DriftSeverity severity(ElementKind kind) {
        return kind == ElementKind.PORT ? DriftSeverity.MEDIUM : DriftSeverity.HIGH;
    }

    /// What others rely on matters most, what a machine can do next.
    private static DriftSeverity severity(ElementKind kind, FieldRule rule) {
        if (rule.sensitive()) {
            return DriftSeverity.HIGH;
        }
        return rule.form() == FieldRule.Form.NUMBER || kind == ElementKind.PORT
                ? DriftSeverity.MEDIUM
                : DriftSeverity.LOW;
    }
}

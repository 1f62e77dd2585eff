package no.dataverket.sentral.inventory.observation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.Problem.Violation;
import no.dataverket.contract.api.inventory.Observation;
import no.dataverket.contract.api.inventory.ObservationCreate;
import no.dataverket.contract.api.inventory.ObservationCreate.ObservedSubject;
import no.dataverket.sentral.inventory.element.ElementKind;
import no.dataverket.sentral.inventory.element.FieldReader;
import no.dataverket.sentral.inventory.element.FieldReader.Outcome;
import no.dataverket.sentral.inventory.element.FieldRule;
import no.dataverket.sentral.inventory.element.Key;
import org.jspecify.annotations.Nullable;

/// Reads what somebody says that they saw: the keys and fields must be ones that the inventory could have.
public final class ObservedFacts {

    private static final List<ElementKind> SCOPES =
            List.of(ElementKind.DATACENTER, ElementKind.RACK, ElementKind.DEVICE);

    private final List<Violation> violations = new ArrayList<>();

    private ObservedFacts() {}

    /// An observation, or all that is wrong with it.
    public record Read(@Nullable Observation observation, List<Violation> violations) {}

    public static Read read(ObservationCreate written, Instant now) {
        return new ObservedFacts().all(written, now);
    }

    private Read all(ObservationCreate written, Instant now) {
        var scope = Key.parse(written.scope())
                .filter(key -> SCOPES.contains(key.kind()))
                .orElse(null);
        if (scope == null) {
            add("/scope", "REFERENCE", "must be the key of a datacenter, a rack or a device");
            return new Read(null, violations);
        }
        if (written.observedAt().isAfter(now.plusSeconds(60))) {
            add("/observed_at", "MAXIMUM", "must not be in the future");
        }
        var kinds = new TreeSet<String>();
        var given = written.kinds();
        for (int i = 0; given != null && i < given.size(); i++) {
            kind(given.get(i), "/kinds/" + i, kinds);
        }
        var subjects = new ArrayList<ObservedSubject>();
        var seen = new TreeSet<String>();
        for (int i = 0; i < written.subjects().size(); i++) {
            subject(written.subjects().get(i), scope, "/subjects/" + i, seen).ifPresent(subjects::add);
        }
        if (given == null) {
            subjects.forEach(subject ->
                    kinds.add(Key.parse(subject.key()).orElseThrow().kind().name()));
        }
        if (!violations.isEmpty()) {
            return new Read(null, violations);
        }
        return new Read(
                new Observation(
                        Id.next(IdKind.OBSERVATION),
                        written.source(),
                        written.scope(),
                        written.observedAt(),
                        now,
                        written.complete(),
                        List.copyOf(kinds),
                        subjects.size(),
                        subjects),
                violations);
    }

    private void kind(String name, String pointer, TreeSet<String> kinds) {
        var known = List.of(ElementKind.values()).stream()
                .filter(kind -> kind.declarable() && kind != ElementKind.REGION)
                .map(Enum::name)
                .toList();
        if (known.contains(name)) {
            kinds.add(name);
        } else {
            add(pointer, "ENUM", "must be one of " + String.join(", ", known));
        }
    }

    private java.util.Optional<ObservedSubject> subject(
            ObservedSubject written, Key scope, String pointer, TreeSet<String> seen) {
        var key = Key.parse(written.key()).orElse(null);
        if (key == null || !key.kind().declarable() || !isWithin(key, scope)) {
            add(pointer + "/key", "REFERENCE", "must be a key within " + scope);
            return java.util.Optional.empty();
        }
        if (!seen.add(written.key())) {
            add(pointer + "/key", "UNIQUE", "is there twice");
        }
        var facts = new TreeMap<String, String>();
        written.facts().forEach((name, value) -> {
            var at = pointer + "/facts/" + name;
            var rule = key.kind().field(name).orElse(null);
            if (rule == null) {
                var known = key.kind().fields().stream().map(FieldRule::name).toList();
                add(
                        at,
                        "UNKNOWN_FIELD",
                        "is not a field of a " + key.kind() + "; known are " + String.join(", ", known));
            } else {
                fact(rule, value, key, at, facts);
            }
        });
        return java.util.Optional.of(new ObservedSubject(written.key(), facts));
    }

    private void fact(FieldRule rule, String written, Key key, String at, TreeMap<String, String> facts) {
        var values = new ArrayList<String>();
        var parts = rule.form() == FieldRule.Form.REFERENCES ? List.of(written.split(" ")) : List.of(written);
        for (var part : parts) {
            switch (FieldReader.read(rule, part, key.datacenter())) {
                case Outcome.Good(var value) -> values.add(value);
                case Outcome.Bad(var code, var detail) -> add(at, code, detail);
            }
        }
        if (values.size() == parts.size()) {
            facts.put(
                    rule.name(),
                    rule.form() == FieldRule.Form.REFERENCES ? FieldReader.join(values) : values.getFirst());
        }
    }

    /// A rack's observer may see any device of the datacenter there.
    private static boolean isWithin(Key key, Key scope) {
        if (scope.kind() == ElementKind.DEVICE) {
            return key.equals(scope)
                    || key.kind() == ElementKind.PORT && key.ofDevice().equals(scope);
        }
        return java.util.Objects.equals(key.datacenter(), scope.datacenter());
    }

    private void add(String pointer, String code, String detail) {
        violations.add(new Violation(pointer, code, detail));
    }
}

package no.dataverket.sentral.tasks;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// The sagas that this process knows, several versions of a kind among them: a task ends on the version that
/// it began with.
final class Sagas {

    private final Map<String, TreeMap<Integer, Saga>> known = new ConcurrentHashMap<>();

    /// @throws IllegalStateException if that version is known already
    void register(Saga saga) {
        known.compute(saga.kind(), (kind, before) -> {
            var versions = before == null ? new TreeMap<Integer, Saga>() : new TreeMap<>(before);
            if (versions.put(saga.version(), saga) != null) {
                throw new IllegalStateException("Two sagas are " + kind + " version " + saga.version());
            }
            return versions;
        });
    }

    /// The version that new tasks begin with.
    Saga newest(String kind) {
        var versions = known.get(kind);
        if (versions == null) {
            throw new IllegalStateException("There is no saga " + kind);
        }
        return versions.lastEntry().getValue();
    }

    /// The version that a task began with, if this process knows it.
    Optional<Saga> of(TaskRow task) {
        return of(task.kind, task.sagaVersion);
    }

    Optional<Saga> of(String kind, int version) {
        return Optional.ofNullable(known.get(kind)).map(versions -> versions.get(version));
    }

    /// The services that commands are sent to.
    List<String> services() {
        return all().stream()
                .flatMap(saga -> saga.steps().stream())
                .map(Saga.Step::service)
                .distinct()
                .toList();
    }

    Collection<Saga> all() {
        return known.values().stream()
                .flatMap(versions -> versions.values().stream())
                .sorted(Comparator.comparing(Saga::kind).thenComparing(Saga::version))
                .toList();
    }

    /// The versions that new tasks begin with, by kind.
    List<Saga> newest() {
        return known.values().stream()
                .map(versions -> versions.lastEntry().getValue())
                .sorted(Comparator.comparing(Saga::kind))
                .toList();
    }
}

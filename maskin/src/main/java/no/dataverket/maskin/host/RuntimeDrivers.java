package no.dataverket.maskin.host;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The drivers that a server was built with.
///
/// @param byName as a host's registration names them: `libvirt`, `simulated`
public record RuntimeDrivers(Map<String, RuntimeDriver> byName) {

    public RuntimeDrivers {
        byName = Map.copyOf(byName);
    }

    Optional<RuntimeDriver> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Set<String> names() {
        return new TreeSet<>(byName.keySet());
    }
}

package no.dataverket.sentral.tenancy;

import java.util.List;
import java.util.stream.Collectors;

/// A scope and all that it hangs under.
///
/// @param downwards the tenant first, the scope itself last
public record Lineage(List<Scope> downwards) {

    public Scope tenant() {
        return downwards.getFirst();
    }

    /// The scope itself.
    public Scope scope() {
        return downwards.getLast();
    }

    /// The scope itself first, the tenant last.
    public List<Scope> upwards() {
        return downwards.reversed();
    }

    /// Names from the tenant down to the scope itself, as `acme/shop/prod`.
    public String address() {
        return address(scope());
    }

    /// Names from the tenant down to one of the line.
    public String address(Scope scope) {
        return downwards.subList(0, downwards.indexOf(scope) + 1).stream()
                .map(Scope::name)
                .collect(Collectors.joining("/"));
    }
}

package no.dataverket.maskin.placement.decision;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Machines that are kept apart.
///
/// @param members the machines that have a place, each with its host
public record Group(UUID id, String name, List<Apart> rules, Map<UUID, UUID> members) {

    public Group {
        rules = List.copyOf(rules);
        members = Map.copyOf(members);
    }
}

package no.dataverket.sentral.tenancy;

import java.time.Instant;
import java.util.Map;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import org.jspecify.annotations.Nullable;

/// A tenant, a project or an environment.
///
/// @param tenant itself, for a tenant
/// @param project itself, for a project; null for a tenant
public record Scope(
        Id id,
        @Nullable Id parent,
        Id tenant,
        @Nullable Id project,
        String name,
        String description,
        Map<String, String> labels,
        boolean deletionProtection,
        long generation,
        Instant createdAt) {

    /// Itself, for an environment.
    public @Nullable Id environment() {
        return id.kind() == IdKind.ENVIRONMENT ? id : null;
    }
}

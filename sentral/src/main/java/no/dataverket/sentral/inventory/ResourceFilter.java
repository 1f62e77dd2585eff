package no.dataverket.sentral.inventory;

import java.time.Instant;
import no.dataverket.contract.Id;
import no.dataverket.contract.api.Phase;
import org.jspecify.annotations.Nullable;

/// What a list of resources is narrowed to; null for no narrowing.
///
/// @param namePrefix what the name begins with
/// @param updatedSince changed then or later
public record ResourceFilter(
        @Nullable Id tenant,
        @Nullable Id project,
        @Nullable Id environment,
        @Nullable String datacenter,
        @Nullable Phase phase,
        @Nullable String namePrefix,
        LabelSelector labels,
        @Nullable Instant updatedSince) {

    /// By scope only.
    public static ResourceFilter in(
            @Nullable Id tenant, @Nullable Id project, @Nullable Id environment, @Nullable String datacenter) {
        return new ResourceFilter(tenant, project, environment, datacenter, null, null, LabelSelector.ANY, null);
    }
}

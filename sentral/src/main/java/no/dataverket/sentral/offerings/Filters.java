package no.dataverket.sentral.offerings;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.stream.Collectors;
import no.dataverket.contract.Failure;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Phase;
import no.dataverket.core.http.Call;
import no.dataverket.sentral.api.ScopeFinder;
import no.dataverket.sentral.inventory.LabelSelector;
import no.dataverket.sentral.inventory.ResourceFilter;

/// Filters of lists of resources, from the query.
final class Filters {

    private Filters() {}

    /// @throws Failure `VALIDATION_FAILED` or `MALFORMED_REQUEST` for values that can't be
    static ResourceFilter of(Call call, ScopeFinder.Found scope) {
        return new ResourceFilter(
                scope.tenantId(),
                scope.projectId(),
                scope.environmentId(),
                call.parameter("datacenter").orElse(null),
                call.parameter("phase").map(Filters::phase).orElse(null),
                call.parameter("name_prefix").orElse(null),
                call.parameter("label_selector").map(LabelSelector::parse).orElse(LabelSelector.ANY),
                call.parameter("updated_since").map(Filters::time).orElse(null));
    }

    private static Phase phase(String name) {
        return Arrays.stream(Phase.values())
                .filter(phase -> phase.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Failure.of(
                        ProblemCode.VALIDATION_FAILED,
                        "phase must be one of "
                                + Arrays.stream(Phase.values()).map(Enum::name).collect(Collectors.joining(", "))
                                + "."));
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw Failure.of(
                    ProblemCode.MALFORMED_REQUEST, "updated_since must be a time such as 2026-01-31T12:00:00Z.");
        }
    }
}

package no.dataverket.contract.api;

import java.util.Map;
import no.dataverket.contract.Field;

/// What may be changed on a volume without a task.
public record VolumePatch(
        @Field(value = "Labels.", max = 64) Map<String, String> labels,
        @Field("Refuses deletion while true.") boolean deletionProtection) {}

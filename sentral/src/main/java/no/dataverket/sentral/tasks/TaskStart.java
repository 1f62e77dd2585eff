package no.dataverket.sentral.tasks;

import no.dataverket.contract.Id;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a task is begun with.
///
/// @param generation of the target that the task realises
/// @param correlation W3C trace id of the request
/// @param input what the saga's commands are built from; never shown
public record TaskStart(
        String kind,
        @Nullable Id tenant,
        @Nullable Id project,
        @Nullable Id environment,
        @Nullable String datacenter,
        Id target,
        String targetName,
        long generation,
        String actor,
        String requestId,
        String correlation,
        @Nullable String traceparent,
        JsonNode input) {}

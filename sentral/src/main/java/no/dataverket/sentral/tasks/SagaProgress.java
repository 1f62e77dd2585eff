package no.dataverket.sentral.tasks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.dataverket.contract.Id;
import no.dataverket.contract.Problem;
import no.dataverket.core.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// How far a task is, as the builders of its commands and the hooks of its saga see it.
///
/// @param results what the steps that are done answered, by step
/// @param skipped why steps were skipped that the task could do without, for people
/// @param error why it failed or is being undone
public record SagaProgress(
        Id task,
        Id target,
        String targetName,
        long generation,
        String actor,
        String requestId,
        JsonNode input,
        Map<String, JsonNode> results,
        List<String> skipped,
        @Nullable Problem error) {

    /// What the task was begun with.
    public <T> T input(Class<T> type) {
        return Json.convert(input, type);
    }

    /// What a step answered.
    ///
    /// @throws IllegalStateException if the step is not done
    public <T> T result(String step, Class<T> type) {
        return resultIfDone(step, type)
                .orElseThrow(() -> new IllegalStateException("The step " + step + " is not done"));
    }

    public <T> Optional<T> resultIfDone(String step, Class<T> type) {
        return Optional.ofNullable(results.get(step)).map(tree -> Json.convert(tree, type));
    }
}

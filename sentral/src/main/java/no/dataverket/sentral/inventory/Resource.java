package no.dataverket.sentral.inventory;

import java.time.Instant;
import no.dataverket.contract.Id;
import no.dataverket.contract.api.Phase;
import no.dataverket.core.json.JsonText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Anything with a life of its own: what is wanted of it, and what was last known to be true.
///
/// @param tenant null for what belongs to the platform, as are project and environment
/// @param generation rises with each change of the specification
/// @param activeTask the task that changes it now; at most one does
public record Resource(
        Id id,
        @Nullable Id tenant,
        @Nullable Id project,
        @Nullable Id environment,
        String datacenter,
        String name,
        long generation,
        Phase phase,
        JsonText specText,
        JsonText statusText,
        @Nullable Id activeTask,
        Instant createdAt) {

    /// The same under another identifier.
    public Resource identifiedBy(Id other) {
        return with(other, activeTask);
    }

    /// The same while a task changes it.
    public Resource during(Id task) {
        return with(id, task);
    }

    private Resource with(Id identifier, @Nullable Id task) {
        return new Resource(
                identifier,
                tenant,
                project,
                environment,
                datacenter,
                name,
                generation,
                phase,
                specText,
                statusText,
                task,
                createdAt);
    }

    public JsonNode spec() {
        return specText.tree();
    }

    public <T> T spec(Class<T> type) {
        return specText.as(type);
    }

    public <T> T status(Class<T> type) {
        return statusText.as(type);
    }
}

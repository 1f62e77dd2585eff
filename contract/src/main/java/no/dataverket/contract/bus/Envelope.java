package no.dataverket.contract.bus;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import no.dataverket.contract.Id;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A CloudEvents 1.0 envelope in JSON (structured mode), with the extensions that every message of the platform
/// carries.
/// Extension names are lower case without separators, as CloudEvents §3.1 demands.
///
/// @param id unique; also the `Nats-Msg-Id`, so that the bus drops a repeated publication
/// @param source service that sent it, as `/dataverket/<datacenter>/<service>`
/// @param type the subject that it was published on
/// @param correlationid W3C trace id of the request that all this began with
/// @param causationid id of the message or request that led to this one
/// @param dataversion version of the payload's meaning, where it is not 1
/// @param epoch fencing token of the task's lease; a receiver refuses a lower one than it has seen
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Envelope(
        String specversion,
        String id,
        String source,
        String type,
        Instant time,
        @Nullable String subject,
        String datacontenttype,
        String correlationid,
        @Nullable String causationid,
        @Nullable Id tenant,
        @Nullable Id project,
        @Nullable Id environment,
        String actor,
        @Nullable String datacenter,
        @Nullable Id task,
        @Nullable String step,
        @Nullable Long generation,
        @Nullable Long epoch,
        @Nullable Instant deadline,
        @Nullable String traceparent,
        @Nullable Integer dataversion,
        @JsonProperty("data") JsonNode data) {

    /// The version of CloudEvents in use.
    public static final String SPEC_VERSION = "1.0";

    /// Version of what the data means; 1 where nothing is said.
    public int version() {
        return dataversion == null ? 1 : dataversion;
    }
}

package no.dataverket.contract.api;

import no.dataverket.contract.Field;
import no.dataverket.contract.Id;

/// What is typed at a console. The offset makes repetitions harmless: bytes that were taken before are not typed
/// again.
public record ConsoleInput(
        @Field("Session.") Id session,

        @Field(value = "How many bytes were typed in the session before these.", min = 0)
        long offset,

        @Field(
                value = "The bytes in Base64, at most 4096 of them.",
                pattern = "[A-Za-z0-9+/]*={0,2}",
                max = 5464,
                example = "dXB0aW1lDQ==")
        String data) {}

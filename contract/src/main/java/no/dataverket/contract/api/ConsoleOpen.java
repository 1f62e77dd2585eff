package no.dataverket.contract.api;

import no.dataverket.contract.Field;
import org.jspecify.annotations.Nullable;

/// Opens a session at a machine's serial console.
public record ConsoleOpen(
        @Field(
                value = "End the session of somebody else who is at this console.",
                defaultsTo = "false: it is refused while somebody is there")
        @Nullable
        Boolean takeOver) {}

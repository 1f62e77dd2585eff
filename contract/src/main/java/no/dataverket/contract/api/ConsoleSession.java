package no.dataverket.contract.api;

import java.time.Instant;
import no.dataverket.contract.Field;
import no.dataverket.contract.Id;

/// A session at a machine's serial console. One is open for a machine at a time, and only who opened it uses it.
/// It ends when the machine stops or moves, when nobody types for a while, and soon after nobody reads it.
public record ConsoleSession(
        @Field("Identifier; it is sent with all that is done in the session.")
        Id id,

        @Field("Machine.") Id vm,
        @Field("Who opened it.") String openedBy,
        @Field("When it was opened.") Instant openedAt,

        @Field("It ends when nothing was typed for so long, seconds.")
        long idleSeconds,

        @Field("It ends when nobody read it for so long, seconds.")
        long unreadSeconds) {}

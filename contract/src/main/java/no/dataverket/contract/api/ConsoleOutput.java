package no.dataverket.contract.api;

import no.dataverket.contract.Field;
import org.jspecify.annotations.Nullable;

/// What a console showed.
public record ConsoleOutput(
        @Field("Position of the first byte in the session; more than was asked for where the reader was too slow.")
        long offset,

        @Field("The bytes in Base64, as the machine wrote them; empty where nothing came in time.")
        String data,

        @Field("Send this as offset for what comes next.") long nextOffset,

        @Field("Whether the session goes on; what it showed last may still have to be read.")
        boolean open,

        @Field("Why it ended; null while it goes on.") @Nullable
        String ended) {}

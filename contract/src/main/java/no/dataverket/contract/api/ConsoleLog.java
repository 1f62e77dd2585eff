package no.dataverket.contract.api;

import no.dataverket.contract.Field;

/// A piece of a machine's serial console.
public record ConsoleLog(
        @Field("The text; bytes that are not UTF-8 are replaced.")
        String text,

        @Field("Send this as offset for what comes next, bytes.")
        long nextOffset,

        @Field("Length of the log now, bytes.") long size) {}

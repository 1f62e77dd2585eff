package no.dataverket.contract.api;

import no.dataverket.contract.Field;

/// What became of what was typed.
public record ConsoleTyped(
        @Field("How many bytes of the session the machine has taken; send what is after them again, from there.")
        long nextOffset) {}

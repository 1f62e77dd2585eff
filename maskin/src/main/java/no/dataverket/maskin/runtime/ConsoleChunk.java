package no.dataverket.maskin.runtime;

import java.nio.charset.StandardCharsets;

/// A piece of a VM's console log. The log outlives stops and starts, but may be rotated when it grows.
///
/// @param from offset of the first byte; 0 instead of what was asked for when the log was rotated in between
/// @param bytes what the guest wrote, in its own encoding
/// @param next offset to ask for next
public record ConsoleChunk(long from, byte[] bytes, long next) {

    /// The bytes as UTF-8; what isn't UTF-8 becomes a replacement character.
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

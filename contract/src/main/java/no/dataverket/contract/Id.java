package no.dataverket.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// A typed, sortable public identifier: the kind's prefix, an underscore, and a UUIDv7 (RFC 9562 §5.7) in 26
/// characters of Crockford's base 32, lower case. Identifiers sort by creation time; clients treat them as
/// opaque.
public record Id(IdKind kind, UUID uuid) implements Comparable<Id> {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int ENCODED_LENGTH = 26;
    private static final SecureRandom RANDOM = new SecureRandom();

    /// Bits of the time below the millisecond.
    private static final int FINE_BITS = 12;

    /// The time in the newest identifier, in parts of a millisecond.
    private static final AtomicLong LAST = new AtomicLong();

    /// A new identifier, later in order than all that this process made before, and than those that others made a
    /// quarter of a microsecond earlier by their clocks (RFC 9562, section 6.2, method 3).
    public static Id next(IdKind kind) {
        var now = Instant.now();
        long reading = (now.toEpochMilli() << FINE_BITS) | ((now.getNano() % 1_000_000L << FINE_BITS) / 1_000_000L);
        long time = LAST.updateAndGet(last -> Math.max(last + 1, reading));
        long high = (time >>> FINE_BITS << 16) | 0x7000L | (time & ((1L << FINE_BITS) - 1));
        return new Id(kind, new UUID(high, (RANDOM.nextLong() >>> 2) | 0x8000000000000000L));
    }

    /// Reads an identifier of any kind.
    ///
    /// @throws IllegalArgumentException if the text is not an identifier
    @JsonCreator
    public static Id parse(String text) {
        return tryParse(text).orElseThrow(() -> new IllegalArgumentException("'" + text + "' is not an identifier"));
    }

    /// Reads an identifier, or nothing where the text is none: a name, for example.
    public static Optional<Id> tryParse(String text) {
        int underscore = text.indexOf('_');
        if (underscore < 1 || text.length() != underscore + 1 + ENCODED_LENGTH) {
            return Optional.empty();
        }
        var kind = IdKind.ofPrefix(text.substring(0, underscore));
        var uuid = decode(text.substring(underscore + 1));
        return kind.flatMap(known -> uuid.map(value -> new Id(known, value)));
    }

    @Override
    @JsonValue
    public String toString() {
        var text = new StringBuilder(kind.prefix()).append('_');
        for (int shift = 125; shift >= 0; shift -= 5) {
            text.append(ALPHABET.charAt((int) bits(uuid, shift)));
        }
        return text.toString();
    }

    @Override
    public int compareTo(Id other) {
        return toString().compareTo(other.toString());
    }

    private static long bits(UUID uuid, int shift) {
        long high = uuid.getMostSignificantBits();
        long low = uuid.getLeastSignificantBits();
        if (shift >= 64) {
            return (high >>> (shift - 64)) & 31;
        }
        long value = low >>> shift;
        return (shift > 59 ? value | (high << (64 - shift)) : value) & 31;
    }

    private static Optional<UUID> decode(String text) {
        long high = 0;
        long low = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0 || (i == 0 && digit > 7)) {
                return Optional.empty();
            }
            high = (high << 5) | (low >>> 59);
            low = (low << 5) | digit;
        }
        return Optional.of(new UUID(high, low));
    }
}

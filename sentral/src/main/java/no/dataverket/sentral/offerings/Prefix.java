package no.dataverket.sentral.offerings;

import java.util.Optional;
import java.util.regex.Pattern;
import no.dataverket.contract.Failure;
import no.dataverket.contract.ProblemCode;

/// An IPv4 prefix as a request names it.
///
/// @param base network address as an unsigned number
record Prefix(long base, int length) {

    private static final Pattern ADDRESS = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
    private static final int SHORTEST = 16;
    private static final int LONGEST = 29;

    /// Reads a prefix in canonical form.
    ///
    /// @throws Failure `VALIDATION_FAILED`, `PREFIX_NOT_CANONICAL` with the canonical form, or
    ///     `PREFIX_NOT_ALLOWED`
    static Prefix parse(String text) {
        int slash = text.indexOf('/');
        var address = slash < 0 ? Optional.<Long>empty() : address(text.substring(0, slash));
        if (address.isEmpty() || !text.substring(slash + 1).matches("\\d|[12]\\d|3[0-2]")) {
            throw Failure.of(ProblemCode.VALIDATION_FAILED, "'" + text + "' is not an IPv4 prefix, as 10.20.0.0/24.");
        }
        int length = Integer.parseInt(text.substring(slash + 1));
        long base = address.get() & mask(length);
        var prefix = new Prefix(base, length);
        if (base != address.get() || !prefix.toString().equals(text)) {
            throw Failure.of(ProblemCode.PREFIX_NOT_CANONICAL, "'" + text + "' has host bits set.")
                    .hint("Write " + prefix + " instead.");
        }
        if (length < SHORTEST || length > LONGEST || !prefix.isPrivate()) {
            throw Failure.of(ProblemCode.PREFIX_NOT_ALLOWED, text + " may not be used for a network.");
        }
        return prefix;
    }

    /// Reads an address; nothing where the text is none.
    static Optional<Long> address(String text) {
        var matcher = ADDRESS.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long value = 0;
        for (int i = 1; i <= 4; i++) {
            int octet = Integer.parseInt(matcher.group(i));
            if (octet > 255) {
                return Optional.empty();
            }
            value = value << 8 | octet;
        }
        return Optional.of(value);
    }

    /// Addresses that machines can have: all but the network's, the gateway's and the broadcast address.
    static long usable(int length) {
        return (1L << (32 - length)) - 3;
    }

    /// Whether a machine can have the address: the first host address is the gateway's.
    boolean offers(long address) {
        return address > base + 1 && address < base + (1L << (32 - length)) - 1;
    }

    @Override
    public String toString() {
        return (base >> 24) + "." + (base >> 16 & 255) + "." + (base >> 8 & 255) + "." + (base & 255) + "/" + length;
    }

    /// RFC 1918, section 3.
    private boolean isPrivate() {
        return base >> 24 == 10 || base >> 20 == (172L << 4 | 1) || base >> 16 == (192L << 8 | 168);
    }

    private static long mask(int length) {
        return length == 0 ? 0 : 0xffffffffL << (32 - length) & 0xffffffffL;
    }
}

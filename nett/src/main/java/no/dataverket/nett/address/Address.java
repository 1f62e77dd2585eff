package no.dataverket.nett.address;

import java.util.regex.Pattern;

/// An IPv4 address.
///
/// @param bits the address as an unsigned number
public record Address(int bits) implements Comparable<Address> {

    /// Bits in an address.
    public static final int LENGTH = 32;

    private static final Pattern DOTTED =
            Pattern.compile("(0|[1-9]\\d{0,2})\\.(0|[1-9]\\d{0,2})\\.(0|[1-9]\\d{0,2})\\.(0|[1-9]\\d{0,2})");

    /// Reads dotted decimal; leading zeros are refused, because some read them as octal.
    ///
    /// @throws IllegalArgumentException if the text is no address
    public static Address parse(String text) {
        var matcher = DOTTED.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no IPv4 address");
        }
        int bits = 0;
        for (int group = 1; group <= 4; group++) {
            int octet = Integer.parseInt(matcher.group(group));
            if (octet > 255) {
                throw new IllegalArgumentException("'" + text + "' is no IPv4 address");
            }
            bits = bits << 8 | octet;
        }
        return new Address(bits);
    }

    /// The address so many further on.
    ///
    /// @throws IllegalArgumentException if there is none
    public Address plus(long distance) {
        long sum = unsigned() + distance;
        if (sum < 0 || sum > 0xffff_ffffL) {
            throw new IllegalArgumentException(this + " + " + distance + " is no IPv4 address");
        }
        return new Address((int) sum);
    }

    /// How far this lies behind the other.
    public long minus(Address other) {
        return unsigned() - other.unsigned();
    }

    @Override
    public int compareTo(Address other) {
        return Integer.compareUnsigned(bits, other.bits);
    }

    @Override
    public String toString() {
        return (bits >>> 24) + "." + (bits >>> 16 & 255) + "." + (bits >>> 8 & 255) + "." + (bits & 255);
    }

    private long unsigned() {
        return Integer.toUnsignedLong(bits);
    }
}

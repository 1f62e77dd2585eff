package no.dataverket.nett.address;

import java.util.Comparator;
import java.util.List;

/// An IPv4 prefix in canonical form: no bit is set behind its length.
public record Prefix(Address network, int length) implements Comparable<Prefix> {

    public Prefix {
        if (length < 0 || length > Address.LENGTH) {
            throw new IllegalArgumentException("A prefix is 0 to 32 bits long, not " + length);
        }
        if ((network.bits() & ~mask(length)) != 0) {
            throw new IllegalArgumentException(network + "/" + length + " has host bits set");
        }
    }

    /// Reads `10.0.0.0/8`.
    ///
    /// @throws IllegalArgumentException if the text is no prefix, or not a canonical one
    public static Prefix parse(String text) {
        return new Prefix(addressPart(text), lengthPart(text));
    }

    /// The canonical prefix that is meant where host bits may be set.
    ///
    /// @throws IllegalArgumentException if the text is no prefix at all
    public static Prefix parseLeniently(String text) {
        return of(addressPart(text), lengthPart(text));
    }

    /// The prefix of a length that an address lies in.
    public static Prefix of(Address address, int length) {
        return new Prefix(new Address(address.bits() & mask(length)), length);
    }

    /// How many addresses it has, network and broadcast among them.
    public long size() {
        return 1L << (Address.LENGTH - length);
    }

    /// The last address, which reaches all.
    public Address broadcast() {
        return network.plus(size() - 1);
    }

    /// The first address that a host can have; it is the gateway's.
    public Address gateway() {
        return network.plus(1);
    }

    public boolean contains(Address address) {
        return (address.bits() & mask(length)) == network.bits();
    }

    public boolean contains(Prefix other) {
        return other.length >= length && contains(other.network);
    }

    public boolean overlaps(Prefix other) {
        return contains(other) || other.contains(this);
    }

    /// Its two halves, the lower first.
    public List<Prefix> halves() {
        var lower = new Prefix(network, length + 1);
        return List.of(lower, lower.sibling());
    }

    /// The other half of the prefix that this is a half of.
    public Prefix sibling() {
        return new Prefix(new Address(network.bits() ^ (1 << (Address.LENGTH - length))), length);
    }

    /// The prefix that this is a half of.
    public Prefix parent() {
        return of(network, length - 1);
    }

    @Override
    public int compareTo(Prefix other) {
        return Comparator.comparing(Prefix::network)
                .thenComparing(Prefix::length)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return network + "/" + length;
    }

    private static Address addressPart(String text) {
        return Address.parse(text.substring(0, slash(text)));
    }

    private static int lengthPart(String text) {
        var length = text.substring(slash(text) + 1);
        if (!length.matches("\\d|[12]\\d|3[0-2]")) {
            throw new IllegalArgumentException("'" + text + "' is no IPv4 prefix");
        }
        return Integer.parseInt(length);
    }

    private static int slash(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("'" + text + "' is no IPv4 prefix");
        }
        return slash;
    }

    private static int mask(int length) {
        return length == 0 ? 0 : -1 << (Address.LENGTH - length);
    }
}

package no.dataverket.sentral.inventory.element;

import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;
import no.dataverket.contract.Names;
import org.jspecify.annotations.Nullable;

/// What an element is called everywhere: `region.nordic`, `datacenter.osl1`, `rack.osl1.r1`,
/// `port.osl1.sw-1.Ethernet1/1`. The names of ports and cables are their makers'; all others are our names.
///
/// @param datacenter null for a region
/// @param device the device of a port; null for all others
public record Key(
        ElementKind kind,
        @Nullable String datacenter,
        @Nullable String device,
        String name) {

    private static final Pattern MAKERS_NAME = Pattern.compile("[A-Za-z0-9][-A-Za-z0-9._/:]{0,62}");

    public static Key region(String name) {
        return new Key(ElementKind.REGION, null, null, name);
    }

    public static Key datacenter(String name) {
        return new Key(ElementKind.DATACENTER, name, null, name);
    }

    /// An element of a datacenter that is neither the datacenter itself nor a port.
    public static Key of(ElementKind kind, String datacenter, String name) {
        return switch (kind) {
            case REGION -> region(name);
            case DATACENTER -> datacenter(name);
            default -> new Key(kind, datacenter, null, name);
        };
    }

    public static Key port(String datacenter, String device, String name) {
        return new Key(ElementKind.PORT, datacenter, device, name);
    }

    /// Whether an element of the kind may have the name.
    public static boolean allows(ElementKind kind, String name) {
        return kind == ElementKind.PORT || kind == ElementKind.LINK
                ? MAKERS_NAME.matcher(name).matches()
                : Names.isName(name);
    }

    /// Reads a key, or nothing where the text is none.
    public static Optional<Key> parse(String text) {
        var parts = text.split("\\.", 4);
        var kind = ElementKind.ofPrefix(parts[0]).orElse(null);
        if (kind == null || parts.length < 2) {
            return Optional.empty();
        }
        int first = text.indexOf('.') + 1;
        var read = switch (kind) {
            case REGION -> region(text.substring(first));
            case DATACENTER -> datacenter(text.substring(first));
            case PORT -> parts.length < 4 ? null : port(parts[1], parts[2], parts[3]);
            default -> parts.length < 3 ? null : of(kind, parts[1], text.substring(text.indexOf('.', first) + 1));
        };
        return Optional.ofNullable(read).filter(Key::wellFormed);
    }

    /// The key of the device of a port.
    public Key ofDevice() {
        if (datacenter == null || device == null) {
            throw new IllegalStateException(this + " is not the key of a port");
        }
        return of(ElementKind.DEVICE, datacenter, device);
    }

    /// Of some things by key those that are ports of a device.
    public static <V> SortedMap<String, V> portsOf(SortedMap<String, V> all, String device) {
        var prefix = ElementKind.PORT.prefix() + device.substring(device.indexOf('.'));
        // All that begins with the prefix and a full stop: a solidus is the next character.
        return all.subMap(prefix + ".", prefix + "/");
    }

    private boolean wellFormed() {
        return allows(kind, name)
                && (datacenter == null || Names.isName(datacenter))
                && (device == null || Names.isName(device));
    }

    @Override
    public String toString() {
        return switch (kind) {
            case REGION, DATACENTER -> kind.prefix() + "." + name;
            case PORT -> kind.prefix() + "." + datacenter + "." + device + "." + name;
            default -> kind.prefix() + "." + datacenter + "." + name;
        };
    }
}

package no.dataverket.sentral.inventory.element;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import no.dataverket.contract.Names;
import org.jspecify.annotations.Nullable;

/// Reads values of fields as people and services write them.
public final class FieldReader {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,11}");
    private static final Pattern MAC = Pattern.compile("[0-9a-f]{2}(:[0-9a-f]{2}){5}");

    private FieldReader() {}

    /// A value, or what is wrong with it.
    public sealed interface Outcome {
        record Good(String value) implements Outcome {}

        record Bad(String code, String detail) implements Outcome {}
    }

    /// Reads one value, or an element of a list of references.
    ///
    /// @param datacenter where names are looked up that say no datacenter; null where all must say it
    public static Outcome read(FieldRule rule, String written, @Nullable String datacenter) {
        return switch (rule.form()) {
            case TEXT -> text(rule, written);
            case NUMBER -> number(rule, written);
            case CHOICE ->
                rule.choices().contains(written)
                        ? new Outcome.Good(written)
                        : new Outcome.Bad("ENUM", "must be one of " + String.join(", ", rule.choices()));
            case MAC -> mac(written);
            case REFERENCE, REFERENCES -> reference(rule, written, datacenter);
        };
    }

    /// Puts the elements of a list of references together.
    public static String join(List<String> keys) {
        return String.join(" ", new TreeSet<>(keys));
    }

    private static Outcome text(FieldRule rule, String written) {
        if (written.isBlank() || !written.equals(written.strip())) {
            return new Outcome.Bad("PATTERN", "must not be empty, nor begin or end with a space");
        }
        if (written.length() > rule.most()) {
            return new Outcome.Bad("MAXIMUM", "must be at most " + rule.most() + " characters");
        }
        if (written.codePoints().anyMatch(point -> Character.isISOControl(point) || isHalf(point))) {
            return new Outcome.Bad("FORMAT", "must be one line of plain text");
        }
        return new Outcome.Good(written);
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    private static Outcome number(FieldRule rule, String written) {
        if (!NUMBER.matcher(written).matches()) {
            return new Outcome.Bad("TYPE", "must be a whole number from 1, in decimal digits");
        }
        return Long.parseLong(written) <= rule.most()
                ? new Outcome.Good(written)
                : new Outcome.Bad("MAXIMUM", "must be at most " + rule.most());
    }

    private static Outcome mac(String written) {
        if (MAC.matcher(written).matches()) {
            return new Outcome.Good(written);
        }
        var digits = written.toLowerCase(Locale.ROOT).replaceAll("[^0-9a-f]", "");
        var canonical = digits.length() == 12 ? String.join(":", digits.split("(?<=\\G..)")) : "02:00:00:00:00:01";
        return new Outcome.Bad("PATTERN", "must be written as " + canonical);
    }

    private static Outcome reference(FieldRule rule, String written, @Nullable String datacenter) {
        var key = Key.parse(written).orElse(null);
        if (key == null && datacenter != null) {
            key = relative(rule, written, datacenter);
        }
        if (key == null) {
            return new Outcome.Bad("REFERENCE", "must name " + named(rule));
        }
        if (!rule.kinds().contains(key.kind())) {
            return new Outcome.Bad("REFERENCE", "names a " + key.kind() + ", but must name " + named(rule));
        }
        return new Outcome.Good(key.toString());
    }

    /// `r1` where the kind is clear, `rack.r1` where it is not, `sw-1.eth1` for a port.
    private static @Nullable Key relative(FieldRule rule, String written, String datacenter) {
        int dot = written.indexOf('.');
        if (rule.kinds().size() == 1) {
            var kind = rule.kinds().iterator().next();
            if (kind == ElementKind.PORT) {
                return dot <= 0
                        ? null
                        : Key.parse("port." + datacenter + "." + written).orElse(null);
            }
            return Names.isName(written) ? Key.of(kind, datacenter, written) : null;
        }
        if (dot <= 0 || !Names.isName(written.substring(dot + 1))) {
            return null;
        }
        return ElementKind.ofPrefix(written.substring(0, dot))
                .map(kind -> Key.of(kind, datacenter, written.substring(dot + 1)))
                .orElse(null);
    }

    private static String named(FieldRule rule) {
        var kinds = rule.kinds().stream().map(ElementKind::prefix).sorted().toList();
        if (kinds.size() > 1) {
            return "one of these as kind.name: " + String.join(", ", kinds);
        }
        return kinds.getFirst().equals("port") ? "a port as device.port" : "a " + kinds.getFirst() + " by its name";
    }

    /// How a reference is written inside a datacenter; reading it there gives the same key.
    public static String shorten(FieldRule rule, String text, @Nullable String datacenter) {
        var key = Key.parse(text).orElseThrow();
        if (key.kind() == ElementKind.REGION && rule.kinds().size() == 1) {
            return key.name();
        }
        if (datacenter == null || !datacenter.equals(key.datacenter()) || key.kind() == ElementKind.DATACENTER) {
            return text;
        }
        if (rule.kinds().size() > 1) {
            return key.kind().prefix() + "." + key.name();
        }
        return key.kind() == ElementKind.PORT ? key.device() + "." + key.name() : key.name();
    }
}

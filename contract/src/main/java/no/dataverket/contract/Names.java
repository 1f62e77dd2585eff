package no.dataverket.contract;

import java.util.regex.Pattern;

/// The one rule for names: a DNS label (RFC 1035 §2.3.1) that starts with a letter, so that it can never be
/// mistaken for an identifier or a number.
public final class Names {

    /// The rule as a regular expression.
    public static final String PATTERN = "^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$";

    /// What a place is called: a rack, a feed, a room, a country.
    public static final String LABEL = "^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$";

    private static final Pattern COMPILED = Pattern.compile(PATTERN);

    private Names() {}

    /// Whether the text may be a name.
    public static boolean isName(String text) {
        return COMPILED.matcher(text).matches();
    }
}

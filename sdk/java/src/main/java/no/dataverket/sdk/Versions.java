package no.dataverket.sdk;

import org.jspecify.annotations.Nullable;

/// The number in an ETag of the form `"g17"`.
public final class Versions {

    private Versions() {}

    /// The version, or 0 where the text has none.
    public static long ofEtag(@Nullable String etag) {
        var number = 0L;
        for (var index = 0; etag != null && index < etag.length(); index++) {
            var digit = etag.charAt(index) - '0';
            number = digit >= 0 && digit <= 9 ? number * 10 + digit : number;
        }
        return number;
    }
}

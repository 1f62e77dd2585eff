package no.dataverket.identitet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// The secret of a token: `dvt_` and 256 random bits in URL-safe base 64. It is shown to its owner once; what
/// the platform keeps and sends is the hash. With that many random bits a plain hash can't be guessed back.
record TokenSecret(String text) {

    private static final String PREFIX = "dvt_";
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /// @throws IllegalArgumentException if the text has not the form of a secret; the message does not repeat
    ///     it
    TokenSecret {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("This is not the secret of a token");
        }
    }

    /// A new secret.
    static TokenSecret random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new TokenSecret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /// SHA-256 of the text, hexadecimal.
    String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java platform has SHA-256", absent);
        }
    }

    /// Keeps the secret out of logs and messages.
    @Override
    public String toString() {
        return PREFIX + "***";
    }
}

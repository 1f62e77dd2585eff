package no.dataverket.maskin.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import no.dataverket.contract.command.MaskinMessages.ImageTrust;
import no.dataverket.contract.command.MaskinMessages.TrustedKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A signature is believed if a trusted key made it over just these bytes, and in no other case.
final class SignedManifestTest {

    private static final byte[] DOCUMENT = "{\"name\": \"tiny\"}".getBytes(StandardCharsets.UTF_8);
    private static final KeyPair RELEASE = pair();
    private static final KeyPair OTHER = pair();

    /// An Ed25519 key and signature made by OpenSSL 3: `openssl pkeyutl -sign -rawin` over `{"name": "tiny"}`.
    private static final ImageTrust OPENSSL = new ImageTrust(
            true, List.of(new TrustedKey("openssl", "MCowBQYDK2VwAyEA/ce+ic+6N+5ufoH0y87C1RNNHWRGzWzNjL5q9mulDSo=")));

    private static final String OPENSSL_SIGNATURE =
            "O8MkPl50go/cBMZTyFd2ormvohYviadbA908yf0frsa+igmcysoiJQ7KM1zwmJSAzYj0ZcUSvVsiRHhcqOtKAQ==";

    @Test
    void whatATrustedKeySignedIsBelieved() {
        var signed = new SignedManifest(DOCUMENT, sign(RELEASE, DOCUMENT));
        assertThat(signed.signer(trust(true, OTHER, RELEASE))).isEqualTo(fingerprint(RELEASE));
        assertThat(signed.signer(trust(false, RELEASE))).isEqualTo(fingerprint(RELEASE));
    }

    @Test
    void whatOperatorsSignWithOpensslIsBelieved() {
        var signed = new SignedManifest(DOCUMENT, Base64.getDecoder().decode(OPENSSL_SIGNATURE));
        assertThat(signed.signer(OPENSSL)).isEqualTo("openssl");
    }

    @Test
    void whatAnotherKeySignedIsRefused() {
        refused(new SignedManifest(DOCUMENT, sign(OTHER, DOCUMENT)), "no trusted key made");
    }

    @Test
    void whatWasChangedSinceIsRefused() {
        for (int i = 0; i < DOCUMENT.length; i++) {
            var changed = DOCUMENT.clone();
            changed[i] ^= 1;
            refused(new SignedManifest(changed, sign(RELEASE, DOCUMENT)), "no trusted key made");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 65})
    void whatIsNoSignatureIsRefused(int length) {
        refused(new SignedManifest(DOCUMENT, new byte[length]), "no trusted key made");
    }

    @Test
    void whatIsNotSignedIsRefused() {
        refused(new SignedManifest(DOCUMENT, null), "is not signed");
    }

    @Test
    void wherePolicyAllowsItNobodyStandsForIt() {
        assertThat(new SignedManifest(DOCUMENT, null).signer(trust(false, RELEASE)))
                .isNull();
        assertThat(new SignedManifest(DOCUMENT, sign(OTHER, DOCUMENT)).signer(trust(false, RELEASE)))
                .isNull();
        assertThat(new SignedManifest(DOCUMENT, sign(RELEASE, DOCUMENT)).signer(ImageTrust.NOBODY))
                .isNull();
    }

    private static void refused(SignedManifest manifest, String why) {
        assertThatThrownBy(() -> manifest.signer(trust(true, RELEASE)))
                .hasMessageContaining("IMAGE_UNSIGNED")
                .hasMessageContaining(why);
    }

    private static ImageTrust trust(boolean required, KeyPair... keys) {
        return new ImageTrust(
                required,
                List.of(keys).stream()
                        .map(key -> new TrustedKey(
                                fingerprint(key),
                                Base64.getEncoder()
                                        .encodeToString(key.getPublic().getEncoded())))
                        .toList());
    }

    private static String fingerprint(KeyPair key) {
        return Sha256.of(key.getPublic().getEncoded());
    }

    private static byte[] sign(KeyPair key, byte[] document) {
        try {
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(key.getPrivate());
            signer.update(document);
            return signer.sign();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}

package no.dataverket.maskin.image;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import no.dataverket.contract.Failure;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.command.MaskinMessages.ImageTrust;
import no.dataverket.contract.command.MaskinMessages.TrustedKey;
import org.jspecify.annotations.Nullable;

/// A manifest to the letter, as it was signed: what is signed is what is stored and copied on.
///
/// @param document the bytes of `image.json`
/// @param signature the bytes of `image.json.sig`, an Ed25519 signature (RFC 8032) of the document; null for
///     none
@SuppressWarnings("ArrayRecordComponent") // never compared, and kept by nobody who would change it
record SignedManifest(byte[] document, byte @Nullable [] signature) {

    /// Name of the signature in an image directory.
    static final String SIGNATURE_FILE = ImageManifest.FILE + ".sig";

    /// The length of each Ed25519 signature.
    static final int SIGNATURE_BYTES = 64;

    /// @throws Failure `INVALID_REFERENCE` naming the first thing that is wrong
    ImageManifest manifest() {
        return ImageManifest.parse(new String(document, StandardCharsets.UTF_8));
    }

    /// Finds out who of those whom the operators believe has signed it.
    ///
    /// @return fingerprint of the key; null if nobody has, and nobody needs to
    /// @throws Failure `IMAGE_UNSIGNED` if a signature is required and none is believed
    @Nullable
    String signer(ImageTrust trust) {
        var held = signature;
        if (held == null) {
            if (trust.required()) {
                throw refused("is not signed: there is no " + SIGNATURE_FILE);
            }
            return null;
        }
        for (var key : trust.keys()) {
            if (verifies(key, held)) {
                return key.fingerprint();
            }
        }
        if (trust.required()) {
            throw refused("has a signature that no trusted key made: another key, or the manifest was changed since");
        }
        return null;
    }

    private boolean verifies(TrustedKey key, byte[] held) {
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(publicKey(key));
            verifier.update(document);
            return verifier.verify(held);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    private static PublicKey publicKey(TrustedKey key) throws GeneralSecurityException {
        var encoded = Base64.getDecoder().decode(key.publicKey());
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static Failure refused(String why) {
        return Failure.of(ProblemCode.IMAGE_UNSIGNED, "The image " + why + ".")
                .hint("Sign the manifest: openssl pkeyutl -sign -rawin -inkey KEY -in " + ImageManifest.FILE + " -out "
                        + SIGNATURE_FILE + "; see who is believed: dvce image-key list");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedManifest(var otherDocument, var otherSignature)
                && Arrays.equals(document, otherDocument)
                && Arrays.equals(signature, otherSignature);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(document);
    }

    @Override
    public String toString() {
        return new String(document, StandardCharsets.UTF_8);
    }
}

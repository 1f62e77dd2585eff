package no.dataverket.contract.api;

import no.dataverket.contract.Field;
import org.jspecify.annotations.Nullable;

/// Whether somebody whom the operators trust stands for an image version.
public record ImageSignature(
        @Field("Whether it is signed, and by whom.") SignatureTrust trust,

        @Field(value = "Name of the trusted key.", example = "release") @Nullable
        String key,

        @Field("Fingerprint of the key that signed it, where that was trusted once.") @Nullable
        String fingerprint) {

    /// What a signature is worth.
    public enum SignatureTrust {
        /// A key that is trusted now signed the manifest.
        TRUSTED,
        /// There is a signature, and no key that is trusted now made it.
        UNTRUSTED,
        /// There is no signature.
        UNSIGNED
    }
}

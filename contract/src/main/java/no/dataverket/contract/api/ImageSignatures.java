package no.dataverket.contract.api;

/// When an image needs the signature of a trusted key to be registered, promoted and used.
public enum ImageSignatures {
    /// As soon as there is a trusted key.
    WHEN_KEYS_EXIST,
    /// Always; without a trusted key nothing can be used.
    REQUIRED,
    /// Never. What is not signed is shown as such.
    OPTIONAL
}

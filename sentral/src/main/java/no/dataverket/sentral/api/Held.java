package no.dataverket.sentral.api;

/// Thrown where a change needs consent first; nothing is written yet.
final class Held extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Consent consent;

    Held(Consent consent) {
        super(null, null, false, false);
        this.consent = consent;
    }

    Consent consent() {
        return consent;
    }
}

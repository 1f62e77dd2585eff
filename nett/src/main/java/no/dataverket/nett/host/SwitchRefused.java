package no.dataverket.nett.host;

/// The host answered, and will not do what it was asked. It would not the next time either, unless somebody
/// changes something.
public final class SwitchRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SwitchRefused(String cause) {
        super(cause);
    }
}

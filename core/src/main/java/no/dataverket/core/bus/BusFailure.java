package no.dataverket.core.bus;

/// The bus can't be used now. Nothing is lost: what was to be said stays in the outbox.
public final class BusFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BusFailure(String message, Throwable cause) {
        super(message, cause);
    }
}

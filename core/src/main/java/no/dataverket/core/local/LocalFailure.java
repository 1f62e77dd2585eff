package no.dataverket.core.local;

/// A local PostgreSQL or nats-server can't be had. The message says why and what to install.
public final class LocalFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LocalFailure(String message) {
        super(message);
    }

    LocalFailure(String message, Throwable cause) {
        super(message, cause);
    }
}

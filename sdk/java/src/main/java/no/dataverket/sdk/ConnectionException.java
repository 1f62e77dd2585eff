package no.dataverket.sdk;

/// The server could not be reached, or did not answer in time. Whether the request was carried out is not
/// known, unless [#isSent()] says that it never left.
public sealed class ConnectionException extends RuntimeException permits ApiVersionException {

    private static final long serialVersionUID = 1L;

    private final boolean sent;
    private final boolean timedOut;

    ConnectionException(String message, Throwable cause, boolean sent, boolean timedOut) {
        super(message, cause);
        this.sent = sent;
        this.timedOut = timedOut;
    }

    /// The server answered, in a way that makes no sense to this program.
    ConnectionException(String message) {
        super(message);
        this.sent = true;
        this.timedOut = false;
    }

    /// Whether the request may have reached the server.
    public boolean isSent() {
        return sent;
    }

    /// Whether the time was up.
    public boolean isTimedOut() {
        return timedOut;
    }
}

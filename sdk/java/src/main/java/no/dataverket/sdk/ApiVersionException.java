package no.dataverket.sdk;

/// The server speaks another major version of the API, so that nothing it answers can be relied on.
public final class ApiVersionException extends ConnectionException {

    private static final long serialVersionUID = 1L;

    private final String spoken;
    private final String served;

    ApiVersionException(String server, String spoken, String served) {
        super(server + " serves version " + served + " of the API, and this program speaks version " + spoken);
        this.spoken = spoken;
        this.served = served;
    }

    /// The major version that this program speaks.
    public String spoken() {
        return spoken;
    }

    /// The version that the server serves, major and minor.
    public String served() {
        return served;
    }
}

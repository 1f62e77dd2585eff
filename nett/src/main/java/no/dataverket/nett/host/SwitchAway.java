package no.dataverket.nett.host;

/// The switch of a host can't be asked. What is there is not known; in particular not that nothing is.
public final class SwitchAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String host;

    /// @param host name of the host, for people
    /// @param cause why, for operators
    public SwitchAway(String host, String cause) {
        super(cause);
        this.host = host;
    }

    public String host() {
        return host;
    }
}

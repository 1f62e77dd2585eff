package no.dataverket.core.http;

import no.dataverket.contract.command.IdentitetMessages.Principal;

/// Who a bearer token speaks for.
public interface Authenticator {

    /// @throws no.dataverket.contract.Failure `AUTHENTICATION_REQUIRED` if the token is not good
    Principal authenticate(String token);

    /// Whether the token was good not long ago. Who guesses tokens uses up the quota of their address; those who
    /// share it and hold a good token go on.
    boolean remembers(String token);
}

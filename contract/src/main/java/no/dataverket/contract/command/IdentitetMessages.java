package no.dataverket.contract.command;

import java.time.Instant;
import java.util.List;
import no.dataverket.contract.Id;
import no.dataverket.contract.api.PrincipalKind;
import no.dataverket.contract.api.RoleBinding;
import no.dataverket.contract.api.Token;
import org.jspecify.annotations.Nullable;

/// What Identitet is asked and what it tells.
public final class IdentitetMessages {

    /// The service's name in subjects.
    public static final String SERVICE = "identitet";

    private IdentitetMessages() {}

    /// Who does this token speak for? The token itself never crosses the bus.
    ///
    /// @param tokenHash SHA-256 of the token, hexadecimal
    @Message(service = SERVICE, name = "authenticate")
    public record Authenticate(String tokenHash) implements Query<Principal> {}

    /// Somebody who may do something.
    ///
    /// @param issuers who made this principal, and who made those, up to but without the first operator: two
    ///     principals with one in common are not two persons
    public record Principal(
            Id id,
            String name,
            PrincipalKind kind,
            Id token,
            @Nullable Instant tokenExpiresAt,
            List<RoleBinding> roles,
            List<Id> issuers) {}

    /// Tokens whose roles all lie in the scope given: everything where tenant is null.
    @Message(service = SERVICE, name = "list-tokens")
    public record ListTokens(@Nullable Id tenant) implements Query<Tokens> {}

    /// Tokens, oldest first.
    public record Tokens(List<Token> tokens) {}

    /// Makes a token for a new principal of the same name.
    ///
    /// @param issuer the principal who makes it; null for the platform itself
    @Message(service = SERVICE, name = "create-token")
    public record IssueToken(
            Id token,
            String name,
            RoleBinding role,
            String tokenHash,
            @Nullable Instant expiresAt,
            String createdBy,
            PrincipalKind kind,
            @Nullable Id issuer)
            implements Query<Token> {}

    /// Ends a token at once. Subject of the fact that follows: `dv.identitet.evt.token.revoked`.
    @Message(service = SERVICE, name = "revoke-token")
    public record RevokeToken(Id token) implements Query<Done> {}

    /// A fact: this token is no longer good.
    public record TokenRevoked(Id token) {}
}

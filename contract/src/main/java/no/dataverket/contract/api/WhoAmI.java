package no.dataverket.contract.api;

import java.time.Instant;
import java.util.List;
import no.dataverket.contract.Field;
import no.dataverket.contract.Id;
import org.jspecify.annotations.Nullable;

/// Who the token speaks for.
public record WhoAmI(
        @Field("Principal.") Id id,
        @Field("Its name.") String name,
        @Field("Whether it is a person or a program.") PrincipalKind kind,
        @Field("Token in use.") Id token,
        @Field("When the token ends.") @Nullable Instant tokenExpiresAt,
        @Field("Roles, and where they hold.") List<RoleBinding> roles,
        @Field("Tenants that are visible.") List<ScopeName> tenants,
        @Field("Projects that are visible.") List<ScopeName> projects,
        @Field("Version of the server.") String serverVersion) {

    /// A name to go with an identifier.
    public record ScopeName(
            @Field("Identifier.") Id id, @Field("Name.") String name) {}
}

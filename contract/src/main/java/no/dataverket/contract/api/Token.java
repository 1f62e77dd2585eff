package no.dataverket.contract.api;

import java.time.Instant;
import java.util.List;
import no.dataverket.contract.Field;
import no.dataverket.contract.Id;
import org.jspecify.annotations.Nullable;

/// An access token. Its secret is shown once, when it is made, and kept only as a hash.
public record Token(
        @Field("Identifier.") Id id,
        @Field("Name.") String name,
        @Field("Principal that it speaks for.") Id principal,
        @Field("Whether that is a person or a program.") PrincipalKind kind,
        @Field("Roles, and where they hold.") List<RoleBinding> roles,
        @Field("When it was made.") Instant createdAt,
        @Field("When it ends.") @Nullable Instant expiresAt,

        @Field("When it was last used, to the minute.") @Nullable
        Instant lastUsedAt) {}

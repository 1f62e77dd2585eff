package no.dataverket.contract.api;

import no.dataverket.contract.Field;
import no.dataverket.contract.Names;
import org.jspecify.annotations.Nullable;

/// Makes a token. Nobody can give away more than they hold.
public record TokenCreate(
        @Field(value = "Name, unique among the tokens of the scope.", pattern = Names.PATTERN, example = "ci")
        String name,

        @Field(value = "Role.", example = "PROJECT_EDITOR") Role role,

        @Field("Tenant, by name or identifier; for every role but PLATFORM_OPERATOR.") @Nullable
        String tenant,

        @Field("Project, by name or identifier; for the project roles.") @Nullable
        String project,

        @Field(value = "Whether it speaks for a person or for a program.", defaultsTo = "MACHINE", example = "HUMAN")
        @Nullable
        PrincipalKind kind,

        @Field(value = "How long it is good, as an ISO 8601 duration.", defaultsTo = "P90D", example = "P30D") @Nullable
        String expiresIn) {}

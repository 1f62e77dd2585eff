package no.dataverket.contract.api;

import no.dataverket.contract.Field;
import no.dataverket.contract.Id;
import org.jspecify.annotations.Nullable;

/// A role and where it holds. An operator's binding names neither tenant nor project.
public record RoleBinding(
        @Field(value = "The role.", example = "PROJECT_EDITOR")
        Role role,

        @Field("Tenant in which it holds.") @Nullable Id tenant,
        @Field("Project in which it holds.") @Nullable Id project) {}

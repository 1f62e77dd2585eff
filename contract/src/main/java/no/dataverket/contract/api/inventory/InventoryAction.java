package no.dataverket.contract.api.inventory;

import java.util.List;
import no.dataverket.contract.Field;
import org.jspecify.annotations.Nullable;

/// One element's part of a plan.
public record InventoryAction(
        @Field("What is done.") InventoryVerb action,

        @Field(value = "Key of the element.", example = "rack.osl1.r1")
        String key,

        @Field("Fields that differ, by name.") List<FieldChange> fields) {

    /// What can be done to an element.
    public enum InventoryVerb {
        CREATE,
        CHANGE,
        DELETE
    }

    /// A field before and after. Lists are their elements with spaces between them.
    public record FieldChange(
            @Field(value = "Field.", example = "serial") String field,

            @Field("Value now; absent if it has none.") @Nullable
            String before,

            @Field("Value then; absent if it has none.") @Nullable
            String after,

            @Field("Whether it is trusted only after a second operator approves.")
            boolean sensitive) {}
}

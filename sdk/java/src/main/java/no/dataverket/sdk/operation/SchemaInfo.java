package no.dataverket.sdk.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An object with its fields, or an enum with its known values.
public record SchemaInfo(String name, List<FieldInfo> fields, List<String> values) {

    /// The field with the name, if there is one.
    public @Nullable FieldInfo field(String wanted) {
        for (var field : fields) {
            if (field.name().equals(wanted)) {
                return field;
            }
        }
        return null;
    }
}

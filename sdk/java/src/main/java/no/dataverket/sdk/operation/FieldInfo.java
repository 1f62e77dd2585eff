package no.dataverket.sdk.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A field of a schema.
///
/// @param item kind of a list's elements or a map's values; the kind itself otherwise
/// @param schema name of the object's or the enum's schema, also inside a list or a map
/// @param values known values of an enum; later servers may send others
public record FieldInfo(
        String name,
        FieldKind kind,
        FieldKind item,
        @Nullable String schema,
        boolean required,
        String description,
        List<String> values) {}

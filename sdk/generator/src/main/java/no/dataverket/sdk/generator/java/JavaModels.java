package no.dataverket.sdk.generator.java;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.dataverket.sdk.generator.Contract;
import no.dataverket.sdk.generator.Contract.Property;
import no.dataverket.sdk.generator.Contract.Schema;

/// Writes a record for each schema and a holder of constants for each enum. Enums stay open: their fields are
/// strings, so that a value of a later server does not fail.
final class JavaModels {

    private static final String PACKAGE = "no.dataverket.sdk.model";
    private static final String FOLDER = "no/dataverket/sdk/model/";

    private final Contract contract;
    private final Map<String, String> files;

    JavaModels(Contract contract, Map<String, String> files) {
        this.contract = contract;
        this.files = files;
    }

    void write() {
        files.put(FOLDER + "package-info.java", """
                /// The resources and bodies of the API, generated from its OpenAPI document.
                @org.jspecify.annotations.NullMarked
                package no.dataverket.sdk.model;
                """);
        for (var schema : contract.schemas().values()) {
            files.put(FOLDER + schema.name() + ".java", schema.values().isEmpty() ? record(schema) : constants(schema));
        }
    }

    private static String constants(Schema schema) {
        var constants = schema.values().stream()
                .map(value -> "    public static final String " + value + " = " + JavaText.literal(value) + ";\n")
                .collect(Collectors.joining());
        return "package " + PACKAGE + ";\n\n/// Known values; later servers may send others.\npublic final class "
                + schema.name() + " {\n" + constants + "\n    private " + schema.name() + "() {}\n}\n";
    }

    private static String record(Schema schema) {
        var text = new StringBuilder("package " + PACKAGE + ";\n\n");
        text.append("import io.avaje.jsonb.Json;\nimport java.time.Instant;\nimport java.util.List;\n");
        text.append("import java.util.Map;\nimport org.jspecify.annotations.Nullable;\n\n");
        text.append("/// `").append(schema.name()).append("` of the API.\n///\n");
        for (var property : schema.properties()) {
            text.append("/// @param ")
                    .append(JavaText.camel(property.name()))
                    .append(' ')
                    .append(property.description())
                    .append('\n');
        }
        text.append("@Json\npublic record ").append(schema.name()).append("(\n");
        text.append(schema.properties().stream().map(JavaModels::component).collect(Collectors.joining(",\n")));
        text.append(") {\n");
        var optional = schema.properties().stream()
                .filter(property -> !property.required())
                .toList();
        if (isRequest(schema)) {
            factory(schema, text);
            for (var property : optional) {
                wither(schema, property, text);
            }
        }
        return text.append("}\n").toString();
    }

    private static boolean isRequest(Schema schema) {
        return !schema.name().endsWith("Page") && !schema.name().endsWith("Accepted");
    }

    private static String component(Property property) {
        var java = JavaText.camel(property.name());
        var name = java.equals(property.name()) ? "" : "@Json.Property(" + JavaText.literal(property.name()) + ") ";
        return "        " + name + typed(property) + " " + java;
    }

    private static String typed(Property property) {
        return (property.required() ? "" : "@Nullable ") + JavaText.type(property.type(), !property.required());
    }

    private static void factory(Schema schema, StringBuilder text) {
        var required = schema.properties().stream().filter(Property::required).toList();
        if (required.size() == schema.properties().size()) {
            return;
        }
        text.append("\n    /// With what is required; the rest is left out.\n    public static ")
                .append(schema.name())
                .append(" of(")
                .append(required.stream()
                        .map(property -> typed(property) + " " + JavaText.camel(property.name()))
                        .collect(Collectors.joining(", ")))
                .append(") {\n        return new ")
                .append(schema.name())
                .append("(")
                .append(arguments(schema.properties(), null, "null"))
                .append(");\n    }\n");
    }

    private static void wither(Schema schema, Property one, StringBuilder text) {
        var java = JavaText.camel(one.name());
        text.append("\n    /// The same with `")
                .append(one.name())
                .append("`.\n    public ")
                .append(schema.name())
                .append(" with")
                .append(JavaText.capital(java))
                .append("(")
                .append(JavaText.type(one.type(), true))
                .append(" value) {\n        return new ")
                .append(schema.name())
                .append("(")
                .append(arguments(schema.properties(), one, ""))
                .append(");\n    }\n");
    }

    private static String arguments(
            List<Property> properties, @org.jspecify.annotations.Nullable Property replaced, String forOptional) {
        return properties.stream()
                .map(property -> property.equals(replaced)
                        ? "value"
                        : property.required() || forOptional.isEmpty() ? JavaText.camel(property.name()) : forOptional)
                .collect(Collectors.joining(", "));
    }
}

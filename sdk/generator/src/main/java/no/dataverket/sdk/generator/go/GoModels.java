package no.dataverket.sdk.generator.go;

import no.dataverket.sdk.generator.Contract;
import no.dataverket.sdk.generator.Contract.Kind;
import no.dataverket.sdk.generator.Contract.Property;
import no.dataverket.sdk.generator.Contract.Schema;
import no.dataverket.sdk.generator.Prose;

/// Writes a struct for each schema. Enums are strings with constants, so that the value of a later server
/// survives.
final class GoModels {

    private final Contract contract;

    GoModels(Contract contract) {
        this.contract = contract;
    }

    String text() {
        var text = new StringBuilder("package dataverket\n\nimport \"time\"\n");
        text.append("\n// APIVersion is the version of the API that this package speaks.\nconst APIVersion = ")
                .append(GoText.literal(contract.version()))
                .append('\n');
        for (var schema : contract.schemas().values()) {
            text.append('\n').append(schema.isEnum() ? constants(schema) : struct(schema));
        }
        return text.toString();
    }

    private static String constants(Schema schema) {
        var name = GoText.exported(schema.name());
        var width = schema.values().stream()
                .mapToInt(value -> constant(name, value).length())
                .max()
                .orElse(0);
        var text = new StringBuilder("// " + name + " is one of the constants below; later servers may send others.\n");
        text.append("type ").append(name).append(" string\n\n// The values of ").append(name);
        text.append(" known to this version.\nconst (\n");
        for (var value : schema.values()) {
            text.append('\t')
                    .append(padded(constant(name, value), width))
                    .append(' ')
                    .append(name)
                    .append(" = ")
                    .append(GoText.literal(value))
                    .append('\n');
        }
        return text.append(")\n").toString();
    }

    private static String constant(String type, String value) {
        return type + GoText.exported(value.toLowerCase(java.util.Locale.ROOT));
    }

    private static String struct(Schema schema) {
        var name = GoText.exported(schema.name());
        var text = new StringBuilder("// " + name + " is the `" + schema.name() + "` of the API.\n");
        text.append("type ").append(name).append(" struct {");
        for (var property : schema.properties()) {
            var tag = property.name() + (property.required() ? "" : ",omitempty");
            text.append('\n')
                    .append(Prose.lines("\t// ", Prose.sentence(property.description())))
                    .append('\t')
                    .append(GoText.exported(property.name()))
                    .append(' ')
                    .append(pointed(schema, property) ? "*" : "")
                    .append(GoText.type(property.type()))
                    .append(" `json:\"")
                    .append(tag)
                    .append("\"`");
        }
        return text.append("\n}\n").toString();
    }

    /// Whether nil has to be told from what is empty.
    private static boolean pointed(Schema schema, Property property) {
        var many = property.type().kind() == Kind.LIST || property.type().kind() == Kind.MAP;
        return !property.required() && (!many || schema.patch());
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}

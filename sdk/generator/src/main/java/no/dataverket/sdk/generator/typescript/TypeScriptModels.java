package no.dataverket.sdk.generator.typescript;

import java.util.stream.Collectors;
import no.dataverket.sdk.generator.Contract;
import no.dataverket.sdk.generator.Contract.Schema;

/// Writes an interface for each schema. Enums are unions that also take any other string, so that the value of
/// a later server survives.
final class TypeScriptModels {

    private final Contract contract;

    TypeScriptModels(Contract contract) {
        this.contract = contract;
    }

    String text() {
        var text = new StringBuilder("/** The version of the API that this package speaks. */\n");
        text.append("export const API_VERSION = ")
                .append(TypeScriptText.literal(contract.version()))
                .append(";\n");
        for (var schema : contract.schemas().values()) {
            text.append('\n').append(schema.isEnum() ? union(schema) : type(schema));
        }
        return text.toString();
    }

    private static String union(Schema schema) {
        return schema.values().stream()
                .map(value -> "\n  | " + TypeScriptText.literal(value))
                .collect(Collectors.joining(
                        "",
                        "/** Known values; later servers may send others. */\nexport type " + schema.name() + " =",
                        "\n  | (string & {});\n"));
    }

    private static String type(Schema schema) {
        var text = new StringBuilder("/** `" + schema.name() + "` of the API. */\n");
        text.append("export interface ").append(schema.name()).append(" {\n");
        for (var property : schema.properties()) {
            text.append(TypeScriptText.comment("  ", property.description()));
            text.append("  ").append(property.name()).append(property.required() ? ": " : "?: ");
            text.append(TypeScriptText.type(property.type())).append(";\n");
        }
        return text.append("}\n").toString();
    }
}

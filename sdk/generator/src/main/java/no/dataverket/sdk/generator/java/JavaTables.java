package no.dataverket.sdk.generator.java;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.dataverket.sdk.generator.Contract;
import no.dataverket.sdk.generator.Contract.Operation;
import no.dataverket.sdk.generator.Contract.Property;
import no.dataverket.sdk.generator.Contract.Schema;
import no.dataverket.sdk.generator.Contract.Type;

/// Writes the table of operations and the table of schemas as code: nothing is parsed at run time, and only
/// the noun or the schema that is asked for is built.
final class JavaTables {

    private static final String FOLDER = "no/dataverket/sdk/operation/";

    private final Contract contract;
    private final Map<String, String> files;

    JavaTables(Contract contract, Map<String, String> files) {
        this.contract = contract;
        this.files = files;
    }

    void write() {
        files.put(FOLDER + "Operations.java", operations());
        files.put(FOLDER + "Schemas.java", schemas());
    }

    private String operations() {
        var nouns = new LinkedHashMap<String, List<Operation>>();
        var other = new ArrayList<Operation>();
        for (var operation : contract.operations()) {
            var command = operation.command();
            if (command == null) {
                other.add(operation);
            } else {
                nouns.computeIfAbsent(command.tool() + " " + command.noun(), key -> new ArrayList<>())
                        .add(operation);
            }
        }
        var text = new StringBuilder("""
                package no.dataverket.sdk.operation;

                import java.util.List;

                /// Every operation of the API, by the noun of its command.
                public final class Operations {

                    private Operations() {}

                    /// Each tool and noun, as in `dvce vm`, in the order of the contract.
                    public static List<String> nouns() {
                        return %s;
                    }

                    /// The operations that have no command made from the table.
                    public static List<OperationInfo> withoutCommand() {
                        return List.of(%s);
                    }

                    /// The operations of a tool's noun, as in `dvce vm`; empty if there is no such noun.
                    public static List<OperationInfo> of(String noun) {
                        return switch (noun) {
                """.formatted(JavaText.literals(List.copyOf(nouns.keySet())), calls(other)));
        nouns.forEach((noun, operations) -> text.append("            case ")
                .append(JavaText.literal(noun))
                .append(" -> List.of(")
                .append(calls(operations))
                .append(");\n"));
        text.append("            default -> List.of();\n        };\n    }\n");
        text.append("\n    /// Identifiers of all operations.\n    public static List<String> ids() {\n        return ")
                .append(JavaText.literals(
                        contract.operations().stream().map(Operation::id).toList()))
                .append(";\n    }\n");
        text.append(
                "\n    /// The operation with the identifier.\n    public static OperationInfo byId(String id) {\n");
        text.append("        return switch (id) {\n");
        for (var operation : contract.operations()) {
            text.append("            case ").append(JavaText.literal(operation.id()));
            text.append(" -> ").append(operation.id()).append("();\n");
        }
        text.append(
                "            default -> throw new IllegalArgumentException(\"No operation \" + id);\n        };\n    }\n");
        contract.operations().forEach(operation -> text.append(entry(operation)));
        return text.append("}\n").toString();
    }

    private static String calls(List<Operation> operations) {
        return operations.stream().map(operation -> operation.id() + "()").collect(Collectors.joining(", "));
    }

    private static String entry(Operation operation) {
        var parameters = new LinkedHashSet<String>();
        for (var parameter : operation.parameters()) {
            if (!parameter.in().equals("header")) {
                parameters.add("new ParameterInfo(" + JavaText.literal(parameter.name()) + ", "
                        + parameter.in().equals("path") + ", FieldKind."
                        + kind(parameter.type().kind()) + ", " + JavaText.literal(parameter.description()) + ")");
            }
        }
        var command = operation.command();
        var hint = command == null
                ? "null"
                : "new CommandInfo(" + JavaText.literal(command.tool()) + ", " + JavaText.literal(command.noun()) + ", "
                        + JavaText.literal(command.verb()) + ", " + JavaText.literals(command.columns()) + ", "
                        + JavaText.literals(command.examples()) + ")";
        return """

                    private static OperationInfo %s() {
                        return new OperationInfo(
                                %s, %s, %s, %s,
                                OperationInfo.Shape.%s, %s, %s, %s,
                                List.of(%s),
                                %s, %s, %s,
                                %s);
                    }
                """.formatted(
                        operation.id(),
                        JavaText.literal(operation.id()),
                        JavaText.literal(operation.method()),
                        JavaText.literal(operation.path()),
                        JavaText.literal(operation.summary()),
                        operation.shape(),
                        name(operation.response()),
                        name(operation.request()),
                        operation.mergePatch(),
                        String.join(", ", parameters),
                        operation.method().equals("POST"),
                        operation.hasHeader("If-Match"),
                        operation.previewable(),
                        hint);
    }

    private static String name(@org.jspecify.annotations.Nullable String schema) {
        return schema == null ? "null" : JavaText.literal(schema);
    }

    private String schemas() {
        var text = new StringBuilder("""
                package no.dataverket.sdk.operation;

                import java.util.List;
                import org.jspecify.annotations.Nullable;

                /// Every schema of the API with the documentation of its fields.
                public final class Schemas {

                    private Schemas() {}

                    /// Names of all schemas.
                    public static List<String> names() {
                        return %s;
                    }

                    /// The schema with the name, if there is one.
                    public static @Nullable SchemaInfo of(String name) {
                        return switch (name) {
                """.formatted(
                        JavaText.literals(contract.schemas().keySet().stream().toList())));
        for (var schema : contract.schemas().values()) {
            text.append("            case ").append(JavaText.literal(schema.name()));
            text.append(" -> schema").append(schema.name()).append("();\n");
        }
        text.append("            default -> null;\n        };\n    }\n");
        contract.schemas().values().forEach(schema -> text.append(schema(schema)));
        return text.append("}\n").toString();
    }

    private static String schema(Schema schema) {
        return "\n    private static SchemaInfo schema" + schema.name() + "() {\n        return new SchemaInfo("
                + JavaText.literal(schema.name()) + ", List.of("
                + schema.properties().stream().map(JavaTables::field).collect(Collectors.joining(","))
                + "), " + JavaText.literals(schema.values()) + ");\n    }\n";
    }

    private static String field(Property property) {
        var type = property.type();
        return "\n                new FieldInfo(" + JavaText.literal(property.name()) + ", FieldKind."
                + kind(type.kind()) + ", FieldKind." + kind(item(type)) + ", " + name(type.schema()) + ", "
                + property.required() + ", " + JavaText.literal(property.description()) + ", "
                + JavaText.literals(property.values()) + ")";
    }

    private static Contract.Kind item(Type type) {
        return type.item() == null ? type.kind() : type.item();
    }

    private static String kind(Contract.Kind kind) {
        return kind == Contract.Kind.LONG ? "INTEGER" : kind.name();
    }
}

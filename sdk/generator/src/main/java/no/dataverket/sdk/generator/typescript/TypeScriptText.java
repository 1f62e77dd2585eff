package no.dataverket.sdk.generator.typescript;

import java.util.Objects;
import java.util.Set;
import no.dataverket.sdk.generator.Contract.Kind;
import no.dataverket.sdk.generator.Contract.Type;
import no.dataverket.sdk.generator.Prose;
import no.dataverket.sdk.generator.Words;
import org.jspecify.annotations.Nullable;

/// Spells names, types and literals in TypeScript.
final class TypeScriptText {

    /// Reserved words, and what the generated code calls its own.
    private static final Set<String> TAKEN = Set.of(
            "break",
            "case",
            "catch",
            "class",
            "const",
            "continue",
            "debugger",
            "default",
            "delete",
            "do",
            "else",
            "enum",
            "export",
            "extends",
            "false",
            "finally",
            "for",
            "function",
            "if",
            "import",
            "in",
            "instanceof",
            "interface",
            "new",
            "null",
            "package",
            "private",
            "public",
            "return",
            "static",
            "super",
            "switch",
            "this",
            "throw",
            "true",
            "try",
            "typeof",
            "var",
            "void",
            "while",
            "with",
            "yield",
            "body",
            "options");

    private TypeScriptText() {}

    /// The name of a method or of a parameter.
    static String local(String name) {
        var text = Words.of(name).camel();
        return TAKEN.contains(text) ? text + "_" : text;
    }

    static String literal(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    /// A doc comment.
    static String comment(String indent, String text) {
        var sentence = Prose.sentence(text.replace("*/", "* /"));
        var one = indent + "/** " + sentence + " */\n";
        return one.length() <= 100 ? one : indent + "/**\n" + Prose.lines(indent + " * ", sentence) + indent + " */\n";
    }

    static String type(Type type) {
        return switch (type.kind()) {
            case LIST -> scalar(Objects.requireNonNull(type.item()), type.schema()) + "[]";
            case MAP -> "Record<string, " + scalar(Objects.requireNonNull(type.item()), type.schema()) + ">";
            case STRING, TIME, INTEGER, LONG, BOOLEAN, OBJECT -> scalar(type.kind(), type.schema());
        };
    }

    private static String scalar(Kind kind, @Nullable String schema) {
        return switch (kind) {
            case STRING, OBJECT -> schema == null ? "string" : schema;
            case TIME -> "string";
            case INTEGER, LONG -> "number";
            case BOOLEAN -> "boolean";
            case LIST, MAP -> throw new IllegalArgumentException("The SDK can't express a list of " + kind);
        };
    }
}

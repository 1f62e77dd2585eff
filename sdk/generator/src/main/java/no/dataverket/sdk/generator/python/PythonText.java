package no.dataverket.sdk.generator.python;

import java.util.Objects;
import java.util.Set;
import no.dataverket.sdk.generator.Contract.Kind;
import no.dataverket.sdk.generator.Contract.Type;
import no.dataverket.sdk.generator.Prose;
import no.dataverket.sdk.generator.Words;
import org.jspecify.annotations.Nullable;

/// Spells names, types and literals in Python.
final class PythonText {

    /// Keywords, and what the generated code calls its own.
    private static final Set<String> TAKEN = Set.of(
            "and",
            "as",
            "assert",
            "async",
            "await",
            "break",
            "class",
            "continue",
            "def",
            "del",
            "elif",
            "else",
            "except",
            "finally",
            "for",
            "from",
            "global",
            "if",
            "import",
            "in",
            "is",
            "lambda",
            "nonlocal",
            "not",
            "or",
            "pass",
            "raise",
            "return",
            "try",
            "while",
            "with",
            "yield",
            "body",
            "self");

    private PythonText() {}

    /// The name of a field, a method or a parameter.
    static String name(String name) {
        var text = Words.of(name).snake();
        return TAKEN.contains(text) ? text + "_" : text;
    }

    static String literal(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    /// A doc string.
    static String doc(String indent, String text) {
        var sentence = Prose.sentence(text).replace("\\", "\\\\").replace("\"\"\"", "'''");
        return Prose.lines(indent, "\"\"\"" + sentence + "\"\"\"");
    }

    static String type(Type type, String models) {
        return switch (type.kind()) {
            case LIST -> "list[" + scalar(Objects.requireNonNull(type.item()), type.schema(), models) + "]";
            case MAP -> "dict[str, " + scalar(Objects.requireNonNull(type.item()), type.schema(), models) + "]";
            case STRING, TIME, INTEGER, LONG, BOOLEAN, OBJECT -> scalar(type.kind(), type.schema(), models);
        };
    }

    private static String scalar(Kind kind, @Nullable String schema, String models) {
        return switch (kind) {
            case STRING -> "str";
            case OBJECT -> models + schema;
            case TIME -> "datetime";
            case INTEGER, LONG -> "int";
            case BOOLEAN -> "bool";
            case LIST, MAP -> throw new IllegalArgumentException("The SDK can't express a list of " + kind);
        };
    }
}

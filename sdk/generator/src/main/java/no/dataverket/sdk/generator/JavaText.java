package no.dataverket.sdk.generator;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import no.dataverket.sdk.generator.Contract.Kind;
import no.dataverket.sdk.generator.Contract.Type;

/// Spells names, types and literals in Java.
final class JavaText {

    private static final Set<String> KEYWORDS =
            Set.of("class", "default", "enum", "interface", "new", "package", "private", "public", "switch", "void");

    private JavaText() {}

    static String camel(String snake) {
        var text = new StringBuilder();
        for (var part : snake.split("[_-]")) {
            text.append(text.isEmpty() ? part : capital(part));
        }
        return KEYWORDS.contains(text.toString()) ? text + "_" : text.toString();
    }

    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    static String literal(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    static String literals(List<String> texts) {
        return "List.of(" + texts.stream().map(JavaText::literal).collect(Collectors.joining(", ")) + ")";
    }

    /// A sentence for a doc comment.
    static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    static String type(Type type, boolean boxed) {
        return switch (type.kind()) {
            case LIST -> "List<" + element(type) + ">";
            case MAP -> "Map<String, " + element(type) + ">";
            case OBJECT -> String.valueOf(type.schema());
            case STRING, TIME, INTEGER, LONG, BOOLEAN -> scalar(type.kind(), boxed);
        };
    }

    private static String element(Type type) {
        return type.item() == Kind.OBJECT ? String.valueOf(type.schema()) : scalar(type.item(), true);
    }

    private static String scalar(@org.jspecify.annotations.Nullable Kind kind, boolean boxed) {
        return switch (kind) {
            case TIME -> "Instant";
            case INTEGER -> boxed ? "Integer" : "int";
            case LONG -> boxed ? "Long" : "long";
            case BOOLEAN -> boxed ? "Boolean" : "boolean";
            case STRING -> "String";
            case null, default -> throw new IllegalArgumentException("The SDK can't express a list of " + kind);
        };
    }
}

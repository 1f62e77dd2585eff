package no.dataverket.sdk.generator.java;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.dataverket.sdk.generator.Contract.Kind;
import no.dataverket.sdk.generator.Contract.Type;
import no.dataverket.sdk.generator.Words;

/// Spells names, types and literals in Java.
final class JavaText {

    private static final Set<String> KEYWORDS =
            Set.of("class", "default", "enum", "interface", "new", "package", "private", "public", "switch", "void");

    private JavaText() {}

    static String camel(String name) {
        var text = Words.of(name).camel();
        return KEYWORDS.contains(text) ? text + "_" : text;
    }

    static String capital(String text) {
        return Words.capital(text);
    }

    static String literal(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    static String literals(List<String> texts) {
        return "List.of(" + texts.stream().map(JavaText::literal).collect(Collectors.joining(", ")) + ")";
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

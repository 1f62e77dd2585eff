package no.dataverket.sdk.generator.go;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import no.dataverket.sdk.generator.Contract.Kind;
import no.dataverket.sdk.generator.Contract.Type;
import no.dataverket.sdk.generator.Words;
import org.jspecify.annotations.Nullable;

/// Spells names, types and literals in Go.
final class GoText {

    /// Words that Go writes in capitals, or otherwise in a way of their own.
    private static final Map<String, String> INITIALISMS = Map.ofEntries(
            Map.entry("api", "API"),
            Map.entry("bmc", "BMC"),
            Map.entry("cidr", "CIDR"),
            Map.entry("cpu", "CPU"),
            Map.entry("dns", "DNS"),
            Map.entry("gib", "GiB"),
            Map.entry("id", "ID"),
            Map.entry("ip", "IP"),
            Map.entry("mac", "MAC"),
            Map.entry("mib", "MiB"),
            Map.entry("os", "OS"),
            Map.entry("sha256", "SHA256"),
            Map.entry("ssh", "SSH"),
            Map.entry("uri", "URI"),
            Map.entry("url", "URL"),
            Map.entry("vcpus", "VCPUs"),
            Map.entry("vlan", "VLAN"),
            Map.entry("vm", "VM"),
            Map.entry("vms", "VMs"));

    /// Keywords, and what the generated code calls its own.
    private static final Set<String> TAKEN = Set.of(
            "break",
            "case",
            "chan",
            "const",
            "continue",
            "default",
            "defer",
            "else",
            "func",
            "for",
            "go",
            "goto",
            "if",
            "import",
            "interface",
            "map",
            "package",
            "range",
            "return",
            "select",
            "struct",
            "switch",
            "type",
            "var",
            "body",
            "c",
            "ctx",
            "ifMatch",
            "options",
            "params",
            "request");

    private GoText() {}

    /// A name that is seen outside the package.
    static String exported(String name) {
        return Words.of(name).capitals(GoText::word);
    }

    /// A parameter's name.
    static String local(String name) {
        var text = Words.of(name).camel();
        return TAKEN.contains(text) ? text + "_" : text;
    }

    static String literal(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    static String type(Type type) {
        return switch (type.kind()) {
            case LIST -> "[]" + scalar(Objects.requireNonNull(type.item()), type.schema());
            case MAP -> "map[string]" + scalar(Objects.requireNonNull(type.item()), type.schema());
            case STRING, TIME, INTEGER, LONG, BOOLEAN, OBJECT -> scalar(type.kind(), type.schema());
        };
    }

    private static String scalar(Kind kind, @Nullable String schema) {
        return switch (kind) {
            case STRING, OBJECT -> schema == null ? "string" : exported(schema);
            case TIME -> "time.Time";
            case INTEGER -> "int";
            case LONG -> "int64";
            case BOOLEAN -> "bool";
            case LIST, MAP -> throw new IllegalArgumentException("The SDK can't express a list of " + kind);
        };
    }

    private static String word(String word) {
        return INITIALISMS.getOrDefault(word, Words.capital(word));
    }
}

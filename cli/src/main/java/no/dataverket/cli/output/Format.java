package no.dataverket.cli.output;

import java.util.Locale;
import no.dataverket.cli.json.JsonPath;
import no.dataverket.cli.json.Node;
import no.dataverket.cli.process.CommandFailure;

/// How a result is written.
///
/// @param argument the expression of `jsonpath=`; empty otherwise
public record Format(Kind kind, String argument) {

    /// The kinds of output.
    public enum Kind {
        TABLE,
        WIDE,
        JSON,
        YAML,
        CSV,
        NAME,
        IDS,
        JSONPATH
    }

    /// For people.
    public static final Format TABLE = new Format(Kind.TABLE, "");

    /// Identifiers only, one a line.
    public static final Format IDS = new Format(Kind.IDS, "");

    private static final String JSONPATH = "jsonpath=";

    /// The format that a person wrote behind `-o`.
    public static Format parse(String written) {
        if (written.startsWith(JSONPATH)) {
            return new Format(Kind.JSONPATH, checked(written.substring(JSONPATH.length())));
        }
        return switch (written.toLowerCase(Locale.ROOT)) {
            case "table" -> TABLE;
            case "wide" -> new Format(Kind.WIDE, "");
            case "json" -> new Format(Kind.JSON, "");
            case "yaml" -> new Format(Kind.YAML, "");
            case "csv" -> new Format(Kind.CSV, "");
            case "name" -> new Format(Kind.NAME, "");
            default ->
                throw CommandFailure.usage(
                        "there is no output format " + written,
                        "use table, wide, json, yaml, csv, name or jsonpath=EXPR");
        };
    }

    private static String checked(String path) {
        try {
            JsonPath.find(path, Node.MISSING);
            return path;
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(
                    "cannot read the JSONPath " + path + ": " + e.getMessage(),
                    "for example -o jsonpath='.items[*].name'");
        }
    }

    /// Whether people read it.
    public boolean isForPeople() {
        return kind == Kind.TABLE || kind == Kind.WIDE;
    }
}

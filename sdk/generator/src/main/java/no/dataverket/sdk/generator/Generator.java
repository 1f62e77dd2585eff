package no.dataverket.sdk.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import no.dataverket.sdk.generator.go.GoSdk;
import no.dataverket.sdk.generator.java.JavaSdk;
import no.dataverket.sdk.generator.python.PythonSdk;
import no.dataverket.sdk.generator.typescript.TypeScriptSdk;
import org.yaml.snakeyaml.Yaml;

/// Writes the generated half of the SDK in one or more languages. A file is touched only when its text changes,
/// so that an unchanged contract compiles nothing anew.
public final class Generator {

    private static final String MARK = " Code generated from contract/openapi.yaml by sdk/generator. DO NOT EDIT.";

    private static final Map<String, Language> LANGUAGES = Map.of(
            "java", new JavaSdk(),
            "go", new GoSdk(),
            "typescript", new TypeScriptSdk(),
            "python", new PythonSdk());

    private Generator() {}

    /// Arguments: the OpenAPI document, then `language=directory` for each language.
    public static void main(String... arguments) throws IOException {
        for (var each : List.of(arguments).subList(1, arguments.length)) {
            var target = each.split("=", 2);
            write(Path.of(arguments[0]), target[0], Path.of(target[1]));
        }
    }

    /// The files in the directory that are not as the document makes them: missing, different or left over.
    public static List<Path> stale(Path document, String language, Path directory) throws IOException {
        var wanted = wanted(document, language, directory);
        var stale = new ArrayList<Path>();
        for (var file : wanted.entrySet()) {
            if (!is(file.getKey(), file.getValue())) {
                stale.add(file.getKey());
            }
        }
        generated(directory).filter(path -> !wanted.containsKey(path)).forEach(stale::add);
        return stale;
    }

    private static void write(Path document, String language, Path directory) throws IOException {
        var wanted = wanted(document, language, directory);
        for (var path : stale(document, language, directory)) {
            var text = wanted.get(path);
            if (text == null) {
                Files.delete(path);
            } else {
                Files.createDirectories(Objects.requireNonNull(path.getParent()));
                Files.writeString(path, text);
            }
        }
    }

    private static Map<Path, String> wanted(Path document, String language, Path directory) throws IOException {
        var known = Objects.requireNonNull(LANGUAGES.get(language), "No language " + language);
        Map<String, Object> content = new Yaml().load(Files.readString(document));
        var wanted = new LinkedHashMap<Path, String>();
        known.files(Contract.of(content))
                .forEach((name, text) -> wanted.put(directory.resolve(name), known.comment() + MARK + "\n\n" + text));
        return wanted;
    }

    /// The files that an earlier run left; a directory may hold others, written by hand.
    private static Stream<Path> generated(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return Stream.of();
        }
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).filter(Generator::isMarked).toList().stream();
        }
    }

    private static boolean isMarked(Path file) {
        try (var lines = Files.lines(file, java.nio.charset.StandardCharsets.ISO_8859_1)) {
            return lines.limit(1).anyMatch(line -> line.endsWith(MARK));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean is(Path file, String text) throws IOException {
        return Files.exists(file) && Files.readString(file).equals(text);
    }
}

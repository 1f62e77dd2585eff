package no.dataverket.sdk.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.Yaml;

/// Writes the generated half of the SDK. A file is touched only when its text changes, so that an unchanged
/// contract compiles nothing anew.
public final class Generator {

    private final Map<String, String> files = new LinkedHashMap<>();

    private Generator() {}

    /// Arguments: the OpenAPI document, the directory to write to.
    public static void main(String... arguments) throws IOException {
        Map<String, Object> document = new Yaml().load(Files.readString(Path.of(arguments[0])));
        var contract = Contract.of(document);
        var generator = new Generator();
        new ModelWriter(contract, generator.files).write();
        new CallWriter(contract, generator.files).write();
        new TableWriter(contract, generator.files).write();
        generator.flush(Path.of(arguments[1]));
    }

    private void flush(Path root) throws IOException {
        Set<Path> wanted = new HashSet<>();
        for (var file : files.entrySet()) {
            var path = root.resolve(file.getKey());
            wanted.add(path);
            if (!Files.exists(path) || !Files.readString(path).equals(file.getValue())) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        }
        try (var existing = Files.walk(root)) {
            for (var path : existing.filter(Files::isRegularFile).toList()) {
                if (!wanted.contains(path)) {
                    Files.delete(path);
                }
            }
        }
    }
}

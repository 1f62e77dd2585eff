package no.dataverket.sdk.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GeneratorTest {

    private static final String DOCUMENT = """
            info: {version: v1}
            paths:
              /v1/vms/{vm}:stop:
                post:
                  operationId: stopVm
                  summary: Stop a machine
                  parameters:
                  - {name: vm, in: path, required: true, description: Identifier, schema: {type: string}}
                  responses:
                    '200': {content: {application/json: {schema: {$ref: '#/components/schemas/Vm'}}}}
            components:
              schemas:
                Phase: {type: string, enum: [RUNNING, STOPPED]}
                Vm:
                  type: object
                  properties:
                    memory_mib: {description: Memory, type: integer}
                    phase: {description: Phase, $ref: '#/components/schemas/Phase'}
                  required: [phase]
            """;

    @TempDir
    private Path scratch;

    @ParameterizedTest
    @ValueSource(strings = {"go", "java", "python", "typescript"})
    void whatItWroteIsNotStaleUntilTheDocumentOrTheFileChanges(String language) throws IOException {
        var document = Files.writeString(scratch.resolve("openapi.yaml"), DOCUMENT);
        var directory = scratch.resolve(language);
        assertThat(Generator.stale(document, language, directory)).isNotEmpty();

        Generator.main(document.toString(), language + "=" + directory);

        assertThat(Generator.stale(document, language, directory)).isEmpty();
        Files.writeString(document, DOCUMENT.replace("memory_mib", "memory_gib"));
        assertThat(Generator.stale(document, language, directory)).isNotEmpty();
    }

    @Test
    void whatIsLeftOverGoesAndWhatIsWrittenByHandStays() throws IOException {
        var document = Files.writeString(scratch.resolve("openapi.yaml"), DOCUMENT);
        var directory = scratch.resolve("go");
        Generator.main(document.toString(), "go=" + directory);
        var models = directory.resolve("models.go");
        var leftOver = Files.copy(models, directory.resolve("formerly.go"));
        var byHand = Files.writeString(directory.resolve("client.go"), "package dataverket\n");
        assertThat(Generator.stale(document, "go", directory)).containsExactly(leftOver);

        Generator.main(document.toString(), "go=" + directory);

        assertThat(leftOver).doesNotExist();
        assertThat(byHand).exists();
    }

    @Test
    void eachLanguageSpellsTheSameNameItsOwnWay() throws IOException {
        var document = Files.writeString(scratch.resolve("openapi.yaml"), DOCUMENT);
        for (var language : List.of("go", "python", "typescript")) {
            Generator.main(document.toString(), language + "=" + scratch.resolve(language));
        }

        assertThat(scratch.resolve("go/models.go"))
                .content()
                .contains("MemoryMiB *int `json:\"memory_mib,omitempty\"`");
        assertThat(scratch.resolve("go/operations.go")).content().contains("StopVM(ctx context.Context, vm string");
        assertThat(scratch.resolve("python/models.py")).content().contains("memory_mib: int | None = None");
        assertThat(scratch.resolve("python/operations.py"))
                .content()
                .contains("def stop_vm(", "/v1/vms/{segment(vm)}:stop");
        assertThat(scratch.resolve("typescript/models.ts"))
                .content()
                .contains("memory_mib?: number;", "| (string & {});");
        assertThat(scratch.resolve("typescript/operations.ts")).content().contains("stopVm(vm: string");
    }

    @Test
    void aNameHasTheSameWordsHoweverItIsWritten() {
        assertThat(Words.of("attachVmNetwork")).isEqualTo(Words.of("attach-vm-network"));
        assertThat(Words.of("attach_vm_network").camel()).isEqualTo("attachVmNetwork");
        assertThat(Words.of("VmCreate").snake()).isEqualTo("vm_create");
        assertThat(Words.of("sha256").camel()).isEqualTo("sha256");
    }
}

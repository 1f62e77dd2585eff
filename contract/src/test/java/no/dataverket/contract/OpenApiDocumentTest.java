package no.dataverket.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import no.dataverket.contract.api.Operations;
import org.junit.jupiter.api.Test;

final class OpenApiDocumentTest {

    @Test
    void theCheckedInDocumentIsWhatTheDeclarationsEmit() throws IOException {
        assertThat(Files.readString(Path.of("openapi.yaml")))
                .as("contract/openapi.yaml is stale: run ./dv contract")
                .isEqualTo(OpenApiDocument.emit());
    }

    @Test
    void operationIdsAndCommandsAreUnique() {
        var ids = new HashSet<String>();
        var commands = new HashSet<String>();
        for (var operation : Operations.all()) {
            assertThat(ids.add(operation.id())).as(operation.id()).isTrue();
            var cli = operation.cli();
            if (cli != null) {
                assertThat(commands.add(cli.tool() + " " + cli.noun() + " " + cli.verb()))
                        .as(operation.id())
                        .isTrue();
                assertThat(cli.examples()).as(operation.id()).hasSize(3);
            }
        }
    }

    @Test
    void noSchemaIsNamedInAWayThatBreaksAGenerator() {
        assertThat(OpenApiDocument.emit()).doesNotContainPattern("(?m)^    New[A-Z]");
    }
}

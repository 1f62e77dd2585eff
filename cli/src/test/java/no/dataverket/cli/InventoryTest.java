package no.dataverket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InventoryTest {

    private static final String PLAN = """
            {"id":"ipl_1","hash":"sha256:ab","state":"CURRENT","creates":1,"changes":1,"deletes":0,"unchanged":2,
            "actions":[{"action":"CREATE","key":"rack.osl1.r1","fields":[]},
            {"action":"CHANGE","key":"device.osl1.sw-1","fields":[{"field":"serial","before":"A","after":"B"}]}],
            "unmentioned":["rack.osl1.r9"],"trust_change":"tch_1"}""";

    @TempDir
    private Path home;

    private final FakeServer server = new FakeServer()
            .on("POST /v1/operator/inventory/plans", 201, PLAN, Map.of())
            .on("POST /v1/operator/inventory/plans/ipl_1:apply", 200, PLAN, Map.of())
            .on("GET /v1/operator/inventory/document", "{\"format\":\"f\",\"generation\":1,\"document\":\"a: b\\n\"}");

    @BeforeEach
    void write() throws IOException {
        Files.writeString(home.resolve("site.yaml"), "format: x\n");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void anImportShowsItsPlanAndAppliesThatOne() {
        var result = new Run(home).against(server).run("dv inventory import site.yaml --yes");

        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.out())
                .contains("1 to create, 1 to change, 0 to delete", "+ rack.osl1.r1", "serial: A → B", "--prune");
        assertThat(result.err()).contains("Applied.", "dv trust-change get tch_1");
        assertThat(server.asked().getFirst().body()).contains("\"document\":\"format: x\\n\"", "\"prune\":false");
        assertThat(server.lastAsked().body()).isEqualTo("{\"hash\":\"sha256:ab\"}");
    }

    @Test
    void withoutAYesNothingIsApplied() {
        var silent = new Run(home).against(server).run("dv inventory import site.yaml");
        assertThat(silent.exit()).isZero();
        assertThat(silent.err()).contains("dv inventory apply ipl_1 --hash sha256:ab");
        var no = new Run(home).against(server).onTerminal("ioe").typing("no\n").run("dv inventory import site.yaml");
        assertThat(no.err()).contains("Nothing is applied yet");
        var only = new Run(home).against(server).run("dv inventory import site.yaml --plan-only --yes --prune -o json");
        assertThat(only.out()).contains("\"hash\": \"sha256:ab\"");
        assertThat(server.lastAsked().body()).contains("\"prune\":true");
        assertThat(server.lines()).containsOnly("POST /v1/operator/inventory/plans");

        new Run(home).against(server).onTerminal("ioe").typing("yes\n").run("dv inventory import site.yaml");
        assertThat(server.lines()).last().isEqualTo("POST /v1/operator/inventory/plans/ipl_1:apply");
    }

    @Test
    void aFileThatIsNotThereIsWrongUsage() {
        assertThat(new Run(home)
                        .against(server)
                        .run("dv inventory import nothing.yaml")
                        .exit())
                .isEqualTo(2);
        assertThat(new Run(home).against(server).run("dv inventory import").exit())
                .isEqualTo(2);
    }

    @Test
    void anExportIsTheDocumentAndNothingElse() {
        assertThat(new Run(home).against(server).run("dv inventory export").out())
                .isEqualTo("a: b\n");
        new Run(home).against(server).run("dv inventory export --datacenter osl1");
        assertThat(server.lines()).last().isEqualTo("GET /v1/operator/inventory/document?datacenter=osl1");
    }
}

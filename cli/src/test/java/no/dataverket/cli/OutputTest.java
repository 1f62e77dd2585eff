package no.dataverket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OutputTest {

    @TempDir
    private Path home;

    private final FakeServer server = new FakeServer();

    @BeforeEach
    void answer() {
        server.on("GET /v1/vms", Samples.VMS).on("GET /v1/vms/web-1", Samples.VM);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aListIsATable() {
        assertThat(out("dvce vm list")).isEqualTo("""
                NAME    PHASE          ADDRESS      VCPUS   MEMORY_MIB   DATACENTER   ID
                web-1   RUNNING        10.20.4.17   2       1024         lab1         vm_1
                db-1    PROVISIONING   -            2       1024         lab1         vm_2
                """);
    }

    @Test
    void theTableTakesOtherColumnsAndNoHeaders() {
        assertThat(out("dvce vm list --columns id,AGE=created_at,status.placement.datacenter --no-headers"))
                .isEqualTo("""
                        vm_1   3m   lab1
                        vm_2   3m   lab1
                        """);
    }

    @Test
    void aWideTableHasTheOtherPlainFieldsToo() {
        assertThat(out("dvce vm list -o wide").lines().findFirst().orElseThrow())
                .startsWith("NAME ")
                .contains("  TENANT ", "  PROJECT ", "  GENERATION ");
    }

    @Test
    void jsonIsWhatTheServerAnswered() {
        var out = out("dvce vm get web-1 -o json");
        assertThat(out)
                .startsWith("{\n  \"id\": \"vm_1\",\n  \"name\": \"web-1\",")
                .contains("\"a_later_field\": {\n    \"x\": 9007199254740993\n  }")
                .contains("\"addresses\": [\n      \"10.20.4.17\"\n    ]")
                .endsWith("\"blocked_on\": []\n  }\n}\n");
    }

    @Test
    void yamlIsTheSameAsYaml() {
        assertThat(out("dvce vm get web-1 -o yaml")).isEqualTo("""
                id: vm_1
                name: web-1
                tenant: acme
                project: shop
                environment: prod
                datacenter: lab1
                labels:
                  tier: web
                image: debian-12@20261121
                vcpus: 2
                memory_mib: 1024
                disk_gib: 4
                interfaces:
                - index: 0
                  network: app-net
                  mac: "02:00:00:00:00:01"
                  address: "10.20.4.17"
                ssh_authorized_keys: []
                running: true
                deletion_protection: false
                generation: 3
                created_at: "2026-11-21T10:00:00Z"
                a_later_field:
                  x: 9007199254740993
                status:
                  phase: RUNNING
                  conditions: []
                  addresses:
                  - "10.20.4.17"
                  power: RUNNING
                  observed_generation: 3
                  reconciling: false
                  placement:
                    datacenter: lab1
                  blocked_on: []
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "-o name | vm/web-1,vm/db-1",
                "-q | vm_1,vm_2",
                "-o jsonpath=.items[*].name | web-1,db-1",
                "-o jsonpath={.items[-1].status.phase} | PROVISIONING",
                "-o ~jsonpath=$.items[0]['vcpus']~ | 2",
                "-o jsonpath=.items[0].labels | {'tier':'web'}",
            })
    void shortFormsAreALineEach(String flags, String lines) {
        assertThat(out("dvce vm list " + flags.replace('~', '"')))
                .isEqualTo(lines.replace('\'', '"').replace(",", "\n") + "\n");
    }

    @Test
    void csvHasAColumnForEachFieldAndQuotesWhatNeedsIt() {
        var lines = out("dvce vm list -o csv").split("\r\n", -1);
        assertThat(lines).hasSize(4).endsWith("");
        assertThat(lines[0]).startsWith("id,name,tenant,").contains(",vcpus,memory_mib,");
        assertThat(lines[1]).startsWith("vm_1,web-1,").contains(",\"{\"\"tier\"\":\"\"web\"\"}\",");
        assertThat(lines[2]).startsWith("vm_2,db-1,");
        assertThat(out("dvce vm get web-1 -o csv --no-headers"))
                .startsWith("vm_1,web-1,")
                .endsWith("\r\n");
    }

    @Test
    void oneResourceIsACard() {
        assertThat(out("dvce vm get web-1"))
                .startsWith("vm web-1\n  id                   vm_1\n")
                .contains("\n  created at           2026-11-21 10:00:00Z (3m ago)\n")
                .contains("\n  labels               tier=web\n")
                .contains("\n    index=0  network=app-net  mac=02:00:00:00:00:01  address=10.20.4.17\n")
                .contains("\n  status\n    phase                RUNNING\n");
    }

    @Test
    void nothingIsOnStandardOutputForAnEmptyList() {
        server.on("GET /v1/networks", "{\"items\":[]}");
        var result = new Run(home).against(server).run("dvnet network list");
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).isEqualTo("No networks.\n");
    }

    @Test
    void pagesAreFollowedUpToTheLimit() {
        var first = "{\"items\":[" + Samples.VM + "],\"next_page_token\":\"p2\"}";
        try (var paged = new FakeServer()) {
            paged.on("GET /v1/vms", first).on("GET /v1/vms", "{\"items\":[" + Samples.VM_2 + "]}");
            var run = new Run(home).against(paged);
            assertThat(run.run("dvce vm list -q").out()).isEqualTo("vm_1\nvm_2\n");
            assertThat(paged.lines())
                    .containsExactly("GET /v1/vms?page_size=500", "GET /v1/vms?page_size=500&page_token=p2");
        }
        try (var paged = new FakeServer()) {
            paged.on("GET /v1/vms", first);
            var result = new Run(home).against(paged).run("dvce vm list -o jsonpath=.next_page_token --limit 1");
            assertThat(result.out()).isEqualTo("p2\n");
            assertThat(result.err()).contains("the first 1 are shown");
        }
    }

    @Test
    void coloursAreForTerminalsWhereNobodyObjects() {
        var escape = "\u001b[32mRUNNING\u001b[0m";
        assertThat(new Run(home)
                        .against(server)
                        .onTerminal("o")
                        .run("dvce vm list")
                        .out())
                .contains(escape);
        assertThat(out("dvce vm list")).doesNotContain("\u001b");
        assertThat(new Run(home)
                        .against(server)
                        .onTerminal("o")
                        .with("NO_COLOR", "1")
                        .run("dvce vm list")
                        .out())
                .doesNotContain("\u001b");
        assertThat(new Run(home)
                        .against(server)
                        .onTerminal("o")
                        .run("dvce vm list --no-color")
                        .out())
                .doesNotContain("\u001b");
    }

    @Test
    void whatAServerSendsCannotSteerTheTerminal() {
        server.on("GET /v1/tenants", "{\"items\":[{\"id\":\"ten_1\",\"name\":\"a\\u001b[2Jb\\r\\n\"}]}");
        assertThat(out("dv tenant list --columns NAME --no-headers")).isEqualTo("a [2Jb  \n");
    }

    @Test
    void pluralNounsAndTheLongToolAreTheSame() {
        var table = out("dvce vm list");
        assertThat(out("dvce vms list")).isEqualTo(table);
        assertThat(out("dv ce vm list")).isEqualTo(table);
        assertThat(out("dv -o table ce --no-color vm list")).isEqualTo(table);
    }

    private String out(String line) {
        var result = new Run(home).against(server).run(line);
        assertThat(result.exit()).as(result.err()).isZero();
        return result.out();
    }
}

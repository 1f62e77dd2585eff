package no.dataverket.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A document of a whole site: a hundred racks, four thousand servers, each with two ports.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LargeInventoryIntegrationTest {

    private static final int RACKS = 100;
    private static final int IN_A_RACK = 40;
    private static final int ELEMENTS = RACKS + RACKS * IN_A_RACK * 3;

    private RunningServer server;
    private Api api;

    @BeforeAll
    void start() {
        server = RunningServer.start();
        api = server.api();
        api.post("/v1/operator/datacenters", Map.of("name", "lab1")).expect(201);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aWholeSiteIsPlannedAppliedAndWrittenInOneDocument() {
        var document = document();
        var plan = plan(document);
        assertThat(plan.at("/creates")).isEqualTo(Integer.toString(ELEMENTS));

        api.post("/v1/operator/inventory/plans/" + plan.at("/id") + ":apply", Map.of("hash", plan.at("/hash")))
                .expect(200);

        assertThat(api.list("/v1/operator/devices?rack=r99")).hasSize(IN_A_RACK);
        assertThat(plan(document).json().path("actions")).isEmpty();
        var written = api.get("/v1/operator/inventory/document").expect(200).at("/document");
        assertThat(plan(written).json().path("actions")).isEmpty();
    }

    private Api.Reply plan(String document) {
        return api.post("/v1/operator/inventory/plans", Map.of("document", document))
                .expect(201);
    }

    private static String document() {
        var text = new StringBuilder("format: dataverket.inventory/v1\ndatacenters:\n  - name: lab1\n    racks:\n");
        for (int rack = 0; rack < RACKS; rack++) {
            text.append("      - {name: r").append(rack).append(", height: 42}\n");
        }
        text.append("    devices:\n");
        for (int rack = 0; rack < RACKS; rack++) {
            for (int place = 1; place <= IN_A_RACK; place++) {
                text.append("""
                      - name: server-%1$d-%2$d
                        type: SERVER
                        rack: r%1$d
                        position: %2$d
                        serial: SRV%1$03d%2$03d
                        ports:
                          - {name: eno1, mac: "02:aa:00:%1$02x:%2$02x:01"}
                          - {name: eno2, mac: "02:aa:00:%1$02x:%2$02x:02"}
                """.indent(6).formatted(rack, place));
            }
        }
        return text.toString();
    }
}

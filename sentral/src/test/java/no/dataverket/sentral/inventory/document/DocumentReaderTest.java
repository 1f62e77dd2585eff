package no.dataverket.sentral.inventory.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import no.dataverket.contract.Problem.Violation;
import no.dataverket.sentral.inventory.Samples;
import no.dataverket.sentral.inventory.element.Element;
import no.dataverket.sentral.inventory.element.ElementKind;
import no.dataverket.sentral.inventory.element.ElementRules;
import no.dataverket.sentral.inventory.element.Key;
import org.junit.jupiter.api.Test;

final class DocumentReaderTest {

    @Test
    void aWholeSiteIsRead() {
        var document = DocumentReader.read(Samples.SITE);

        assertThat(document.violations()).isEmpty();
        assertThat(ElementRules.check(document.elements())).isEmpty();
        assertThat(document.datacenters()).containsExactly("osl1");
        assertThat(document.elements()).hasSize(18);
        var link = document.elements().get("link.osl1.c-002");
        assertThat(link)
                .isEqualTo(Element.of(
                        Key.of(ElementKind.LINK, "osl1", "c-002"),
                        Map.of("a", "port.osl1.sw-2.Ethernet1/1", "b", "port.osl1.server-1.eno2")));
        assertThat(document.elements().get("rack.osl1.r1"))
                .satisfies(rack -> assertThat(rack.fields())
                        .containsEntry("powered_by", "power-feed.osl1.feed-a power-feed.osl1.feed-b"));
    }

    @Test
    void allFaultsAreToldAtOnceEachWithItsLineAndPath() {
        var document = DocumentReader.read("""
                format: dataverket.inventory/v2
                colour: red
                datacenters:
                  - name: osl1
                    racks:
                      - {name: R1, height: 42}
                      - {name: r2, height: tall}
                      - {name: r3}
                      - {name: r4, height: 42}
                      - {name: r4, height: 42}
                    devices:
                      - name: sw-1
                        type: TOASTER
                        serial: " x"
                        ports:
                          - {name: eth1, mac: "02-00-00-00-00-AB"}
                          - eth2
                    links:
                      - {name: c-1, a: sw-1, b: rack.osl1.r4}
                """);

        assertThat(document.violations())
                .extracting(Violation::pointer, Violation::code)
                .containsExactlyInAnyOrder(
                        tuple("/format", "FORMAT"),
                        tuple("/colour", "UNKNOWN_FIELD"),
                        tuple("/datacenters/0/racks/0/name", "PATTERN"),
                        tuple("/datacenters/0/racks/1/height", "TYPE"),
                        tuple("/datacenters/0/racks/2/height", "REQUIRED"),
                        tuple("/datacenters/0/racks/4", "UNIQUE"),
                        tuple("/datacenters/0/devices/0/type", "ENUM"),
                        tuple("/datacenters/0/devices/0/serial", "PATTERN"),
                        tuple("/datacenters/0/devices/0/ports/0/mac", "PATTERN"),
                        tuple("/datacenters/0/devices/0/ports/1", "TYPE"),
                        tuple("/datacenters/0/links/0/a", "REFERENCE"),
                        tuple("/datacenters/0/links/0/b", "REFERENCE"));
        assertThat(document.violations())
                .extracting(Violation::detail)
                .anyMatch(detail -> detail.startsWith("line 7: height must be a whole number"))
                .anyMatch(detail -> detail.contains("written as 02:00:00:00:00:ab"));
    }

    @Test
    void whatIsNoYamlSaysWhere() {
        assertThat(DocumentReader.read("format: x\n  bad: [").violations())
                .singleElement()
                .satisfies(fault -> assertThat(fault.detail()).startsWith("line 2: "));
        assertThat(DocumentReader.read("").violations()).isNotEmpty();
        assertThat(DocumentReader.read("- a\n- b").violations()).isNotEmpty();
    }

    @Test
    void aliasesThatWouldGrowAndDepthWithoutEndAreRefused() {
        assertThat(DocumentReader.read("a: &a [x]\nb: *a\n").violations()).isNotEmpty();
        assertThat(DocumentReader.read("a: " + "[".repeat(2000)).violations()).isNotEmpty();
        assertThat(DocumentReader.read("a: &a {b: *a}").violations()).isNotEmpty();
    }

    @Test
    void rulesBetweenElementsAreHeldAndLocated() {
        var document = DocumentReader.read("""
                format: dataverket.inventory/v1
                datacenters:
                  - name: osl1
                    region: nowhere
                    racks:
                      - {name: r1, height: 4}
                    devices:
                      - {name: a, type: OTHER, rack: r1, position: 2, height: 2, serial: S1}
                      - {name: b, type: OTHER, rack: r1, position: 3, face: FRONT, serial: S1}
                      - {name: c, type: OTHER, rack: r1, position: 4, height: 2}
                      - {name: d, type: OTHER, rack: r9, position: 1}
                      - {name: e, type: OTHER, position: 1}
                      - {name: f, type: PDU, powered_by: [device.f]}
                      - name: g
                        type: OTHER
                        ports: [{name: p}]
                    links:
                      - {name: c-1, a: g.p, b: g.p}
                """);
        assertThat(document.violations()).isEmpty();

        var located = ElementRules.check(document.elements()).stream()
                .map(document::locate)
                .toList();

        assertThat(located)
                .extracting(Violation::pointer, Violation::code)
                .containsExactlyInAnyOrder(
                        tuple("/datacenters/0/region", "REFERENCE"),
                        tuple("/datacenters/0/devices/1/position", "OVERLAP"),
                        tuple("/datacenters/0/devices/1/serial", "UNIQUE"),
                        tuple("/datacenters/0/devices/2/position", "MAXIMUM"),
                        tuple("/datacenters/0/devices/3/rack", "REFERENCE"),
                        tuple("/datacenters/0/devices/4/position", "REQUIRED"),
                        tuple("/datacenters/0/devices/5/powered_by", "CIRCLE"),
                        tuple("/datacenters/0/links/0/b", "UNIQUE"));
        assertThat(located).extracting(Violation::detail).anyMatch(detail -> detail.startsWith("line 9: "));
    }
}

package no.dataverket.sentral.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import no.dataverket.sentral.inventory.element.Element;
import no.dataverket.sentral.inventory.element.ElementKind;
import no.dataverket.sentral.inventory.element.FieldReader;
import no.dataverket.sentral.inventory.element.Key;

/// Inventories for tests: one that a person would write, and any number that keep all rules.
public final class Samples {

    private static final List<String> ODD_TEXTS =
            List.of("plain", "0123", "yes", "null", "1e3", "a: b", "- x", "#1", "'quoted'", "\"", "æøå 東京", "{}", "~");

    private Samples() {}

    /// Two racks with two feeds, a switch in each, and a server cabled to both.
    public static final String SITE = """
            format: dataverket.inventory/v1
            regions:
              - name: nordic
            datacenters:
              - name: osl1
                region: nordic
                rooms:
                  - name: hall-a
                rows:
                  - {name: row-1, room: hall-a}
                power_feeds:
                  - {name: feed-a}
                  - {name: feed-b}
                racks:
                  - {name: r1, row: row-1, height: 42, powered_by: [feed-a, feed-b]}
                  - {name: r2, row: row-1, height: 42, powered_by: [feed-a]}
                devices:
                  - name: sw-1
                    type: SWITCH
                    rack: r1
                    position: 42
                    face: REAR
                    serial: SW0001
                    ports:
                      - {name: eth1, form: SFP28, speed_mbps: 25000, mac: "02:00:00:00:00:01"}
                  - name: sw-2
                    type: SWITCH
                    rack: r2
                    position: 42
                    ports:
                      - {name: Ethernet1/1}
                  - name: server-1
                    type: SERVER
                    rack: r1
                    position: 10
                    height: 2
                    hypervisor: hv-1
                    serial: SRV0001
                    memory_mib: 262144
                    ports:
                      - {name: eno1, mac: "02:00:00:00:00:02"}
                      - {name: eno2, mac: "02:00:00:00:00:03"}
                cooling:
                  - {name: chiller-1, members: [room.hall-a]}
                links:
                  - {name: c-001, a: sw-1.eth1, b: server-1.eno1}
                  - {name: c-002, a: sw-2.Ethernet1/1, b: server-1.eno2}
            """;

    /// An inventory that keeps all rules.
    public static SortedMap<String, Element> any(RandomGenerator random) {
        var all = new TreeMap<String, Element>();
        var regions = some(random, 2);
        for (int i = 0; i < regions; i++) {
            put(all, Key.region("region-" + i), described(random));
        }
        for (int d = 0; d <= some(random, 2); d++) {
            var datacenter = "dc" + d;
            var fields = described(random);
            if (regions > 0 && random.nextBoolean()) {
                fields.put(
                        "region",
                        Key.region("region-" + random.nextInt(regions)).toString());
            }
            put(all, Key.datacenter(datacenter), fields);
            datacenter(random, all, datacenter);
        }
        return all;
    }

    private static void datacenter(RandomGenerator random, SortedMap<String, Element> all, String datacenter) {
        for (int i = 0; i < some(random, 3); i++) {
            put(all, Key.of(ElementKind.POWER_FEED, datacenter, "feed-" + i), described(random));
        }
        var feeds = keys(all, ElementKind.POWER_FEED, datacenter);
        var ports = new ArrayList<String>();
        for (int r = 0; r < some(random, 4); r++) {
            var rack = Key.of(ElementKind.RACK, datacenter, "r" + r);
            var fields = described(random);
            fields.put("height", "42");
            var powered = feeds.stream().filter(feed -> random.nextBoolean()).toList();
            if (!powered.isEmpty()) {
                fields.put("powered_by", FieldReader.join(powered));
            }
            put(all, rack, fields);
            for (int unit = 1; unit < 40; unit += 1 + random.nextInt(20)) {
                device(random, all, rack, unit, ports);
            }
        }
        for (int c = 0; ports.size() > 1 && random.nextInt(4) > 0; c++) {
            var a = ports.remove(random.nextInt(ports.size()));
            var b = ports.remove(random.nextInt(ports.size()));
            put(all, Key.of(ElementKind.LINK, datacenter, "C." + c), new TreeMap<>(Map.of("a", a, "b", b)));
        }
        var members = keys(all, ElementKind.RACK, datacenter);
        if (!members.isEmpty()) {
            put(
                    all,
                    Key.of(ElementKind.FABRIC, datacenter, "fabric"),
                    new TreeMap<>(Map.of("members", FieldReader.join(members))));
        }
    }

    private static void device(
            RandomGenerator random, SortedMap<String, Element> all, Key rack, int unit, List<String> ports) {
        var datacenter = String.valueOf(rack.datacenter());
        var key = Key.of(ElementKind.DEVICE, datacenter, rack.name() + "-u" + unit);
        var fields = described(random);
        fields.put("type", List.of("SERVER", "SWITCH", "OTHER").get(random.nextInt(3)));
        fields.put("rack", rack.toString());
        fields.put("position", Integer.toString(unit));
        if (random.nextBoolean()) {
            fields.put("serial", "S-" + datacenter + rack.name() + unit);
            fields.put("model", ODD_TEXTS.get(random.nextInt(ODD_TEXTS.size())));
        }
        if (random.nextBoolean()) {
            fields.put(
                    "hypervisor",
                    Key.of(ElementKind.HYPERVISOR, datacenter, key.name()).toString());
            fields.put("memory_mib", Integer.toString(1 + random.nextInt(1_000_000)));
        }
        put(all, key, fields);
        for (int p = 0; p < some(random, 4); p++) {
            var port = Key.port(datacenter, key.name(), "Ethernet1/" + p + ".0");
            put(all, port, new TreeMap<>(Map.of("device", key.toString(), "speed_mbps", "1000")));
            ports.add(port.toString());
        }
    }

    private static TreeMap<String, String> described(RandomGenerator random) {
        var fields = new TreeMap<String, String>();
        if (random.nextBoolean()) {
            fields.put("description", ODD_TEXTS.get(random.nextInt(ODD_TEXTS.size())));
        }
        return fields;
    }

    private static List<String> keys(SortedMap<String, Element> all, ElementKind kind, String datacenter) {
        return all.values().stream()
                .filter(element -> element.kind() == kind
                        && datacenter.equals(element.key().datacenter()))
                .map(element -> element.key().toString())
                .toList();
    }

    private static void put(SortedMap<String, Element> all, Key key, TreeMap<String, String> fields) {
        all.put(key.toString(), new Element(key, fields));
    }

    private static int some(RandomGenerator random, int most) {
        return random.nextInt(most + 1);
    }
}

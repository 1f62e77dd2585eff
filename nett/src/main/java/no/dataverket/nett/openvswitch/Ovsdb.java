package no.dataverket.nett.openvswitch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.dataverket.contract.Id;
import no.dataverket.core.json.Json;
import no.dataverket.nett.host.NetworkIntent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What Open vSwitch's database says, and what we write into it: ports on one bridge that bear our mark.
final class Ovsdb {

    private static final String MARK = "dataverket-network";
    private static final String TIMEOUT = "--timeout=8";

    private final HostCommands host;
    private final String bridge;

    /// A port of the bridge.
    ///
    /// @param network what our mark says; null where there is none
    /// @param vlan null where it is not an access port of one VLAN
    /// @param mac of the machine behind it, where libvirt wrote it down
    /// @param error what the switch has against it; empty where nothing
    record SwitchPort(
            String name,
            @Nullable Id network,
            @Nullable Integer vlan,
            @Nullable String mac,
            String error) {}

    /// The whole of it, at one moment.
    record State(boolean bridgeExists, List<SwitchPort> ports, List<String> otherBridges) {

        Optional<SwitchPort> port(String name) {
            return ports.stream().filter(port -> port.name().equals(name)).findFirst();
        }

        List<SwitchPort> of(Id network) {
            return ports.stream().filter(port -> network.equals(port.network())).toList();
        }
    }

    Ovsdb(HostCommands host, String bridge) {
        this.host = host;
        this.bridge = bridge;
    }

    /// Reads it in one transaction.
    State read() {
        return parse(
                host.ask(
                        "ovs-vsctl",
                        TIMEOUT,
                        "--no-wait",
                        "--format=json",
                        "--",
                        "--columns=name,ports",
                        "list",
                        "Bridge",
                        "--",
                        "--columns=_uuid,name,tag,interfaces,external_ids",
                        "list",
                        "Port",
                        "--",
                        "--columns=_uuid,external_ids,error",
                        "list",
                        "Interface"),
                bridge);
    }

    /// Makes a gateway port as it is wanted, and removes others of the same network.
    ///
    /// @param superseded names of those others
    void ensureGateway(String port, String mac, NetworkIntent network, List<String> superseded) {
        var command = new ArrayList<>(List.of("ovs-vsctl", TIMEOUT));
        for (var other : superseded) {
            command.addAll(List.of("--", "--if-exists", "del-port", bridge, other));
        }
        command.addAll(List.of("--", "--may-exist", "add-port", bridge, port));
        command.addAll(List.of("--", "set", "Port", port, "tag=" + network.vlan(), mark(network.id())));
        command.addAll(List.of("--", "clear", "Port", port, "trunks", "vlan_mode"));
        command.addAll(List.of(
                "--",
                "set",
                "Interface",
                port,
                "type=internal",
                "mtu_request=" + network.mtu(),
                "mac=\"" + mac + "\"",
                mark(network.id())));
        host.change(command.toArray(String[]::new));
    }

    void removePorts(List<String> ports) {
        var command = new ArrayList<>(List.of("ovs-vsctl", TIMEOUT));
        for (var port : ports) {
            command.addAll(List.of("--", "--if-exists", "del-port", bridge, port));
        }
        host.change(command.toArray(String[]::new));
    }

    /// Makes an access port of one VLAN of a port that is there.
    void tag(String port, int vlan) {
        host.change(
                "ovs-vsctl",
                TIMEOUT,
                "--",
                "set",
                "Port",
                port,
                "tag=" + vlan,
                "--",
                "clear",
                "Port",
                port,
                "trunks",
                "vlan_mode");
    }

    /// Reads three tables as `ovs-vsctl --format=json` prints them, one a line.
    static State parse(String text, String bridge) {
        var tables = text.strip().lines().map(Ovsdb::rows).toList();
        if (tables.size() != 3) {
            throw new IllegalStateException("ovs-vsctl printed " + tables.size() + " tables instead of 3");
        }
        var interfaces = new HashMap<String, Map<String, JsonNode>>();
        tables.get(2).forEach(row -> interfaces.put(uuid(cell(row, "_uuid")), row));
        var ports = new HashMap<String, SwitchPort>();
        tables.get(1).forEach(row -> ports.put(uuid(cell(row, "_uuid")), port(row, interfaces)));

        var found = new ArrayList<SwitchPort>();
        var others = new ArrayList<String>();
        boolean exists = false;
        for (var row : tables.getFirst()) {
            var name = cell(row, "name").asString();
            if (name.equals(bridge)) {
                exists = true;
                set(cell(row, "ports")).stream()
                        .map(reference -> ports.get(uuid(reference)))
                        .filter(port -> port != null && !port.name().equals(bridge))
                        .forEach(found::add);
            } else {
                others.add(name);
            }
        }
        found.sort(Comparator.comparing(SwitchPort::name));
        return new State(exists, List.copyOf(found), List.copyOf(others));
    }

    private static SwitchPort port(Map<String, JsonNode> row, Map<String, Map<String, JsonNode>> interfaces) {
        var attached = set(cell(row, "interfaces")).stream()
                .map(reference -> interfaces.getOrDefault(uuid(reference), Map.of()))
                .filter(found -> !found.isEmpty())
                .toList();
        var mac = attached.stream()
                .map(found -> map(cell(found, "external_ids")).get("attached-mac"))
                .filter(found -> found != null)
                .findFirst();
        var errors = attached.stream()
                .flatMap(found -> set(cell(found, "error")).stream())
                .map(JsonNode::asString)
                .toList();
        var tags = set(cell(row, "tag"));
        var mark = map(cell(row, "external_ids")).get(MARK);
        return new SwitchPort(
                cell(row, "name").asString(),
                mark == null ? null : Id.tryParse(mark).orElse(null),
                tags.size() == 1 ? tags.getFirst().asInt() : null,
                mac.orElse(null),
                String.join("; ", errors));
    }

    private static List<Map<String, JsonNode>> rows(String line) {
        var table = Json.tree(line);
        var rows = new ArrayList<Map<String, JsonNode>>();
        for (var data : table.path("data")) {
            var row = new HashMap<String, JsonNode>();
            for (int i = 0; i < data.size(); i++) {
                row.put(table.path("headings").path(i).asString(), data.path(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private static JsonNode cell(Map<String, JsonNode> row, String column) {
        var cell = row.get(column);
        if (cell == null) {
            throw new IllegalStateException("ovs-vsctl printed no column " + column);
        }
        return cell;
    }

    /// A set of one is printed as its element (RFC 7047 §5.1).
    private static List<JsonNode> set(JsonNode cell) {
        if (cell.isArray() && cell.path(0).asString().equals("set")) {
            return List.copyOf(cell.path(1).values());
        }
        return List.of(cell);
    }

    private static Map<String, String> map(JsonNode cell) {
        var map = new HashMap<String, String>();
        for (var pair : cell.path(1)) {
            map.put(pair.path(0).asString(), pair.path(1).asString());
        }
        return map;
    }

    private static String uuid(JsonNode cell) {
        return cell.path(1).asString();
    }

    private static String mark(Id network) {
        return "external_ids:" + MARK + "=" + network;
    }
}

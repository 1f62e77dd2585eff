package no.dataverket.sentral.offerings.inventory;

import java.util.List;
import java.util.Objects;
import no.dataverket.contract.api.inventory.Device;
import no.dataverket.contract.api.inventory.DeviceLink;
import no.dataverket.contract.api.inventory.DevicePort;
import no.dataverket.contract.api.inventory.FailureDomain;
import no.dataverket.contract.api.inventory.Rack;
import no.dataverket.sentral.inventory.element.Edge;
import no.dataverket.sentral.inventory.element.EdgeType;
import no.dataverket.sentral.inventory.element.Key;
import no.dataverket.sentral.inventory.element.StoredElement;
import no.dataverket.sentral.inventory.graph.Topology;
import org.jspecify.annotations.Nullable;

/// Elements as the public API shows them.
final class ElementViews {

    private ElementViews() {}

    static Rack rack(StoredElement stored) {
        return new Rack(
                stored.id(),
                stored.key(),
                stored.element().key().name(),
                datacenter(stored),
                name(stored, "row"),
                Integer.parseInt(Objects.requireNonNull(stored.element().field("height"))),
                stored.element().keys("powered_by"),
                stored.element().field("description"),
                stored.trust(),
                stored.confirmedAt());
    }

    static Device device(StoredElement stored, Topology topology) {
        var element = stored.element();
        return new Device(
                stored.id(),
                stored.key(),
                element.key().name(),
                datacenter(stored),
                Objects.requireNonNull(element.field("type")),
                name(stored, "rack"),
                number(stored, "position"),
                number(stored, "height"),
                element.field("face"),
                element.field("vendor"),
                element.field("model"),
                element.field("serial"),
                element.field("asset_tag"),
                element.field("role"),
                element.field("hostname"),
                number(stored, "cpus"),
                number(stored, "memory_mib"),
                name(stored, "hypervisor"),
                element.keys("powered_by"),
                element.field("description"),
                topology.domainsOf(stored),
                stored.trust(),
                stored.confirmedAt());
    }

    static DevicePort port(StoredElement stored) {
        return new DevicePort(
                stored.id(),
                stored.key(),
                stored.element().key().name(),
                datacenter(stored),
                stored.element().key().ofDevice().name(),
                stored.element().field("form"),
                number(stored, "speed_mbps"),
                stored.element().field("mac"),
                stored.trust(),
                stored.confirmedAt());
    }

    static DeviceLink link(StoredElement stored) {
        return new DeviceLink(
                stored.id(),
                stored.key(),
                stored.element().key().name(),
                datacenter(stored),
                Objects.requireNonNull(stored.element().field("a")),
                Objects.requireNonNull(stored.element().field("b")),
                stored.element().field("description"),
                stored.trust(),
                stored.confirmedAt());
    }

    static FailureDomain domain(StoredElement stored) {
        var kind = stored.element().kind();
        var parent = stored.element().edges().stream()
                .filter(edge -> edge.type() == EdgeType.LOCATED_IN)
                .map(Edge::target)
                .findFirst()
                .orElse(null);
        return new FailureDomain(
                stored.id(),
                stored.key(),
                kind.name(),
                stored.element().key().name(),
                stored.element().key().datacenter(),
                kind.isSet() ? null : parent,
                stored.element().keys("members"),
                stored.element().field("description"),
                stored.trust());
    }

    static List<Device> devices(List<StoredElement> stored, Topology topology) {
        return stored.stream().map(device -> device(device, topology)).toList();
    }

    private static String datacenter(StoredElement stored) {
        return Objects.requireNonNull(stored.element().key().datacenter());
    }

    /// The name of what a field refers to.
    private static @Nullable String name(StoredElement stored, String field) {
        var key = stored.element().field(field);
        return key == null ? null : Key.parse(key).orElseThrow().name();
    }

    private static @Nullable Integer number(StoredElement stored, String field) {
        var value = stored.element().field(field);
        return value == null ? null : Integer.valueOf(value);
    }
}

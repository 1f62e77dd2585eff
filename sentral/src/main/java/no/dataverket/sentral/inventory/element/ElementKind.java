package no.dataverket.sentral.inventory.element;

import static no.dataverket.sentral.inventory.element.FieldRule.choice;
import static no.dataverket.sentral.inventory.element.FieldRule.mac;
import static no.dataverket.sentral.inventory.element.FieldRule.number;
import static no.dataverket.sentral.inventory.element.FieldRule.reference;
import static no.dataverket.sentral.inventory.element.FieldRule.references;
import static no.dataverket.sentral.inventory.element.FieldRule.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Kinds of element, in an order in which each may name those before it. Reading, comparing, exporting, drift
/// and the graph all follow from the rules here.
///
/// The failure domains are the tree region > datacenter > room > row > rack > device (the host), and the sets
/// across it.
public enum ElementKind {
    REGION("regions"),
    DATACENTER("datacenters"),
    ROOM("rooms"),
    ROW("rows"),
    POWER_FEED("power_feeds"),
    RACK("racks"),
    DEVICE("devices"),
    PORT("ports"),
    LINK("links"),
    COOLING("cooling"),
    FABRIC("fabrics"),
    STORAGE_CLUSTER("storage_clusters"),
    PROVIDER_CIRCUIT("provider_circuits"),
    CONTROL_CELL("control_cells"),
    SOFTWARE_RING("software_rings"),
    /// Registered elsewhere; a device may say which one runs on it.
    HYPERVISOR("");

    /// Most rack units that a rack can have.
    public static final int TALLEST_RACK = 60;

    private static final List<ElementKind> TREE = List.of(REGION, DATACENTER, ROOM, ROW, RACK);

    private final String section;

    ElementKind(String section) {
        this.section = section;
    }

    /// The name of the list of such elements in a document.
    public String section() {
        return section;
    }

    /// What keys of this kind begin with.
    public String prefix() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether it can be declared.
    public boolean declarable() {
        return this != HYPERVISOR;
    }

    /// Whether it is a set across the tree of places.
    public boolean isSet() {
        return switch (this) {
            case POWER_FEED, COOLING, FABRIC, STORAGE_CLUSTER, PROVIDER_CIRCUIT, CONTROL_CELL, SOFTWARE_RING -> true;
            case REGION, DATACENTER, ROOM, ROW, RACK, DEVICE, PORT, LINK, HYPERVISOR -> false;
        };
    }

    /// Whether it is a level of the tree of places, or a set across it.
    public boolean isFailureDomain() {
        return isSet() || TREE.contains(this);
    }

    /// The kind with a prefix.
    public static Optional<ElementKind> ofPrefix(String prefix) {
        return Arrays.stream(values())
                .filter(kind -> kind.prefix().equals(prefix))
                .findFirst();
    }

    /// The rules of its fields, in the order of a document.
    public List<FieldRule> fields() {
        return switch (this) {
            case REGION, ROOM -> Rules.PLAIN;
            case DATACENTER -> Rules.DATACENTER;
            case ROW -> Rules.ROW;
            case RACK -> Rules.RACK;
            case DEVICE -> Rules.DEVICE;
            case PORT -> Rules.PORT;
            case LINK -> Rules.LINK;
            case POWER_FEED, COOLING, FABRIC, STORAGE_CLUSTER, PROVIDER_CIRCUIT, CONTROL_CELL, SOFTWARE_RING ->
                Rules.SET;
            case HYPERVISOR -> List.of();
        };
    }

    /// The rule of a field.
    public Optional<FieldRule> field(String name) {
        return fields().stream().filter(rule -> rule.name().equals(name)).findFirst();
    }

    /// Apart from the constants, which the rules name.
    private static final class Rules {
        static final FieldRule DESCRIPTION = text("description");
        static final List<FieldRule> PLAIN = List.of(DESCRIPTION);
        static final List<FieldRule> DATACENTER = List.of(reference("region", REGION), DESCRIPTION);
        static final List<FieldRule> ROW = List.of(reference("room", ROOM), DESCRIPTION);
        static final List<FieldRule> RACK = List.of(
                reference("row", ElementKind.ROW),
                number("height", TALLEST_RACK).needed().trustedOnly(),
                references("powered_by", POWER_FEED),
                DESCRIPTION);
        static final List<FieldRule> DEVICE = List.of(
                choice("type", "SERVER", "SWITCH", "ROUTER", "PDU", "STORAGE", "FIREWALL", "OTHER")
                        .needed(),
                reference("rack", ElementKind.RACK),
                number("position", TALLEST_RACK).trustedOnly(),
                number("height", TALLEST_RACK).trustedOnly(),
                choice("face", "FRONT", "REAR", "BOTH").trustedOnly(),
                text("vendor"),
                text("model"),
                text("serial").trustedOnly(),
                text("asset_tag").trustedOnly(),
                text("role"),
                text("hostname"),
                number("cpus", 100_000),
                number("memory_mib", 1_000_000_000).within(5),
                reference("hypervisor", HYPERVISOR),
                references("powered_by", POWER_FEED, ElementKind.DEVICE),
                DESCRIPTION);
        static final List<FieldRule> PORT = List.of(
                reference("device", ElementKind.DEVICE).needed(),
                text("form"),
                number("speed_mbps", 10_000_000),
                mac("mac"));
        static final List<FieldRule> LINK = List.of(
                reference("a", ElementKind.PORT).needed(),
                reference("b", ElementKind.PORT).needed(),
                DESCRIPTION);
        static final List<FieldRule> SET = List.of(
                references(
                        "members", ElementKind.DATACENTER, ROOM, ElementKind.ROW, ElementKind.RACK, ElementKind.DEVICE),
                DESCRIPTION);

        private Rules() {}
    }
}

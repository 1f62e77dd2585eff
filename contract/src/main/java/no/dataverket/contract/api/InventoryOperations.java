package no.dataverket.contract.api;

import static no.dataverket.contract.api.OperationBuilder.get;
import static no.dataverket.contract.api.OperationBuilder.post;

import java.util.List;
import java.util.stream.Stream;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.inventory.DatacenterCard;
import no.dataverket.contract.api.inventory.Device;
import no.dataverket.contract.api.inventory.DeviceLink;
import no.dataverket.contract.api.inventory.DevicePort;
import no.dataverket.contract.api.inventory.Drift;
import no.dataverket.contract.api.inventory.DriftIgnore;
import no.dataverket.contract.api.inventory.DriftReject;
import no.dataverket.contract.api.inventory.FailureDomain;
import no.dataverket.contract.api.inventory.InventoryDocument;
import no.dataverket.contract.api.inventory.InventoryGraph;
import no.dataverket.contract.api.inventory.InventoryImpact;
import no.dataverket.contract.api.inventory.InventoryPlan;
import no.dataverket.contract.api.inventory.InventoryPlanApply;
import no.dataverket.contract.api.inventory.InventoryPlanCreate;
import no.dataverket.contract.api.inventory.Observation;
import no.dataverket.contract.api.inventory.ObservationCreate;
import no.dataverket.contract.api.inventory.Rack;
import no.dataverket.contract.api.inventory.TrustChange;
import no.dataverket.contract.api.inventory.TrustDecision;

/// The inventory: what was declared, what was observed, what is trusted. Operators only.
final class InventoryOperations {

    private static final List<String> RACK = List.of(
            "NAME=name", "DATACENTER=datacenter", "ROW=row", "HEIGHT=height", "POWERED_BY=powered_by", "TRUST=trust");
    private static final List<String> DEVICE = List.of(
            "NAME=name",
            "DATACENTER=datacenter",
            "TYPE=type",
            "RACK=rack",
            "POSITION=position",
            "MODEL=model",
            "SERIAL=serial",
            "HYPERVISOR=hypervisor",
            "TRUST=trust");
    private static final List<String> PORT = List.of(
            "DEVICE=device",
            "NAME=name",
            "DATACENTER=datacenter",
            "FORM=form",
            "SPEED_MBPS=speed_mbps",
            "MAC=mac",
            "TRUST=trust");
    private static final List<String> LINK = List.of("NAME=name", "DATACENTER=datacenter", "A=a", "B=b", "TRUST=trust");
    private static final List<String> DOMAIN =
            List.of("KEY=key", "KIND=kind", "PARENT=parent", "MEMBERS=members", "TRUST=trust");
    private static final List<String> PLAN = List.of(
            "ID=id",
            "STATE=state",
            "CREATES=creates",
            "CHANGES=changes",
            "DELETES=deletes",
            "BY=created_by",
            "AGE=created_at");
    private static final List<String> OBSERVATION = List.of(
            "SCOPE=scope",
            "SOURCE=source",
            "COMPLETE=complete",
            "KINDS=kinds",
            "SEEN=seen",
            "AGE=observed_at",
            "ID=id");
    private static final List<String> DRIFT = List.of(
            "SUBJECT=subject",
            "FIELD=field",
            "DIFFERENCE=difference",
            "DECLARED=declared",
            "OBSERVED=observed",
            "SEVERITY=severity",
            "STATE=state",
            "SINCE=since",
            "RUNBOOK=runbook",
            "ID=id");
    private static final List<String> TRUST = List.of(
            "ID=id",
            "STATE=state",
            "ORIGIN=origin",
            "ELEMENTS=elements",
            "BY=requested_by",
            "AGE=requested_at",
            "HASH=hash");

    private InventoryOperations() {}

    static List<Operation> all() {
        return Stream.of(elements(), graph(), bootstrap(), observations(), trust())
                .flatMap(List::stream)
                .map(operation -> operation.by(Access.OPERATOR).build())
                .toList();
    }

    private static List<OperationBuilder> elements() {
        return List.of(
                get("listRacks", "/v1/operator/racks", "List the racks")
                        .lists(Rack.class)
                        .scoped("datacenter")
                        .cli(
                                "dv",
                                "rack",
                                "list",
                                RACK,
                                "dv rack list",
                                "dv rack list --datacenter osl1",
                                "dv rack list -o json"),
                get("getRack", "/v1/operator/racks/{rack}", "Get a rack")
                        .answers(Rack.class)
                        .scoped("datacenter")
                        .cli(
                                "dv",
                                "rack",
                                "get",
                                RACK,
                                "dv rack get r1 --datacenter osl1",
                                "dv rack get r1 -o yaml",
                                "dv rack list"),
                get("listDevices", "/v1/operator/devices", "List the devices")
                        .lists(Device.class)
                        .scoped("datacenter")
                        .text("rack", "Only those in this rack, by name.")
                        .text("type", "Only this type, as SWITCH.")
                        .text("role", "Only this role.")
                        .text("serial", "Only the one with this serial number.")
                        .cli(
                                "dv",
                                "device",
                                "list",
                                DEVICE,
                                "dv device list",
                                "dv device list --rack r1 --datacenter osl1",
                                "dv device list --rack r1 --type SWITCH"),
                get("getDevice", "/v1/operator/devices/{device}", "Get a device")
                        .answers(Device.class)
                        .scoped("datacenter")
                        .cli(
                                "dv",
                                "device",
                                "get",
                                DEVICE,
                                "dv device get sw-1 --datacenter osl1",
                                "dv device get sw-1 -o json",
                                "dv device list"),
                get("listDevicePorts", "/v1/operator/ports", "List the ports of devices")
                        .lists(DevicePort.class)
                        .scoped("datacenter")
                        .text("device", "Only those of this device, by name.")
                        .cli(
                                "dv",
                                "port",
                                "list",
                                PORT,
                                "dv port list",
                                "dv port list --device sw-1 --datacenter osl1",
                                "dv port list -o json"),
                get("listDeviceLinks", "/v1/operator/links", "List the cables")
                        .lists(DeviceLink.class)
                        .scoped("datacenter")
                        .text("device", "Only those with an end at this device, by name.")
                        .cli(
                                "dv",
                                "link",
                                "list",
                                LINK,
                                "dv link list",
                                "dv link list --device sw-1 --datacenter osl1",
                                "dv link list -o json"),
                get(
                                "listFailureDomains",
                                "/v1/operator/failure-domains",
                                "List the failure domains: places, and sets across them")
                        .lists(FailureDomain.class)
                        .scoped("datacenter")
                        .text("kind", "Only this level or kind of set, as POWER_FEED.")
                        .cli(
                                "dv",
                                "failure-domain",
                                "list",
                                DOMAIN,
                                "dv failure-domain list",
                                "dv failure-domain list --kind POWER_FEED",
                                "dv failure-domain list --datacenter osl1 -o json"),
                get("getDatacenterCard", "/v1/operator/datacenters/{datacenter}/card", "Show a datacenter at a glance")
                        .answers(DatacenterCard.class)
                        .cli(
                                "dv",
                                "datacenter",
                                "show",
                                List.of(),
                                "dv datacenter show lab1",
                                "dv datacenter show lab1 -o json",
                                "dv datacenter list"));
    }

    private static List<OperationBuilder> graph() {
        return List.of(
                get("getInventoryGraph", "/v1/operator/graph", "Show what hangs together with a resource")
                        .answers(InventoryGraph.class)
                        .text("from", "Key or identifier of the resource to begin at; required.")
                        .integer("depth", "Edges to follow at most, 1 to 8; 2 if left out.")
                        .text("edge", "Only these kinds of edge, with commas between them, as LOCATED_IN,POWERED_BY.")
                        .cli(
                                "dv",
                                "inventory",
                                "graph",
                                List.of(),
                                "dv inventory graph --from rack.osl1.r1",
                                "dv inventory graph --from device.osl1.sw-1 --depth 3 -o json",
                                "dv inventory graph --from rack.osl1.r1 --edge LOCATED_IN,POWERED_BY"),
                get(
                                "getInventoryImpact",
                                "/v1/operator/inventory/impact/{resource}",
                                "Say what is affected if a resource is lost")
                        .answers(InventoryImpact.class)
                        .cli(
                                "dv",
                                "inventory",
                                "impact",
                                List.of(),
                                "dv inventory impact rack.osl1.r1",
                                "dv inventory impact power-feed.osl1.feed-a -o json",
                                "dv failure-domain list"));
    }

    private static List<OperationBuilder> bootstrap() {
        return List.of(
                get("listInventoryPlans", "/v1/operator/inventory/plans", "List the plans, newest last")
                        .lists(InventoryPlan.class)
                        .cli(
                                "dv",
                                "inventory-plan",
                                "list",
                                PLAN,
                                "dv inventory-plan list",
                                "dv inventory-plan list -o json",
                                "dv inventory-plan list -q"),
                get("getInventoryPlan", "/v1/operator/inventory/plans/{plan}", "Get a plan with all that it does")
                        .answers(InventoryPlan.class)
                        .cli(
                                "dv",
                                "inventory-plan",
                                "get",
                                PLAN,
                                "dv inventory-plan get PLAN",
                                "dv inventory-plan get PLAN -o json",
                                "dv inventory-plan list"),
                post(
                                "planInventory",
                                "/v1/operator/inventory/plans",
                                "Compare a document with the inventory; keep the difference as a plan")
                        .takes(InventoryPlanCreate.class)
                        .bodyUpTo(InventoryPlanCreate.LARGEST)
                        .creates(InventoryPlan.class)
                        .cli(
                                "dv",
                                "inventory",
                                "plan",
                                PLAN,
                                "dv inventory plan --document @site.yaml",
                                "dv inventory plan --document @site.yaml --prune true",
                                "dv inventory plan --document @site.yaml -o json"),
                post(
                                "applyInventoryPlan",
                                "/v1/operator/inventory/plans/{plan}:apply",
                                "Apply a plan, once, on the inventory that it was made for")
                        .takes(InventoryPlanApply.class)
                        .answers(InventoryPlan.class)
                        .cli(
                                "dv",
                                "inventory",
                                "apply",
                                PLAN,
                                "dv inventory apply PLAN --hash HASH",
                                "dv inventory apply PLAN --hash HASH -o json",
                                "dv inventory-plan get PLAN"),
                get(
                                "exportInventory",
                                "/v1/operator/inventory/document",
                                "Export the inventory as a document that imports to an empty plan")
                        .answers(InventoryDocument.class)
                        .scoped("datacenter"));
    }

    private static List<OperationBuilder> observations() {
        return List.of(
                get("listObservations", "/v1/operator/observations", "List the observations, oldest first")
                        .lists(Observation.class)
                        .text("scope", "Only of this scope, by key.")
                        .text("source", "Only by this source.")
                        .cli(
                                "dv",
                                "observation",
                                "list",
                                OBSERVATION,
                                "dv observation list",
                                "dv observation list --scope device.osl1.hv-1",
                                "dv observation list --source maskin -o json"),
                get("getObservation", "/v1/operator/observations/{observation}", "Get an observation")
                        .answers(Observation.class)
                        .cli(
                                "dv",
                                "observation",
                                "get",
                                OBSERVATION,
                                "dv observation get OBSERVATION",
                                "dv observation get OBSERVATION -o json",
                                "dv observation list"),
                post("recordObservation", "/v1/operator/observations", "Record what was seen; it is never changed")
                        .takes(ObservationCreate.class)
                        .creates(Observation.class),
                get("listDrift", "/v1/operator/drift", "List the differences between inventory and observation")
                        .lists(Drift.class)
                        .scoped("datacenter")
                        .text("severity", "Only this severity: LOW, MEDIUM or HIGH.")
                        .text("state", "Only this state: OPEN, IGNORED, REJECTED or PENDING_APPROVAL.")
                        .cli(
                                "dv",
                                "drift",
                                "list",
                                DRIFT,
                                "dv drift list",
                                "dv drift list --state OPEN --severity HIGH",
                                "dv drift list --datacenter osl1 -o json"),
                get("getDrift", "/v1/operator/drift/{drift}", "Get a difference")
                        .answers(Drift.class)
                        .cli(
                                "dv",
                                "drift",
                                "get",
                                DRIFT,
                                "dv drift get DRIFT",
                                "dv drift get DRIFT -o json",
                                "dv drift list"),
                post(
                                "acceptDrift",
                                "/v1/operator/drift/{drift}:accept",
                                "Adopt what was observed; what others rely on waits for a second operator")
                        .answers(Drift.class)
                        .cli(
                                "dv",
                                "drift",
                                "accept",
                                DRIFT,
                                "dv drift accept DRIFT",
                                "dv drift accept DRIFT -o json",
                                "dv drift list"),
                post("ignoreDrift", "/v1/operator/drift/{drift}:ignore", "Let a difference stay for a time")
                        .takes(DriftIgnore.class)
                        .answers(Drift.class)
                        .cli(
                                "dv",
                                "drift",
                                "ignore",
                                DRIFT,
                                "dv drift ignore DRIFT --until 2026-12-24T10:00:00Z --reason repair",
                                "dv drift ignore DRIFT --until 2026-12-24T10:00:00Z --reason repair -o json",
                                "dv drift list --state IGNORED"),
                post("rejectDrift", "/v1/operator/drift/{drift}:reject", "Say that the declaration is right")
                        .takes(DriftReject.class)
                        .answers(Drift.class)
                        .cli(
                                "dv",
                                "drift",
                                "reject",
                                DRIFT,
                                "dv drift reject DRIFT --reason miscabled",
                                "dv drift reject DRIFT --reason miscabled -o json",
                                "dv drift list --state REJECTED"));
    }

    private static List<OperationBuilder> trust() {
        return List.of(
                get(
                                "listTrustChanges",
                                "/v1/operator/trust-changes",
                                "List what waits to be trusted, and what was decided")
                        .lists(TrustChange.class)
                        .text("state", "Only this state: PENDING_APPROVAL, APPROVED, REJECTED or VOID.")
                        .cli(
                                "dv",
                                "trust-change",
                                "list",
                                TRUST,
                                "dv trust-change list",
                                "dv trust-change list --state PENDING_APPROVAL",
                                "dv trust-change list -o json"),
                get("getTrustChange", "/v1/operator/trust-changes/{trust_change}", "Get a trust change")
                        .answers(TrustChange.class)
                        .cli(
                                "dv",
                                "trust-change",
                                "get",
                                TRUST,
                                "dv trust-change get CHANGE",
                                "dv trust-change get CHANGE -o json",
                                "dv trust-change list"),
                post(
                                "approveTrustChange",
                                "/v1/operator/trust-changes/{trust_change}:approve",
                                "Approve it, as an operator who did not ask for it")
                        .takes(TrustDecision.class)
                        .answers(TrustChange.class)
                        .cli(
                                "dv",
                                "trust-change",
                                "approve",
                                TRUST,
                                "dv trust-change approve CHANGE --hash HASH",
                                "dv trust-change approve CHANGE --hash HASH --comment checked",
                                "dv trust-change get CHANGE"),
                post(
                                "rejectTrustChange",
                                "/v1/operator/trust-changes/{trust_change}:reject",
                                "Reject it, or take one's own back")
                        .takes(TrustDecision.class)
                        .answers(TrustChange.class)
                        .cli(
                                "dv",
                                "trust-change",
                                "reject",
                                TRUST,
                                "dv trust-change reject CHANGE --hash HASH",
                                "dv trust-change reject CHANGE --hash HASH --comment wrong",
                                "dv trust-change get CHANGE"));
    }
}

package no.dataverket.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import org.jspecify.annotations.Nullable;

/// For each operation a body that it takes, about things that belong to somebody else.
final class IsolationBodies {

    private static final String NONE = "";
    private static final String CONSOLE = Id.next(IdKind.CONSOLE).toString();

    private IsolationBodies() {}

    static @Nullable Map<String, Object> of(String operation, Map<String, String> known) {
        var scope = new LinkedHashMap<String, Object>();
        for (var part : List.of("tenant", "project", "environment")) {
            scope.put(part, known.getOrDefault(part, NONE));
        }
        return switch (operation) {
            case "createTenant" -> Map.of("name", "mine");
            case "createProject", "preflightProject" ->
                Map.of("name", "mine", "tenant", known.getOrDefault("tenant", NONE));
            case "createEnvironment", "preflightEnvironment" ->
                Map.of(
                        "name",
                        "mine",
                        "tenant",
                        known.getOrDefault("tenant", NONE),
                        "project",
                        known.getOrDefault("project", NONE));
            case "createNetwork", "preflightNetwork" ->
                with(scope, Map.of("name", "mine", "datacenter", Site.DATACENTER));
            case "createVolume", "preflightVolume" ->
                with(scope, Map.of("name", "mine", "datacenter", Site.DATACENTER, "size_gib", 1));
            case "attachVolume" -> Map.of("vm", known.getOrDefault("vm", NONE));
            case "createSnapshot", "createBackup" ->
                with(scope, Map.of("name", "mine", "volume", known.getOrDefault("volume", NONE)));
            case "restoreBackup" -> Map.of("name", "mine");
            case "growVolume" -> Map.of("size_gib", 2);
            case "createVm", "preflightVm" ->
                with(
                        scope,
                        Map.of(
                                "name",
                                "mine",
                                "datacenter",
                                Site.DATACENTER,
                                "image",
                                Site.IMAGE,
                                "networks",
                                List.of(Map.of("network", known.getOrDefault("network", NONE)))));
            case "createToken" ->
                Map.of("name", "mine", "role", "TENANT_ADMIN", "tenant", known.getOrDefault("tenant", NONE));
            case "planInventory" -> Map.of("document", Site.INVENTORY, "prune", true);
            case "applyInventoryPlan", "approveTrustChange", "rejectTrustChange" ->
                Map.of("hash", known.getOrDefault("hash", NONE));
            case "recordObservation" ->
                Map.of(
                        "source",
                        "walk",
                        "scope",
                        "rack.lab1.r1",
                        "observed_at",
                        "2026-11-21T10:00:00Z",
                        "complete",
                        true,
                        "subjects",
                        List.of());
            case "ignoreDrift" -> Map.of("until", "2027-01-01T00:00:00Z", "reason", "mine");
            case "rejectDrift" -> Map.of("reason", "mine");
            case "createDatacenter" -> Map.of("name", "mine");
            case "createHypervisor" ->
                Map.of("name", "mine", "datacenter", Site.DATACENTER, "driver", "simulated", "endpoint", "mine");
            case "createImage" ->
                Map.of("name", "mine", "version", "1", "datacenter", Site.DATACENTER, "source", "/nowhere");
            case "updateTenant", "updateProject", "updateEnvironment", "updateNetwork", "updateVm", "updateVolume" ->
                Map.of("labels", Map.of("a", "b"));
            case "setOfferingAvailability" ->
                Map.of("scope", known.getOrDefault("scope", NONE), "availability", "DISABLED");
            case "setQuota" -> Map.of("limits", Map.of("vms", 1));
            case "updateImage" -> Map.of("deletion_protection", true);
            case "drainHypervisor" -> Map.of("stop_machines", false);
            case "fenceHypervisor" -> Map.of("attest", "I saw nothing run there");
            case "promoteImage" -> Map.of("channel", "mine");
            case "replicateImage" -> Map.of("datacenter", Site.DATACENTER);
            case "retireImage" -> Map.of("reason", "mine");
            case "createImageKey" -> Map.of("name", "mine", "public_key", Site.IMAGE_KEY);
            case "updateImagePolicy" -> Map.of("signatures", "OPTIONAL");
            case "updatePlacementPolicy" -> Map.of("strategy", "BIN_PACK");
            case "updateHypervisor" -> Map.of("schedulable", false);
            case "attachVmNetwork", "detachVmNetwork" -> Map.of("network", known.getOrDefault("network", NONE));
            case "stopVm", "rebuildVm", "openVmConsole" -> Map.of();
            case "typeVmConsole" -> Map.of("session", CONSOLE, "offset", 0, "data", "bHMNCg==");
            case "closeVmConsole" -> Map.of("session", CONSOLE);
            case "resizeVm" -> Map.of("vcpus", 2);
            case "shareNetwork", "unshareNetwork" -> Map.of("scope", known.getOrDefault("project", NONE));
            case "createShape" -> Map.of("name", "mine", "vcpus", 1, "memory_mib", 64, "disk_gib", 1);
            case "offerShape", "withdrawShape" -> Map.of("scope", known.getOrDefault("project", NONE));
            case "approveApproval" -> Map.of("hash", "0".repeat(64));
            case "rejectApproval" -> Map.of("reason", "mine");
            case "purgeProject", "purgeTenant" -> Map.of();
            case "updateApprovalPolicy" -> Map.of("deletions", "ONE_APPROVAL");
            case "raiseTenantQuotas" -> Map.of("quotas", Map.of("vms", 5));
            case "requestProject" -> Map.of("name", "mine", "tenant", known.getOrDefault("tenant", NONE));
            case "prioritizeTask" -> Map.of("priority", "BACKGROUND");
            case "useRunbook" -> Map.of();
            default -> null;
        };
    }

    private static Map<String, Object> with(Map<String, Object> one, Map<String, Object> more) {
        one.putAll(more);
        return one;
    }
}

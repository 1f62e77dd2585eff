package no.dataverket.contract.api;

import static no.dataverket.contract.api.OperationBuilder.get;
import static no.dataverket.contract.api.OperationBuilder.patch;

import java.util.List;
import no.dataverket.contract.api.Operation.Access;

/// Where machines go: why, where one would, and how much room is left.
final class PlacementOperations {

    private static final List<String> DECISION =
            List.of("PLACED=placed", "HYPERVISOR=best.name", "CONSIDERED=considered", "EXPLANATION=explanation");
    private static final List<String> CAPACITY = List.of(
            "DATACENTER=datacenter",
            "SUPPLY=supply",
            "HOSTS=hypervisors",
            "USABLE=usable",
            "VCPUS=vcpus_reserved",
            "OF=vcpus",
            "MEMORY_MIB=memory_mib_reserved",
            "OF=memory_mib",
            "DAYS_TO_FULL=outlook.days_to_full");
    private static final List<String> POLICY =
            List.of("DATACENTER=datacenter", "STRATEGY=strategy", "GENERATION=generation");
    private static final List<String> SUPPLY = List.of("DATACENTER=datacenter", "SUPPLY=supply");

    private PlacementOperations() {}

    static List<Operation> all() {
        return List.of(
                get("explainPlacement", "/v1/operator/vms/{vm}/placement", "Why a machine is where it is, or nowhere")
                        .by(Access.OPERATOR)
                        .answers(PlacementDecision.class)
                        .scoped("tenant", "project", "environment")
                        .cli(
                                "dvce",
                                "placement",
                                "explain",
                                DECISION,
                                "dvce placement explain web-1 --project shop --env prod",
                                "dvce placement explain web-1 -o yaml",
                                "dvce vm get web-1")
                        .build(),
                get("tryPlacement", "/v1/operator/placements:try", "Where a machine would go now; nothing is reserved")
                        .by(Access.OPERATOR)
                        .answers(PlacementDecision.class)
                        .text("datacenter", "Datacenter; required.")
                        .integer("vcpus", 1, 256, "Virtual CPUs, from 1 to 256; required.")
                        .integer("memory_mib", 64, 4_194_304, "Memory, MiB, from 64 to 4194304; required.")
                        .flag("restartable", "Whether a second hypervisor must have room for it too.")
                        .text("residency", "Jurisdictions that will do, with commas between them; any if left out.")
                        .cli(
                                "dvce",
                                "placement",
                                "try",
                                DECISION,
                                "dvce placement try --datacenter lab1 --vcpus 4 --memory-mib 8192",
                                "dvce placement try --datacenter lab1 --vcpus 4 --memory-mib 8192 --restartable true -o yaml",
                                "dvce capacity get lab1")
                        .build(),
                get(
                                "getCapacity",
                                "/v1/operator/datacenters/{datacenter}/capacity",
                                "What is left of a datacenter, what would be after a loss, and for how long it lasts")
                        .by(Access.OPERATOR)
                        .answers(DatacenterCapacity.class)
                        .cli(
                                "dvce",
                                "capacity",
                                "get",
                                CAPACITY,
                                "dvce capacity get lab1",
                                "dvce capacity get lab1 -o yaml",
                                "dvce hypervisor list --datacenter lab1")
                        .build(),
                get(
                                "getSupply",
                                "/v1/datacenters/{datacenter}/supply",
                                "Whether a datacenter has room for machines, in one word")
                        .answers(DatacenterSupply.class)
                        .cli(
                                "dvce",
                                "supply",
                                "get",
                                SUPPLY,
                                "dvce supply get lab1",
                                "dvce supply get lab1 -o json",
                                "dv datacenter list")
                        .build(),
                get(
                                "getPlacementPolicy",
                                "/v1/operator/datacenters/{datacenter}/placement-policy",
                                "Which hypervisors of a datacenter are filled first")
                        .by(Access.OPERATOR)
                        .answers(PlacementPolicy.class)
                        .cli(
                                "dvce",
                                "placement-policy",
                                "get",
                                POLICY,
                                "dvce placement-policy get lab1",
                                "dvce placement-policy get lab1 -o yaml",
                                "dvce capacity get lab1")
                        .build(),
                patch(
                                "updatePlacementPolicy",
                                "/v1/operator/datacenters/{datacenter}/placement-policy",
                                "Decide which hypervisors of a datacenter are filled first; machines stay where they are")
                        .by(Access.OPERATOR)
                        .takes(PlacementPolicyPatch.class)
                        .answers(PlacementPolicy.class)
                        .guarded()
                        .cli(
                                "dvce",
                                "placement-policy",
                                "update",
                                POLICY,
                                "dvce placement-policy update lab1 --strategy BIN_PACK",
                                "dvce placement-policy update lab1 --strategy SPREAD --dry-run",
                                "dvce placement-policy get lab1")
                        .build());
    }
}

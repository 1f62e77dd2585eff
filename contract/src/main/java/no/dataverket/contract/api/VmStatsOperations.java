package no.dataverket.contract.api;

import static no.dataverket.contract.api.OperationBuilder.get;

import java.util.List;
import no.dataverket.contract.api.Operation.Access;

/// What machines use, to their tenants and to those who operate the platform.
final class VmStatsOperations {

    private static final String[] SCOPE = {"tenant", "project", "environment"};
    private static final List<String> STATS = List.of(
            "NAME=name",
            "STATE=state",
            "CPU_NS=cpu_nanoseconds",
            "MEMORY=memory_bytes",
            "RESIDENT=resident_bytes",
            "MEASURED=measured_at");

    private VmStatsOperations() {}

    static List<Operation> all() {
        return List.of(
                get("getVmStats", "/v1/vms/{vm}/stats", "What a machine uses: processor, memory, disks, network")
                        .by(Access.VIEWER)
                        .answers(VmStats.class)
                        .scoped(SCOPE)
                        .cli(
                                "dvce",
                                "vm",
                                "stats",
                                STATS,
                                "dvce vm stats web-1 --project shop --env prod",
                                "dvce vm stats web-1 -o yaml",
                                "dvce vm-stat list")
                        .build(),
                get(
                                "listVmStats",
                                "/v1/vm-stats",
                                "What machines use; as Prometheus text, all at once, for who accepts text/plain")
                        .by(Access.VIEWER)
                        .lists(VmStats.class)
                        .alsoAs("text/plain")
                        .scoped(SCOPE)
                        .filtered()
                        .cli(
                                "dvce",
                                "vm-stat",
                                "list",
                                STATS,
                                "dvce vm-stat list",
                                "dvce vm-stat list --project shop --env prod",
                                "dvce vm-stat list -o json")
                        .build());
    }
}

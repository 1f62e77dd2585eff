package no.dataverket.contract.api;

import static no.dataverket.contract.api.OperationBuilder.post;

import java.util.List;
import no.dataverket.contract.api.Operation.Access;

/// What operators do about hypervisors that are lost, that fail, or that are to be spared.
final class HostOperations {

    private static final List<String> COLUMNS = List.of(
            "NAME=name",
            "DATACENTER=datacenter",
            "PHASE=status.phase",
            "VMS=status.vms",
            "MAINTENANCE=status.maintenance",
            "QUARANTINE=status.quarantine",
            "QUARANTINE_ENDS_AT=status.quarantine_ends_at",
            "FENCED_BY=status.fence.by",
            "FENCED_AT=status.fence.at");

    private HostOperations() {}

    static List<Operation> all() {
        return List.of(
                post(
                                "fenceHypervisor",
                                "/v1/operator/hypervisors/{hypervisor}:fence",
                                "Stand for that a lost hypervisor runs nothing, and restart its machines elsewhere")
                        .by(Access.OPERATOR)
                        .takes(HypervisorFence.class)
                        .starts(Hypervisor.class)
                        .scoped("datacenter")
                        .cli(
                                "dvce",
                                "hypervisor",
                                "fence",
                                COLUMNS,
                                "dvce hypervisor fence hv-1 --attest \"bmc-r1-07 read OFF twice\" --means POWER_OFF",
                                "dvce hypervisor fence hv-1 --attest \"the machine stands unplugged before me\" --dry-run",
                                "dvce hypervisor get hv-1")
                        .build(),
                post(
                                "drainHypervisor",
                                "/v1/operator/hypervisors/{hypervisor}:drain",
                                "Empty a hypervisor for work on it; stopping the task returns it to service")
                        .by(Access.OPERATOR)
                        .takes(HypervisorDrain.class)
                        .starts(Hypervisor.class)
                        .scoped("datacenter")
                        .cli(
                                "dvce",
                                "hypervisor",
                                "drain",
                                COLUMNS,
                                "dvce hypervisor drain hv-1",
                                "dvce hypervisor drain hv-1 --stop-machines true",
                                "dvce hypervisor get hv-1")
                        .build(),
                post(
                                "releaseHypervisor",
                                "/v1/operator/hypervisors/{hypervisor}:release",
                                "Let a hypervisor carry machines again that was fenced, in maintenance or in quarantine")
                        .by(Access.OPERATOR)
                        .starts(Hypervisor.class)
                        .scoped("datacenter")
                        .cli(
                                "dvce",
                                "hypervisor",
                                "release",
                                COLUMNS,
                                "dvce hypervisor release hv-1",
                                "dvce hypervisor release hv-1 --dry-run",
                                "dvce hypervisor get hv-1")
                        .build());
    }
}

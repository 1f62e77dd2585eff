package no.dataverket.contract.api;

import static no.dataverket.contract.api.OperationBuilder.get;

import java.util.Arrays;
import java.util.List;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.VmDrift.VmDriftState;

/// Where hypervisors and what was decided about their machines differ.
final class VmDriftOperations {

    private static final List<String> COLUMNS = List.of(
            "KIND=kind",
            "SUBJECT=subject",
            "HYPERVISOR=hypervisor",
            "EXPECTED=expected",
            "SEEN=seen",
            "ACTION=action",
            "DONE=done",
            "FIRST_SEEN=first_seen",
            "LAST_SEEN=last_seen",
            "RESOLVED=resolved_at");

    private VmDriftOperations() {}

    static List<Operation> all() {
        return List.of(get(
                        "listVmDrift",
                        "/v1/operator/vm-drift",
                        "List the differences between hypervisors and what was decided about their machines")
                .by(Access.OPERATOR)
                .lists(VmDrift.class)
                .text("datacenter", "Only of this datacenter.")
                .choice("kind", "Only of this kind.", names(VmDriftKind.values()))
                .choice(
                        "state",
                        "Only those that are there still, or those that are gone.",
                        names(VmDriftState.values()))
                .cli(
                        "dvce",
                        "drift",
                        "list",
                        COLUMNS,
                        "dvce drift list --state OPEN",
                        "dvce drift list --datacenter lab1 --kind UNKNOWN",
                        "dvce drift list -o json")
                .build());
    }

    private static String[] names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
    }
}

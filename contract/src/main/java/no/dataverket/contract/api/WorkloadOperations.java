package no.dataverket.contract.api;

import static no.dataverket.contract.api.OperationBuilder.delete;
import static no.dataverket.contract.api.OperationBuilder.get;
import static no.dataverket.contract.api.OperationBuilder.patch;
import static no.dataverket.contract.api.OperationBuilder.post;

import java.util.List;
import java.util.stream.Stream;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.Operation.Lane;

/// What tenants use: networks and machines.
final class WorkloadOperations {

    private static final String[] SCOPE = {"tenant", "project", "environment"};
    private static final List<String> NETWORK = List.of(
            "NAME=name",
            "PREFIX=status.prefix",
            "VLAN=status.vlan",
            "USED=status.addresses_used",
            "OF=status.addresses_total",
            "PHASE=status.phase",
            "ID=id");
    private static final List<String> VM = List.of(
            "NAME=name",
            "PHASE=status.phase",
            "ADDRESS=status.addresses",
            "VCPUS=vcpus",
            "MEMORY_MIB=memory_mib",
            "DATACENTER=datacenter",
            "ID=id");

    private WorkloadOperations() {}

    static List<Operation> all() {
        return Stream.of(networks(), vms(), vmVerbs()).flatMap(List::stream).toList();
    }

    private static List<Operation> networks() {
        return List.of(
                get("listNetworks", "/v1/networks", "List networks")
                        .by(Access.VIEWER)
                        .lists(Network.class)
                        .scoped(SCOPE)
                        .filtered()
                        .cli(
                                "dvnet",
                                "network",
                                "list",
                                NETWORK,
                                "dvnet network list",
                                "dvnet network list --project shop --env prod",
                                "dvnet network list -o json")
                        .build(),
                get("getNetwork", "/v1/networks/{network}", "Get a network")
                        .by(Access.VIEWER)
                        .answers(Network.class)
                        .scoped(SCOPE)
                        .cli(
                                "dvnet",
                                "network",
                                "get",
                                NETWORK,
                                "dvnet network get app-net --project shop --env prod",
                                "dvnet network get app-net -o yaml",
                                "dvnet network list")
                        .build(),
                post("createNetwork", "/v1/networks", "Create a network")
                        .by(Access.EDITOR)
                        .takes(NetworkCreate.class)
                        .starts(Network.class)
                        .cli(
                                "dvnet",
                                "network",
                                "create",
                                NETWORK,
                                "dvnet network create app-net --project shop --env prod --datacenter lab1",
                                "dvnet network create app-net --project shop --env prod --datacenter lab1 --prefix 10.20.0.0/24 --egress true",
                                "dvnet network create app-net --project shop --env prod --datacenter lab1 --dry-run")
                        .build(),
                patch("updateNetwork", "/v1/networks/{network}", "Change a network's labels or protection")
                        .by(Access.EDITOR)
                        .takes(NetworkPatch.class)
                        .answers(Network.class)
                        .scoped(SCOPE)
                        .guarded()
                        .cli(
                                "dvnet",
                                "network",
                                "update",
                                NETWORK,
                                "dvnet network update app-net --labels tier=web",
                                "dvnet network update app-net --deletion-protection true",
                                "dvnet network get app-net")
                        .build(),
                delete("deleteNetwork", "/v1/networks/{network}", "Delete a network that no machine uses")
                        .by(Access.EDITOR)
                        .starts(Network.class)
                        .scoped(SCOPE)
                        .guarded()
                        .cli(
                                "dvnet",
                                "network",
                                "delete",
                                NETWORK,
                                "dvnet network delete app-net",
                                "dvnet network delete app-net --yes",
                                "dvnet network list")
                        .build());
    }

    private static List<Operation> vms() {
        return List.of(
                get("listVms", "/v1/vms", "List machines")
                        .by(Access.VIEWER)
                        .lists(Vm.class)
                        .scoped(SCOPE)
                        .filtered()
                        .cli(
                                "dvce",
                                "vm",
                                "list",
                                VM,
                                "dvce vm list",
                                "dvce vm list --project shop --env prod",
                                "dvce vm list -o json")
                        .build(),
                get("getVm", "/v1/vms/{vm}", "Get a machine")
                        .by(Access.VIEWER)
                        .answers(Vm.class)
                        .scoped(SCOPE)
                        .cli(
                                "dvce",
                                "vm",
                                "get",
                                VM,
                                "dvce vm get web-1 --project shop --env prod",
                                "dvce vm get web-1 -o yaml",
                                "dvce vm list")
                        .build(),
                post("createVm", "/v1/vms", "Create a machine and start it")
                        .by(Access.EDITOR)
                        .takes(VmCreate.class)
                        .starts(Vm.class)
                        .cli(
                                "dvce",
                                "vm",
                                "create",
                                VM,
                                "dvce vm create web-1 --project shop --env prod --datacenter lab1 --image debian-12 --network app-net",
                                "dvce vm create web-1 --project shop --env prod --datacenter lab1 --image debian-12 --network app-net --memory-mib 1024 --ssh-authorized-key @~/.ssh/id_ed25519.pub",
                                "dvce vm create web-1 --project shop --env prod --datacenter lab1 --image debian-12 --network app-net --dry-run")
                        .build(),
                patch("updateVm", "/v1/vms/{vm}", "Change a machine's labels or protection")
                        .by(Access.EDITOR)
                        .takes(VmPatch.class)
                        .answers(Vm.class)
                        .scoped(SCOPE)
                        .guarded()
                        .cli(
                                "dvce",
                                "vm",
                                "update",
                                VM,
                                "dvce vm update web-1 --labels tier=web",
                                "dvce vm update web-1 --deletion-protection true",
                                "dvce vm get web-1")
                        .build(),
                delete("deleteVm", "/v1/vms/{vm}", "Delete a machine and its disk")
                        .by(Access.EDITOR)
                        .starts(Vm.class)
                        .scoped(SCOPE)
                        .guarded()
                        .cli(
                                "dvce",
                                "vm",
                                "delete",
                                VM,
                                "dvce vm delete web-1",
                                "dvce vm delete web-1 --yes",
                                "dvce vm list")
                        .build());
    }

    private static List<Operation> vmVerbs() {
        return List.of(
                post("startVm", "/v1/vms/{vm}:start", "Start a machine")
                        .by(Access.EDITOR)
                        .starts(Vm.class)
                        .scoped(SCOPE)
                        .cli(
                                "dvce",
                                "vm",
                                "start",
                                VM,
                                "dvce vm start web-1",
                                "dvce vm start web-1 --no-wait",
                                "dvce vm list")
                        .build(),
                post("stopVm", "/v1/vms/{vm}:stop", "Stop a machine: ask the guest, then cut the power")
                        .costs(Lane.DESTRUCTIVE, 1)
                        .by(Access.EDITOR)
                        .takes(VmStop.class)
                        .starts(Vm.class)
                        .scoped(SCOPE)
                        .cli(
                                "dvce",
                                "vm",
                                "stop",
                                VM,
                                "dvce vm stop web-1",
                                "dvce vm stop web-1 --force true",
                                "dvce vm list")
                        .build(),
                post("rebootVm", "/v1/vms/{vm}:reboot", "Reboot a machine")
                        .costs(Lane.DESTRUCTIVE, 1)
                        .by(Access.EDITOR)
                        .starts(Vm.class)
                        .scoped(SCOPE)
                        .cli(
                                "dvce",
                                "vm",
                                "reboot",
                                VM,
                                "dvce vm reboot web-1",
                                "dvce vm reboot web-1 --no-wait",
                                "dvce vm list")
                        .build(),
                post(
                                "resizeVm",
                                "/v1/vms/{vm}:resize",
                                "Give a machine another size: stop it, change it where it is, start it again")
                        .costs(Lane.DESTRUCTIVE, 1)
                        .by(Access.EDITOR)
                        .takes(VmResize.class)
                        .starts(Vm.class)
                        .scoped(SCOPE)
                        .cli(
                                "dvce",
                                "vm",
                                "resize",
                                VM,
                                "dvce vm resize web-1 --shape standard-4",
                                "dvce vm resize web-1 --vcpus 4 --memory-mib 8192 --disk-gib 40",
                                "dvce vm resize web-1 --vcpus 4 --dry-run")
                        .build(),
                post(
                                "rebuildVm",
                                "/v1/vms/{vm}:rebuild",
                                "Make a machine anew from an image; what is on its root disk is lost")
                        .costs(Lane.DESTRUCTIVE, 1)
                        .by(Access.EDITOR)
                        .takes(VmRebuild.class)
                        .starts(Vm.class)
                        .scoped(SCOPE)
                        .guarded()
                        .cli(
                                "dvce",
                                "vm",
                                "rebuild",
                                VM,
                                "dvce vm rebuild web-1",
                                "dvce vm rebuild web-1 --image debian-13 --yes",
                                "dvce vm rebuild web-1 --image debian-13 --dry-run")
                        .build(),
                post("attachVmNetwork", "/v1/vms/{vm}:attach-network", "Add an interface on a network")
                        .by(Access.EDITOR)
                        .takes(VmAttach.class)
                        .starts(Vm.class)
                        .scoped(SCOPE)
                        .cli(
                                "dvce",
                                "vm",
                                "attach-network",
                                VM,
                                "dvce vm attach-network web-1 --network db-net",
                                "dvce vm attach-network web-1 --network db-net --address 10.20.1.9",
                                "dvce vm get web-1")
                        .build(),
                post("detachVmNetwork", "/v1/vms/{vm}:detach-network", "Remove the interface on a network")
                        .costs(Lane.DESTRUCTIVE, 1)
                        .by(Access.EDITOR)
                        .takes(VmDetach.class)
                        .starts(Vm.class)
                        .scoped(SCOPE)
                        .cli(
                                "dvce",
                                "vm",
                                "detach-network",
                                VM,
                                "dvce vm detach-network web-1 --network db-net",
                                "dvce vm detach-network web-1 --network db-net --dry-run",
                                "dvce vm get web-1")
                        .build(),
                get("getVmConsole", "/v1/vms/{vm}/console", "Read the serial console's log")
                        .by(Access.VIEWER)
                        .answers(ConsoleLog.class)
                        .scoped(SCOPE)
                        .integer("offset", "Where to begin, bytes; negative counts from the end.")
                        .integer("limit", "At most this many bytes, up to 262144; 65536 if left out.")
                        .build());
    }
}

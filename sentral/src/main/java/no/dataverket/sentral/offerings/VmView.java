package no.dataverket.sentral.offerings;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.dataverket.contract.api.Blocker;
import no.dataverket.contract.api.Vm;
import no.dataverket.contract.api.Vm.NetworkInterface;
import no.dataverket.contract.api.Vm.Placement;
import no.dataverket.contract.api.Vm.VmStatus;
import no.dataverket.core.db.Transaction;
import no.dataverket.sentral.inventory.Resource;

/// Machines as the public API shows them.
final class VmView {

    Vm one(Transaction transaction, Resource vm, List<Blocker> blockers, boolean operator) {
        return one(vm, Interfaces.of(transaction, vm.id()), blockers, operator);
    }

    Vm one(Resource vm, List<NetworkInterface> faces, List<Blocker> blockers, boolean operator) {
        return view(vm, faces, blockers, operator);
    }

    List<Vm> page(
            Transaction transaction, List<Resource> vms, Function<Resource, List<Blocker>> blockers, boolean operator) {
        var faces = Interfaces.of(transaction, vms.stream().map(Resource::id).toList()).stream()
                .collect(Collectors.groupingBy(
                        Interfaces.Owned::vm, Collectors.mapping(Interfaces.Owned::face, Collectors.toList())));
        return vms.stream()
                .map(vm -> view(vm, faces.getOrDefault(vm.id(), List.of()), blockers.apply(vm), operator))
                .toList();
    }

    private static Vm view(Resource vm, List<NetworkInterface> faces, List<Blocker> blockers, boolean operator) {
        var spec = vm.spec(VmSpec.class);
        var wish = spec.placement();
        var known = vm.status(VmKnown.class);
        return new Vm(
                vm.id(),
                vm.name(),
                Objects.requireNonNull(vm.tenant()),
                Objects.requireNonNull(vm.project()),
                Objects.requireNonNull(vm.environment()),
                vm.datacenter(),
                spec.labels(),
                spec.image(),
                spec.shape(),
                spec.vcpus(),
                spec.memoryMib(),
                spec.diskGib(),
                faces,
                spec.sshAuthorizedKeys(),
                spec.running(),
                spec.deletionProtection(),
                wish == null ? null : wish.group(),
                wish == null ? null : wish.rules(),
                wish != null && Objects.requireNonNullElse(wish.restartable(), false),
                wish == null ? List.of() : Objects.requireNonNullElse(wish.residency(), List.of()),
                vm.generation(),
                vm.createdAt(),
                new VmStatus(
                        vm.phase(),
                        known.conditions(),
                        faces.stream()
                                .map(NetworkInterface::address)
                                .filter(Objects::nonNull)
                                .map(Objects::requireNonNull)
                                .toList(),
                        known.power(),
                        known.observedAt(),
                        known.seedSha256(),
                        known.guest(),
                        known.observedGeneration(),
                        vm.activeTask() != null,
                        new Placement(vm.datacenter(), operator ? known.hypervisorName() : null),
                        blockers,
                        vm.activeTask()));
    }
}

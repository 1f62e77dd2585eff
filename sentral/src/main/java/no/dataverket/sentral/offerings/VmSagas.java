package no.dataverket.sentral.offerings;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import no.dataverket.contract.Id;
import no.dataverket.contract.api.Phase;
import no.dataverket.contract.command.Command;
import no.dataverket.contract.command.MaskinMessages;
import no.dataverket.contract.command.MaskinMessages.AttachInterface;
import no.dataverket.contract.command.MaskinMessages.ClearVm;
import no.dataverket.contract.command.MaskinMessages.DeleteVm;
import no.dataverket.contract.command.MaskinMessages.DetachInterface;
import no.dataverket.contract.command.MaskinMessages.GrowDisk;
import no.dataverket.contract.command.MaskinMessages.PlaceVm;
import no.dataverket.contract.command.MaskinMessages.PlacementWish;
import no.dataverket.contract.command.MaskinMessages.PrepareDisk;
import no.dataverket.contract.command.MaskinMessages.ProvisionVm;
import no.dataverket.contract.command.MaskinMessages.RebootVm;
import no.dataverket.contract.command.MaskinMessages.ReleaseVm;
import no.dataverket.contract.command.MaskinMessages.ReserveRoom;
import no.dataverket.contract.command.MaskinMessages.ResizeVm;
import no.dataverket.contract.command.MaskinMessages.StartVm;
import no.dataverket.contract.command.MaskinMessages.StopVm;
import no.dataverket.contract.command.MaskinMessages.VmPlaced;
import no.dataverket.contract.command.NettMessages;
import no.dataverket.contract.command.NettMessages.AttachPorts;
import no.dataverket.contract.command.NettMessages.DetachPorts;
import no.dataverket.contract.command.NettMessages.Port;
import no.dataverket.contract.command.NettMessages.PortsAttached;
import no.dataverket.core.json.Json;
import no.dataverket.sentral.tasks.Saga;
import no.dataverket.sentral.tasks.SagaProgress;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The sagas of machines. Their steps and what each undoes are the whole of this file; [VmHooks] says what
/// becomes of the resource.
final class VmSagas {

    private static final String MASKIN = MaskinMessages.SERVICE;
    private static final String NETT = NettMessages.SERVICE;

    /// What a machine's interfaces are plugged into. A service that is up does not mean that it is right.
    private static final String NETWORK_STATE = "network state of the host";

    private static final Duration FRESH = Duration.ofSeconds(60);

    private final Context context;
    private final Facade facade;

    VmSagas(Context context, Facade facade) {
        this.context = context;
        this.facade = facade;
    }

    /// What a machine is made from.
    record Creating(
            String datacenter,
            String displayName,
            Id image,
            int vcpus,
            int memoryMib,
            int diskGib,
            List<String> sshAuthorizedKeys,
            @Nullable String userData,
            List<WantedInterface> interfaces,
            @Nullable PlacementWish placement) {}

    /// An interface that a machine shall have.
    record WantedInterface(
            int index, Id network, String mac, @Nullable String address) {}

    /// Where a machine is started, and on which networks.
    record Starting(Id hypervisor, List<WantedInterface> interfaces) {}

    /// How a machine is stopped.
    record Stopping(boolean force) {}

    /// Which size a machine had and which it gets.
    ///
    /// @param running whether it is to run afterwards, as it did before
    /// @param shapeBefore null where it had a size of its own
    record Resizing(
            Shapes.Size before,
            Shapes.Size wanted,
            boolean running,
            @Nullable String shapeBefore) {

        /// Room for both sizes.
        Shapes.Size meanwhile() {
            return before.orLarger(wanted);
        }
    }

    /// What a machine is made from anew, and what it was before.
    record Rebuilding(
            Id hypervisor,
            String displayName,
            Id image,
            Shapes.Size size,
            List<String> sshAuthorizedKeys,
            List<WantedInterface> interfaces,
            Id imageBefore,
            List<String> keysBefore,
            boolean ranBefore) {}

    /// An interface that is added.
    record Plugging(Id hypervisor, WantedInterface face) {}

    /// An interface that is removed.
    record Unplugging(int index, Id network) {}

    /// A task that needs to know nothing but its target.
    record Nothing() {}

    List<Saga> all() {
        return List.of(
                create(),
                delete(),
                start(),
                startWithoutNetwork(),
                stop(),
                reboot(),
                resize(),
                rebuild(),
                attach(),
                detach());
    }

    private Saga create() {
        return Saga.of("vm.create", 1)
                .step("place", "placed on a hypervisor", MASKIN, VmSagas::place, vm -> new ReleaseVm(vm.target()))
                .step(
                        "attach",
                        "addresses held, network realised",
                        NETT,
                        VmSagas::attachAll,
                        vm -> new DetachPorts(vm.target(), List.of()))
                .step(
                        "prepare-disk",
                        "disk and seed prepared",
                        MASKIN,
                        VmSagas::prepare,
                        vm -> new DeleteVm(vm.target()))
                .step("provision", "machine started", MASKIN, VmSagas::provision, vm -> new DeleteVm(vm.target()))
                .reliesOn("attach", NETWORK_STATE, FRESH)
                .build(new VmHooks.Creation(context, facade));
    }

    private Saga delete() {
        return Saga.of("vm.delete", 1)
                .finalStep("delete", "machine and disk removed", MASKIN, vm -> new DeleteVm(vm.target()))
                .finalStep("detach", "addresses given back", NETT, vm -> new DetachPorts(vm.target(), List.of()))
                .reconciled()
                .finalStep("release", "capacity given back", MASKIN, vm -> new ReleaseVm(vm.target()))
                .build(new VmHooks.Deletion(context, facade));
    }

    /// The network is validated on the way, and mended where it has to be. A machine starts without that too,
    /// on the network that is there, and says so.
    private Saga start() {
        return Saga.of("vm.start", 2)
                .step("confirm-network", "network validated", NETT, VmSagas::confirm)
                .soft()
                .finalStep("start", "machine started", MASKIN, vm -> new StartVm(vm.target()))
                .reliesOn("confirm-network", NETWORK_STATE, FRESH)
                .build(new VmHooks.Power(context, facade, "vm.start", Phase.RUNNING));
    }

    /// For tasks that began before the network was validated first.
    private Saga startWithoutNetwork() {
        return Saga.of("vm.start", 1)
                .finalStep("start", "machine started", MASKIN, vm -> new StartVm(vm.target()))
                .build(new VmHooks.Power(context, facade, "vm.start", Phase.RUNNING));
    }

    private Saga stop() {
        return Saga.of("vm.stop", 1)
                .finalStep(
                        "stop",
                        "machine stopped",
                        MASKIN,
                        vm -> new StopVm(vm.target(), vm.input(Stopping.class).force()))
                .build(new VmHooks.Power(context, facade, "vm.stop", Phase.STOPPED));
    }

    private Saga reboot() {
        return Saga.of("vm.reboot", 1)
                .finalStep("reboot", "machine rebooted", MASKIN, vm -> new RebootVm(vm.target()))
                .build(new VmHooks.Power(context, facade, "vm.reboot", Phase.RUNNING));
    }

    /// Cold, and on the hypervisor that the machine is on: its disk is there. Up to the last step all can
    /// be undone but the growth of the disk, so that comes after all that is likely to fail, and before the
    /// guest looks at it.
    private Saga resize() {
        return Saga.of("vm.resize", 1)
                .step("reserve", "room reserved", MASKIN, VmSagas::reserveMeanwhile, VmSagas::reserveBefore)
                .step("stop", "machine stopped", MASKIN, vm -> new StopVm(vm.target(), false), VmSagas::powerAsBefore)
                .step("define", "new size defined", MASKIN, VmSagas::defineWanted, VmSagas::defineBefore)
                .step(
                        "grow-disk",
                        "disk as large as wanted",
                        MASKIN,
                        vm -> new GrowDisk(
                                vm.target(), vm.input(Resizing.class).wanted().diskGib()))
                .step(
                        "power",
                        "machine running or stopped, as it was",
                        MASKIN,
                        VmSagas::powerAsBefore,
                        vm -> new StopVm(vm.target(), false))
                .finalStep("settle", "room no longer needed given back", MASKIN, VmSagas::reserveWanted)
                .build(new VmHooks.Resizing(context, facade));
    }

    private static Command reserveMeanwhile(SagaProgress vm) {
        return reserve(vm, vm.input(Resizing.class).meanwhile());
    }

    private static Command reserveBefore(SagaProgress vm) {
        return reserve(vm, vm.input(Resizing.class).before());
    }

    private static Command reserveWanted(SagaProgress vm) {
        return reserve(vm, vm.input(Resizing.class).wanted());
    }

    private static Command reserve(SagaProgress vm, Shapes.Size size) {
        return new ReserveRoom(vm.target(), size.vcpus(), size.memoryMib());
    }

    private static Command defineWanted(SagaProgress vm) {
        return define(vm, vm.input(Resizing.class).wanted());
    }

    private static Command defineBefore(SagaProgress vm) {
        return define(vm, vm.input(Resizing.class).before());
    }

    private static Command define(SagaProgress vm, Shapes.Size size) {
        return new ResizeVm(vm.target(), size.vcpus(), size.memoryMib());
    }

    private static Command powerAsBefore(SagaProgress vm) {
        return vm.input(Resizing.class).running() ? new StartVm(vm.target()) : new StopVm(vm.target(), false);
    }

    /// The old disk is gone with the second step, so there is no way back from there: whoever wants the
    /// machine then goes on, or rebuilds it again.
    private Saga rebuild() {
        return Saga.of("vm.rebuild", 1)
                .step("confirm-network", "network validated", NETT, VmSagas::confirmRebuilt)
                .finalStep("clear", "old disk removed", MASKIN, VmSagas::clear)
                .finalStep("prepare-disk", "disk and seed prepared", MASKIN, VmSagas::prepareRebuilt)
                .finalStep("provision", "machine started", MASKIN, VmSagas::provisionRebuilt)
                .reliesOn("confirm-network", NETWORK_STATE, FRESH)
                .build(new VmHooks.Rebuilding(context, facade));
    }

    private static AttachPorts confirmRebuilt(SagaProgress vm) {
        var input = vm.input(Rebuilding.class);
        return new AttachPorts(
                vm.target(),
                input.hypervisor(),
                input.interfaces().stream().map(VmSagas::wanted).toList());
    }

    private static ClearVm clear(SagaProgress vm) {
        var input = vm.input(Rebuilding.class);
        return new ClearVm(vm.target(), input.image(), input.size().diskGib());
    }

    private static PrepareDisk prepareRebuilt(SagaProgress vm) {
        var input = vm.input(Rebuilding.class);
        return new PrepareDisk(
                vm.target(),
                input.image(),
                input.size().diskGib(),
                vm.targetName(),
                input.sshAuthorizedKeys(),
                null,
                vm.result("confirm-network", PortsAttached.class).ports());
    }

    private static ProvisionVm provisionRebuilt(SagaProgress vm) {
        var input = vm.input(Rebuilding.class);
        return new ProvisionVm(
                vm.target(),
                input.displayName(),
                input.image(),
                input.size().vcpus(),
                input.size().memoryMib(),
                input.size().diskGib(),
                vm.result("confirm-network", PortsAttached.class).ports());
    }

    private Saga attach() {
        return Saga.of("vm.attach-network", 1)
                .step(
                        "attach",
                        "address held, network realised",
                        NETT,
                        vm -> {
                            var input = vm.input(Plugging.class);
                            return new AttachPorts(vm.target(), input.hypervisor(), List.of(wanted(input.face())));
                        },
                        vm -> new DetachPorts(
                                vm.target(),
                                List.of(vm.input(Plugging.class).face().index())))
                .step(
                        "plug",
                        "interface plugged",
                        MASKIN,
                        vm -> new AttachInterface(vm.target(), plugged(vm)),
                        vm -> new DetachInterface(
                                vm.target(), vm.input(Plugging.class).face().index()))
                .reliesOn("attach", NETWORK_STATE, FRESH)
                .build(new VmHooks.Attachment(context, facade));
    }

    private Saga detach() {
        return Saga.of("vm.detach-network", 1)
                .finalStep(
                        "unplug",
                        "interface unplugged",
                        MASKIN,
                        vm -> new DetachInterface(
                                vm.target(), vm.input(Unplugging.class).index()))
                .finalStep(
                        "detach",
                        "address given back",
                        NETT,
                        vm -> new DetachPorts(
                                vm.target(), List.of(vm.input(Unplugging.class).index())))
                .reconciled()
                .build(new VmHooks.Detachment(context, facade));
    }

    private static PlaceVm place(SagaProgress vm) {
        var wanted = vm.input(Creating.class);
        return new PlaceVm(
                vm.target(),
                wanted.datacenter(),
                wanted.vcpus(),
                wanted.memoryMib(),
                wanted.image(),
                wanted.interfaces().stream().map(WantedInterface::network).toList(),
                wanted.placement());
    }

    private static AttachPorts attachAll(SagaProgress vm) {
        var host = vm.result("place", VmPlaced.class).hypervisor();
        var faces = vm.input(Creating.class).interfaces().stream()
                .map(VmSagas::wanted)
                .toList();
        return new AttachPorts(vm.target(), host, faces);
    }

    private static AttachPorts confirm(SagaProgress vm) {
        var input = vm.input(Starting.class);
        var faces = input.interfaces().stream().map(VmSagas::wanted).toList();
        return new AttachPorts(vm.target(), input.hypervisor(), faces);
    }

    private static PrepareDisk prepare(SagaProgress vm) {
        var wanted = vm.input(Creating.class);
        return new PrepareDisk(
                vm.target(),
                wanted.image(),
                wanted.diskGib(),
                vm.targetName(),
                wanted.sshAuthorizedKeys(),
                wanted.userData(),
                vm.result("attach", PortsAttached.class).ports());
    }

    private static ProvisionVm provision(SagaProgress vm) {
        var wanted = vm.input(Creating.class);
        return new ProvisionVm(
                vm.target(),
                wanted.displayName(),
                wanted.image(),
                wanted.vcpus(),
                wanted.memoryMib(),
                wanted.diskGib(),
                vm.result("attach", PortsAttached.class).ports());
    }

    private static Port plugged(SagaProgress vm) {
        int index = vm.input(Plugging.class).face().index();
        return vm.result("attach", PortsAttached.class).ports().stream()
                .filter(port -> port.index() == index)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nett attached no port " + index));
    }

    static AttachPorts.WantedInterface wanted(WantedInterface face) {
        return new AttachPorts.WantedInterface(face.index(), face.network(), face.mac(), face.address());
    }

    /// The ports that a step's result tells of, for the hooks.
    static List<Port> ports(JsonNode result) {
        return Objects.requireNonNull(Json.convert(result, PortsAttached.class)).ports();
    }
}

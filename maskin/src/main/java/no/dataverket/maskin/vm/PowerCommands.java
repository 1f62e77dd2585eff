package no.dataverket.maskin.vm;

import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.command.Done;
import no.dataverket.contract.command.MaskinMessages.ProvisionVm;
import no.dataverket.contract.command.MaskinMessages.RebootVm;
import no.dataverket.contract.command.MaskinMessages.StartVm;
import no.dataverket.contract.command.MaskinMessages.StopVm;
import no.dataverket.core.work.Work;
import no.dataverket.core.work.Worker;
import no.dataverket.maskin.host.HostRuntime;
import no.dataverket.maskin.image.Images;
import no.dataverket.maskin.image.StoredImage;
import no.dataverket.maskin.runtime.Capability;
import no.dataverket.maskin.runtime.Owner;
import no.dataverket.maskin.runtime.RebootOutcome;
import no.dataverket.maskin.runtime.RebootRequest;
import no.dataverket.maskin.runtime.StopMode;
import org.jspecify.annotations.Nullable;

/// Brings machines up and down. What is wanted is written down before the host is asked, so that the
/// reconciler goes on where a command was cut off.
final class PowerCommands {

    private static final int LONGEST_TOKEN = 64;

    private final VmDesk desk;
    private final Vms vms;
    private final Images images;
    private final Pace pace;

    PowerCommands(VmDesk desk, Vms vms, Images images, Pace pace) {
        this.desk = desk;
        this.vms = vms;
        this.images = images;
        this.pace = pace;
    }

    Worker on(Worker worker) {
        return worker.on(ProvisionVm.class, this::provision)
                .on(StartVm.class, this::start)
                .on(StopVm.class, this::stop)
                .on(RebootVm.class, this::reboot);
    }

    Done provision(Work<ProvisionVm> work) {
        var command = work.command();
        return desk.serve(work, command.vm(), vm -> {
            vm.refuseRemoving();
            refuseOtherThanPlaced(command, vm);
            var image = images.find(command.image())
                    .filter(found -> found.id().equals(vm.image()))
                    .orElseThrow(() -> Failure.of(
                            ProblemCode.RESOURCE_NOT_READY,
                            "The machine's disk is not made from image " + command.image() + "."));
            var runtime = desk.runtime(vm);
            refuseUnbootable(image, runtime);
            var spec = spec(work, vm, image);
            var definition = spec.definition(vm.id(), vm.revision());
            vms.define(vm.id(), spec, StoredVm.RUNNING);
            work.progress().accept("starting on " + vm.host().name());
            runtime.call(host -> host.ensureDefined(definition));
            desk.start(work, vm, runtime);
            return new Done("runs on " + vm.host().name());
        });
    }

    Done start(Work<StartVm> work) {
        return desk.serve(work, work.command().vm(), vm -> {
            vm.requireSpec();
            vms.want(vm.id(), StoredVm.RUNNING);
            var runtime = desk.runtime(vm);
            desk.define(vm, runtime);
            desk.start(work, vm, runtime);
            return new Done("runs on " + vm.host().name());
        });
    }

    Done stop(Work<StopVm> work) {
        return desk.serve(work, work.command().vm(), vm -> {
            vm.refuseRemoving();
            if (vm.state() != StoredVm.State.DEFINED) {
                return new Done("It was never started.");
            }
            vms.want(vm.id(), StoredVm.OFF);
            var runtime = desk.runtime(vm);
            boolean force = work.command().force();
            if (!force) {
                work.progress().accept("asking the guest to shut down");
            }
            var mode = force ? new StopMode.Forced() : new StopMode.Graceful(pace.gracefulStop());
            var outcome = runtime.call(host -> host.ensureStopped(vm.runtimeId(), vm.revision(), mode));
            desk.look(work, vm, runtime);
            return new Done(
                    switch (outcome) {
                        case ALREADY_OFF -> "It was off.";
                        case SHUT_DOWN_BY_GUEST -> "The guest shut down.";
                        case DESTROYED_AT_LIMIT ->
                            "The guest did not shut down within "
                                    + pace.gracefulStop().toSeconds() + " s and was switched off.";
                        case DESTROYED -> "It was switched off.";
                    });
        });
    }

    Done reboot(Work<RebootVm> work) {
        return desk.serve(work, work.command().vm(), vm -> {
            vm.requireSpec();
            if (!vm.wantedRunning()) {
                throw Failure.of(ProblemCode.RESOURCE_NOT_READY, "Machine " + vm.id() + " is stopped.")
                        .hint("Start it instead: dvce vm start NAME.");
            }
            vms.want(vm.id(), StoredVm.RUNNING);
            var runtime = desk.runtime(vm);
            desk.define(vm, runtime);
            work.progress().accept("asking the guest to shut down");
            var request = new RebootRequest(token(work), new StopMode.Graceful(pace.gracefulStop()), pace.start());
            var outcome = runtime.call(host -> host.reboot(vm.runtimeId(), vm.revision(), request));
            desk.awaitRunning(work, vm, runtime);
            return new Done(outcome == RebootOutcome.ALREADY_DONE ? "It was rebooted before." : "It was rebooted.");
        });
    }

    /// One reboot for each task, however often its command comes.
    private static String token(Work<?> work) {
        var step = work.envelope().step();
        var token = work.task() + (step == null ? "" : "." + step.replaceAll("[^A-Za-z0-9._-]", "-"));
        return token.substring(0, Math.min(LONGEST_TOKEN, token.length()));
    }

    private static void refuseOtherThanPlaced(ProvisionVm command, StoredVm vm) {
        if (command.vcpus() != vm.vcpus() || command.memoryMib() != vm.memoryMib()) {
            throw Failure.of(
                    ProblemCode.VALIDATION_FAILED,
                    "Room was reserved for " + vm.vcpus() + " vcpus and " + vm.memoryMib() + " MiB, not for "
                            + command.vcpus() + " vcpus and " + command.memoryMib() + " MiB.");
        }
    }

    private static void refuseUnbootable(StoredImage image, HostRuntime runtime) {
        if (image.manifest().kernel() != null
                && !runtime.runtime().capabilities().contains(Capability.KERNEL_BOOT)) {
            throw Failure.of(
                    ProblemCode.RUNTIME_REFUSED,
                    runtime.address().dependency() + " can't boot an image that brings its own kernel.");
        }
    }

    private static VmSpec spec(Work<ProvisionVm> work, StoredVm vm, StoredImage image) {
        var command = work.command();
        if (vm.disk() == null || vm.seed() == null) {
            throw Failure.of(ProblemCode.RESOURCE_NOT_READY, "The machine's disk is not made yet.");
        }
        var kernel = image.manifest().kernel();
        var initrd = image.manifest().initrd();
        var before = vm.spec();
        return new VmSpec(
                command.displayName(),
                owner(work),
                before == null ? vm.hostMachineType() : before.machineType(),
                vm.vcpus(),
                vm.memoryMib(),
                vm.disk(),
                vm.seed(),
                kernel == null ? null : image.path(kernel).toString(),
                initrd == null ? null : image.path(initrd).toString(),
                image.manifest().cmdline(),
                command.ports().stream().map(VmSpec::nic).toList(),
                before == null ? null : before.data());
    }

    /// The names are in the display name: tenant/project/environment/name.
    private static Owner owner(Work<ProvisionVm> work) {
        var envelope = work.envelope();
        var names = work.command().displayName().split("/", -1);
        boolean whole = names.length == 4;
        return new Owner(
                scope(envelope.tenant(), whole ? names[0] : ""),
                scope(envelope.project(), whole ? names[1] : ""),
                scope(envelope.environment(), whole ? names[2] : ""));
    }

    private static Owner.Scope scope(@Nullable Id id, String name) {
        return new Owner.Scope(id == null ? "none" : id.toString(), name);
    }
}

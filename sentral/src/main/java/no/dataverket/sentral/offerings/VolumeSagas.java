package no.dataverket.sentral.offerings;

import java.util.List;
import no.dataverket.contract.Id;
import no.dataverket.contract.command.MaskinMessages;
import no.dataverket.contract.command.MaskinMessages.AttachVolume;
import no.dataverket.contract.command.MaskinMessages.CreateVolume;
import no.dataverket.contract.command.MaskinMessages.DeleteVolume;
import no.dataverket.contract.command.MaskinMessages.DetachVolume;
import no.dataverket.contract.command.MaskinMessages.GrowVolume;
import no.dataverket.sentral.tasks.Saga;
import no.dataverket.sentral.tasks.SagaProgress;

/// The sagas of volumes. What concerns a machine is a task of the machine, so that nobody starts it meanwhile.
final class VolumeSagas {

    private static final String MASKIN = MaskinMessages.SERVICE;

    private final Context context;
    private final Facade facade;

    VolumeSagas(Context context, Facade facade) {
        this.context = context;
        this.facade = facade;
    }

    /// What a volume is made from.
    record Creating(String datacenter, int sizeGib) {}

    /// The size that a volume shall have.
    record Growing(int sizeGib) {}

    /// A task that needs to know nothing but its target.
    record Nothing() {}

    /// A volume that a machine gets, or gives back.
    record Handing(Id volume, int position) {}

    List<Saga> all() {
        return List.of(create(), grow(), delete(), attach(), detach());
    }

    private Saga create() {
        return Saga.of("volume.create", 1)
                .step(
                        "create",
                        "volume made",
                        MASKIN,
                        volume -> {
                            var wanted = volume.input(Creating.class);
                            return new CreateVolume(volume.target(), wanted.datacenter(), wanted.sizeGib());
                        },
                        volume -> new DeleteVolume(volume.target()))
                .build(new VolumeHooks.Creation(context, facade));
    }

    private Saga grow() {
        return Saga.of("volume.grow", 1)
                .finalStep(
                        "grow",
                        "volume grown",
                        MASKIN,
                        volume -> new GrowVolume(
                                volume.target(), volume.input(Growing.class).sizeGib()))
                .build(new VolumeHooks.Growth(context, facade));
    }

    private Saga delete() {
        return Saga.of("volume.delete", 1)
                .finalStep("delete", "volume removed", MASKIN, volume -> new DeleteVolume(volume.target()))
                .build(new VolumeHooks.Deletion(context, facade));
    }

    private Saga attach() {
        return Saga.of("vm.attach-volume", 1)
                .step(
                        "attach",
                        "volume attached",
                        MASKIN,
                        vm -> {
                            var wanted = vm.input(Handing.class);
                            return new AttachVolume(vm.target(), wanted.volume(), wanted.position());
                        },
                        VolumeSagas::detachment)
                .build(new VolumeHooks.Handover(context, facade, true));
    }

    private Saga detach() {
        return Saga.of("vm.detach-volume", 1)
                .finalStep("detach", "volume detached", MASKIN, VolumeSagas::detachment)
                .build(new VolumeHooks.Handover(context, facade, false));
    }

    private static DetachVolume detachment(SagaProgress vm) {
        return new DetachVolume(vm.target(), vm.input(Handing.class).volume());
    }
}

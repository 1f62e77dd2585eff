package no.dataverket.sentral.tasks;

import java.util.List;
import java.util.stream.Stream;
import no.dataverket.contract.command.Command;
import no.dataverket.contract.command.MaskinMessages.StartVm;
import no.dataverket.core.db.Transaction;
import no.dataverket.sentral.offerings.ApprovalOffering;
import no.dataverket.sentral.offerings.ApprovalPolicyOffering;
import no.dataverket.sentral.offerings.AuditOffering;
import no.dataverket.sentral.offerings.BackupOffering;
import no.dataverket.sentral.offerings.CareOffering;
import no.dataverket.sentral.offerings.CatalogueOffering;
import no.dataverket.sentral.offerings.Context;
import no.dataverket.sentral.offerings.DatacenterOffering;
import no.dataverket.sentral.offerings.DeadLetterOffering;
import no.dataverket.sentral.offerings.EmptyingOffering;
import no.dataverket.sentral.offerings.FencingOffering;
import no.dataverket.sentral.offerings.HypervisorOffering;
import no.dataverket.sentral.offerings.IdentityOffering;
import no.dataverket.sentral.offerings.ImageChannelOffering;
import no.dataverket.sentral.offerings.ImageOffering;
import no.dataverket.sentral.offerings.ImageTrustOffering;
import no.dataverket.sentral.offerings.MaintenanceOffering;
import no.dataverket.sentral.offerings.NetworkOffering;
import no.dataverket.sentral.offerings.Offering;
import no.dataverket.sentral.offerings.PlacementOffering;
import no.dataverket.sentral.offerings.PlatformOffering;
import no.dataverket.sentral.offerings.QuotaOffering;
import no.dataverket.sentral.offerings.ScopeRequestOffering;
import no.dataverket.sentral.offerings.ShapeOffering;
import no.dataverket.sentral.offerings.SharedNetworkOffering;
import no.dataverket.sentral.offerings.SnapshotOffering;
import no.dataverket.sentral.offerings.TaskOffering;
import no.dataverket.sentral.offerings.TenancyOffering;
import no.dataverket.sentral.offerings.UsageOffering;
import no.dataverket.sentral.offerings.VmConsoleOffering;
import no.dataverket.sentral.offerings.VmDriftOffering;
import no.dataverket.sentral.offerings.VmOffering;
import no.dataverket.sentral.offerings.VmStatsOffering;
import no.dataverket.sentral.offerings.VolumeOffering;
import no.dataverket.sentral.offerings.WorkflowOffering;

/// Every saga that Sentral declares, every version of it, in its shape: its commands are replaced by one that
/// needs no input, and so are the families of tasks that are steps.
final class Declared {

    private Declared() {}

    static Stream<Saga> sagas() {
        return offerings().stream()
                .flatMap(offering -> offering.sagas().stream())
                .map(Declared::shape);
    }

    static Saga saga(String kind, int version) {
        return sagas().filter(saga -> saga.kind().equals(kind) && saga.version() == version)
                .findFirst()
                .orElseThrow();
    }

    static Command command(SagaProgress progress) {
        return new StartVm(progress.target());
    }

    static Saga shape(Saga saga) {
        var steps = saga.steps().stream()
                .map(step -> new Saga.Step(
                        step.name(),
                        step.title(),
                        step.service(),
                        step.need(),
                        step.limit(),
                        step.tries(),
                        Declared::command,
                        step.undo() == null ? null : Declared::command,
                        step.finalStep(),
                        step.reliance(),
                        null))
                .toList();
        return new Saga(saga.kind(), saga.version(), saga.limit(), steps, new Silent());
    }

    static final class Silent implements Saga.Hooks {
        @Override
        public void succeeded(Transaction transaction, SagaProgress progress) {}

        @Override
        public void ended(Transaction transaction, SagaProgress progress, boolean cancelled, boolean undone) {}
    }

    /// Sagas are declared without touching what their offerings stand on.
    @SuppressWarnings("NullAway")
    static List<Offering> offerings() {
        var nothing = new Context(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, "test");
        return List.of(
                new PlatformOffering(nothing),
                new CareOffering(nothing),
                new IdentityOffering(nothing),
                new TenancyOffering(nothing),
                new QuotaOffering(nothing),
                new UsageOffering(nothing),
                new EmptyingOffering(nothing, new TenancyOffering(nothing)),
                new DatacenterOffering(nothing),
                new FencingOffering(nothing),
                new MaintenanceOffering(nothing),
                new HypervisorOffering(nothing),
                new ImageOffering(nothing),
                new ImageChannelOffering(nothing),
                new ImageTrustOffering(nothing),
                new NetworkOffering(nothing),
                new VmOffering(nothing),
                new ShapeOffering(nothing),
                new VolumeOffering(nothing),
                new SnapshotOffering(nothing),
                new BackupOffering(nothing),
                new VmStatsOffering(nothing),
                new VmConsoleOffering(nothing),
                new VmDriftOffering(nothing),
                new PlacementOffering(nothing),
                new CatalogueOffering(nothing),
                new TaskOffering(nothing),
                new WorkflowOffering(nothing),
                new DeadLetterOffering(nothing),
                new AuditOffering(nothing),
                new ApprovalOffering(nothing),
                new SharedNetworkOffering(nothing),
                new ApprovalPolicyOffering(nothing),
                new ScopeRequestOffering(nothing, new TenancyOffering(nothing)));
    }
}

package no.dataverket.sentral.offerings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.AutomationClass;
import no.dataverket.contract.api.BlastRadius.DataRisk;
import no.dataverket.contract.api.BlastRadius.Reach;
import no.dataverket.contract.api.FenceMeans;
import no.dataverket.contract.api.HypervisorFence;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.Phase;
import no.dataverket.contract.command.MaskinMessages;
import no.dataverket.contract.command.MaskinMessages.FenceHost;
import no.dataverket.contract.command.MaskinMessages.ReleaseHost;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Endpoint;
import no.dataverket.sentral.api.Change;
import no.dataverket.sentral.approvals.Sensitivity;
import no.dataverket.sentral.inventory.Resource;
import no.dataverket.sentral.tasks.Family;
import no.dataverket.sentral.tasks.Saga;
import no.dataverket.sentral.tasks.SagaProgress;

/// Hypervisors that are lost: somebody stands for that they run nothing, then their machines are restarted
/// elsewhere. Nothing is restarted before that, however long it takes.
public final class FencingOffering implements Offering {

    private static final String FENCE = "hypervisor.fence";
    private static final String RELEASE = "hypervisor.release";
    private static final String MASKIN = MaskinMessages.SERVICE;
    private static final Duration LIMIT = Duration.ofHours(12);

    private final Context context;
    private final Facade facade;
    private final PlatformResources platform;
    private final Moves moves;

    public FencingOffering(Context context) {
        this.context = context;
        this.facade = new Facade(context);
        this.platform = new PlatformResources(context, IdKind.HYPERVISOR);
        this.moves = new Moves(context, facade);
    }

    /// Who stands for what.
    record Fencing(FenceMeans means, String evidence, String by, boolean disksElsewhere) {}

    record Nothing() {}

    @Override
    public Map<String, Endpoint> endpoints() {
        return Map.of(
                "fenceHypervisor", call -> context.mutations().run(call, this::fence),
                "releaseHypervisor", call -> context.mutations().run(call, this::release));
    }

    @Override
    public List<Saga> sagas() {
        return List.of(
                Saga.of(FENCE, 1)
                        .finalStep("fence", "proof recorded", MASKIN, FencingOffering::fencing)
                        .tasks("evacuate", "machines restarted elsewhere", this::evacuate)
                        .atMost(LIMIT)
                        .build(new Moves.Care(context, facade, FENCE)),
                Saga.of(RELEASE, 1)
                        .finalStep(
                                "release",
                                "host carries machines again",
                                MASKIN,
                                host -> new ReleaseHost(host.target()))
                        .build(new Moves.Care(context, facade, RELEASE)),
                moves.evacuation());
    }

    private Answer fence(Change change) {
        change.actor().require(Access.OPERATOR, null, null);
        var body = change.call().body(HypervisorFence.class);
        var transaction = change.transaction();
        var host = platform.lock(transaction, change.call(), "hypervisor");
        Facade.requireIdle(host);
        requireLost(host);
        change.needs(Facade.consent(
                host,
                FENCE,
                new Sensitivity(Reach.DATACENTER, false, DataRisk.LOSS),
                AutomationClass.AUTO,
                Access.OPERATOR,
                () -> HypervisorOffering.view(host)));
        change.changes("hypervisor " + host.name() + ": fenced");
        boolean shared = host.spec(HypervisorOffering.Spec.class).storage() != null;
        if (shared) {
            moves.made(transaction, host.id())
                    .forEach(vm -> change.changes("vm " + vm.name() + ": restarted elsewhere"));
        }
        var means = Objects.requireNonNullElse(body.means(), FenceMeans.OPERATORS_WORD);
        var input = new Fencing(means, body.attest(), change.actor().name(), shared);
        return answer(change, host, change.begin(FENCE, host, host.generation(), input));
    }

    /// A host that answers can be asked to stop its machines; one that went away a moment ago may be back
    /// in a moment.
    private static void requireLost(Resource host) {
        var known = host.status(HypervisorOffering.Known.class);
        if (known.fence() != null) {
            throw Failure.of(ProblemCode.HYPERVISOR_FENCED, host.name() + " is fenced already.");
        }
        if (host.phase() != Phase.UNKNOWN) {
            throw Failure.of(
                    ProblemCode.HYPERVISOR_NOT_LOST, host.name() + " is " + host.phase() + ", and not UNKNOWN.");
        }
    }

    private Answer release(Change change) {
        change.actor().require(Access.OPERATOR, null, null);
        var transaction = change.transaction();
        var host = platform.lock(transaction, change.call(), "hypervisor");
        Facade.requireIdle(host);
        change.changes("hypervisor " + host.name() + ": carries machines again");
        return answer(change, host, change.begin(RELEASE, host, host.generation(), new Nothing()));
    }

    private Answer answer(Change change, Resource host, Id task) {
        context.resources().occupy(change.transaction(), host.id(), task, host.phase());
        var stored = context.resources().find(change.transaction(), host.id()).orElseThrow();
        return facade.accepted(change.transaction(), task, HypervisorOffering.view(stored), stored.generation());
    }

    private static FenceHost fencing(SagaProgress host) {
        var input = host.input(Fencing.class);
        return new FenceHost(host.target(), input.means(), input.evidence(), input.by());
    }

    /// Begins with each machine that is there; one that another task changes is waited for. Where the disks
    /// are the host's own there is nothing to restart from, and the machines stay unknown.
    private Family.Progress evacuate(Transaction transaction, SagaProgress parent, Family.Nursery nursery) {
        if (!parent.input(Fencing.class).disksElsewhere()) {
            return Family.Progress.DONE;
        }
        var waitsFor = new ArrayList<Id>();
        for (var seen : moves.made(transaction, parent.target())) {
            context.resources().lock(transaction, seen.id()).ifPresent(vm -> {
                var busy = vm.activeTask();
                waitsFor.add(busy == null ? moves.begin(transaction, parent, nursery, Moves.EVACUATE, vm) : busy);
            });
        }
        nursery.children().stream()
                .filter(child -> !child.state().isFinal() && !waitsFor.contains(child.task()))
                .forEach(child -> waitsFor.add(child.task()));
        return new Family.Progress(!waitsFor.isEmpty(), waitsFor);
    }
}

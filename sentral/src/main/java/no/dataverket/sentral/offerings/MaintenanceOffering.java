package no.dataverket.sentral.offerings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.HypervisorDrain;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.Phase;
import no.dataverket.contract.command.MaskinMessages;
import no.dataverket.contract.command.MaskinMessages.MaintainHost;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Endpoint;
import no.dataverket.sentral.api.Change;
import no.dataverket.sentral.inventory.Resource;
import no.dataverket.sentral.tasks.Family;
import no.dataverket.sentral.tasks.Saga;
import no.dataverket.sentral.tasks.SagaProgress;

/// Hypervisors that are emptied for work on them. It is a goal: nothing new comes, each machine leaves as
/// soon as it may, and the task says which may not and why. Stopping the task returns the hypervisor to
/// service; what has moved stays moved.
public final class MaintenanceOffering implements Offering {

    private static final String DRAIN = "hypervisor.drain";
    private static final String MASKIN = MaskinMessages.SERVICE;
    private static final Duration LIMIT = Duration.ofDays(7);

    /// So many reasons are told at once.
    private static final int NAMED = 10;

    private final Context context;
    private final Facade facade;
    private final PlatformResources platform;
    private final Moves moves;

    public MaintenanceOffering(Context context) {
        this.context = context;
        this.facade = new Facade(context);
        this.platform = new PlatformResources(context, IdKind.HYPERVISOR);
        this.moves = new Moves(context, facade);
    }

    /// What the drain may do.
    record Draining(String name, boolean disksElsewhere, boolean mayStop) {}

    @Override
    public Map<String, Endpoint> endpoints() {
        return Map.of("drainHypervisor", call -> context.mutations().run(call, this::drain));
    }

    @Override
    public List<Saga> sagas() {
        return List.of(
                Saga.of(DRAIN, 1)
                        .step(
                                "close",
                                "new machines kept away",
                                MASKIN,
                                host -> new MaintainHost(host.target(), true),
                                host -> new MaintainHost(host.target(), false))
                        .tasks("drain", "machines moved elsewhere", this::converge)
                        .atMost(LIMIT)
                        .build(new Moves.Care(context, facade, DRAIN)),
                moves.migration());
    }

    private Answer drain(Change change) {
        change.actor().require(Access.OPERATOR, null, null);
        var body = change.call().body(HypervisorDrain.class);
        var transaction = change.transaction();
        var host = platform.lock(transaction, change.call(), "hypervisor");
        Facade.requireIdle(host);
        if (host.phase() != Phase.READY) {
            throw Failure.of(ProblemCode.RESOURCE_NOT_READY, host.name() + " is " + host.phase() + ", and not READY.")
                    .hint("A hypervisor that is lost is fenced instead: dvce hypervisor fence " + host.name());
        }
        boolean shared = host.spec(HypervisorOffering.Spec.class).storage() != null;
        boolean mayStop = Objects.requireNonNullElse(body.stopMachines(), false);
        change.changes("hypervisor " + host.name() + ": in maintenance");
        moves.made(transaction, host.id()).forEach(vm -> change.changes("vm " + vm.name() + ": moved elsewhere"));
        var task = change.begin(DRAIN, host, host.generation(), new Draining(host.name(), shared, mayStop));
        context.resources().occupy(transaction, host.id(), task, host.phase());
        var stored = context.resources().find(transaction, host.id()).orElseThrow();
        return facade.accepted(transaction, task, HypervisorOffering.view(stored), stored.generation());
    }

    /// Moves each machine that may be moved, and says of the others why not. They are asked about again and
    /// again.
    private Family.Progress converge(Transaction transaction, SagaProgress parent, Family.Nursery nursery) {
        var input = parent.input(Draining.class);
        var waitsFor = new ArrayList<Id>();
        var stuck = new ArrayList<String>();
        for (var seen : moves.made(transaction, parent.target())) {
            context.resources().lock(transaction, seen.id()).ifPresent(vm -> {
                var busy = vm.activeTask();
                if (busy != null) {
                    waitsFor.add(busy);
                } else {
                    reason(vm, input)
                            .ifPresentOrElse(
                                    stuck::add,
                                    () -> waitsFor.add(moves.begin(transaction, parent, nursery, Moves.MIGRATE, vm)));
                }
            });
        }
        nursery.children().stream()
                .filter(child -> !child.state().isFinal() && !waitsFor.contains(child.task()))
                .forEach(child -> waitsFor.add(child.task()));
        boolean left = !waitsFor.isEmpty() || !stuck.isEmpty();
        return stuck.isEmpty() ? new Family.Progress(left, waitsFor) : new Family.Progress(left, waitsFor, told(stuck));
    }

    /// Why a machine may not be moved.
    private static Optional<String> reason(Resource vm, Draining input) {
        if (!input.disksElsewhere()) {
            return Optional.of(vm.name() + ": its disk is on " + input.name() + " alone");
        }
        return vm.spec(VmSpec.class).running() && !input.mayStop()
                ? Optional.of(vm.name() + ": it runs, and may not be stopped for the move")
                : Optional.empty();
    }

    private static String told(List<String> stuck) {
        var named = String.join("; ", stuck.subList(0, Math.min(NAMED, stuck.size())));
        return stuck.size() <= NAMED ? named : named + "; and " + (stuck.size() - NAMED) + " more";
    }
}

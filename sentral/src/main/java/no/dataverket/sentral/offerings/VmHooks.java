package no.dataverket.sentral.offerings;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import no.dataverket.contract.api.Condition;
import no.dataverket.contract.api.Phase;
import no.dataverket.contract.command.Done;
import no.dataverket.contract.command.MaskinMessages.VmPlaced;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.json.Json;
import no.dataverket.sentral.inventory.Resource;
import no.dataverket.sentral.inventory.VmDriftBook;
import no.dataverket.sentral.tasks.Saga;
import no.dataverket.sentral.tasks.SagaProgress;
import tools.jackson.databind.JsonNode;

/// What becomes of a machine's resource as its tasks go on.
abstract sealed class VmHooks implements Saga.Hooks {

    final Context context;
    final Facade facade;
    private final String action;

    private VmHooks(Context context, Facade facade, String action) {
        this.context = context;
        this.facade = facade;
        this.action = action;
    }

    String action() {
        return action;
    }

    void settle(
            Transaction transaction, SagaProgress progress, Resource vm, Phase phase, VmKnown known, String outcome) {
        context.resources().settle(transaction, vm.id(), phase, known);
        facade.auditEnd(transaction, progress, action, vm, outcome);
    }

    void addresses(Transaction transaction, SagaProgress progress, JsonNode result) {
        for (var port : VmSagas.ports(result)) {
            Interfaces.address(transaction, progress.target(), port.index(), port.address());
        }
    }

    void placed(Transaction transaction, SagaProgress progress, JsonNode result) {
        var vm = facade.target(transaction, progress);
        var placed = Json.convert(result, VmPlaced.class);
        var known = vm.status(VmKnown.class).placed(placed.hypervisor(), placed.hypervisorName());
        context.resources().observe(transaction, vm.id(), vm.phase(), known);
    }

    /// A service of an older version does not tell it.
    void initialised(Transaction transaction, SagaProgress progress, JsonNode result) {
        var sha256 = result.path("seed_sha256").asString("");
        if (!sha256.isEmpty()) {
            var vm = facade.target(transaction, progress);
            var known = vm.status(VmKnown.class).initialised(sha256);
            context.resources().observe(transaction, vm.id(), vm.phase(), known);
        }
    }

    static Phase phaseOf(Resource vm) {
        return vm.spec(VmSpec.class).running() ? Phase.RUNNING : Phase.STOPPED;
    }

    /// As a hypervisor calls it.
    private static String power(Phase phase) {
        return phase == Phase.RUNNING ? "RUNNING" : "OFF";
    }

    static String outcome(boolean cancelled) {
        return cancelled ? "CANCELLED" : "FAILED";
    }

    static final class Creation extends VmHooks {
        Creation(Context context, Facade facade) {
            super(context, facade, "vm.create");
        }

        @Override
        public void stepDone(Transaction transaction, SagaProgress progress, String step, JsonNode result) {
            if (step.equals("place")) {
                placed(transaction, progress, result);
            } else if (step.equals("attach")) {
                addresses(transaction, progress, result);
            } else if (step.equals("prepare-disk")) {
                initialised(transaction, progress, result);
            }
        }

        @Override
        public void succeeded(Transaction transaction, SagaProgress progress) {
            var vm = facade.target(transaction, progress);
            var known = vm.status(VmKnown.class)
                    .realised(progress.generation(), Facade.ready("The machine runs."))
                    .observed(power(Phase.RUNNING), Instant.now());
            settle(transaction, progress, vm, Phase.RUNNING, known, "SUCCEEDED");
        }

        @Override
        public void ended(Transaction transaction, SagaProgress progress, boolean cancelled, boolean undone) {
            var vm = facade.target(transaction, progress);
            var conditions = Facade.failed(progress, cancelled, undone);
            var known = undone
                    ? VmKnown.NOTHING.saying(conditions)
                    : vm.status(VmKnown.class).saying(conditions);
            if (undone) {
                Interfaces.delete(transaction, vm.id());
                context.budgets().release(transaction, vm.id());
            }
            settle(transaction, progress, vm, Phase.FAILED, known, outcome(cancelled));
        }
    }

    /// A machine gets another place. There is no way back from it, so what fails half way is taken up again.
    static final class Evacuation extends VmHooks {
        Evacuation(Context context, Facade facade, String action) {
            super(context, facade, action);
        }

        @Override
        public void stepDone(Transaction transaction, SagaProgress progress, String step, JsonNode result) {
            if (step.equals("relocate")) {
                placed(transaction, progress, result);
            } else if (step.equals("attach")) {
                addresses(transaction, progress, result);
            }
        }

        @Override
        public void succeeded(Transaction transaction, SagaProgress progress) {
            var vm = facade.target(transaction, progress);
            var phase = phaseOf(vm);
            var before = vm.status(VmKnown.class);
            var known = before.realised(
                            progress.generation(),
                            Facade.ready("The machine was taken up on " + before.hypervisorName() + "."))
                    .observed(power(phase), Instant.now());
            settle(transaction, progress, vm, phase, known, "SUCCEEDED");
        }

        @Override
        public void ended(Transaction transaction, SagaProgress progress, boolean cancelled, boolean undone) {
            var vm = facade.target(transaction, progress);
            var known = vm.status(VmKnown.class).saying(Facade.failed(progress, cancelled, undone));
            var phase = action().equals(Moves.MIGRATE) && undone ? phaseOf(vm) : Phase.UNKNOWN;
            settle(transaction, progress, vm, phase, known, outcome(cancelled));
        }
    }

    static final class Deletion extends VmHooks {
        Deletion(Context context, Facade facade) {
            super(context, facade, "vm.delete");
        }

        @Override
        public void succeeded(Transaction transaction, SagaProgress progress) {
            var vm = facade.target(transaction, progress);
            Interfaces.delete(transaction, vm.id());
            VolumeAttachments.forgetVm(transaction, vm.id());
            context.budgets().release(transaction, vm.id());
            context.resources().delete(transaction, vm.id());
            VmDriftBook.over(transaction, vm.id(), Instant.now());
            facade.auditEnd(transaction, progress, "vm.delete", vm, "SUCCEEDED");
        }

        @Override
        public void ended(Transaction transaction, SagaProgress progress, boolean cancelled, boolean undone) {
            var vm = facade.target(transaction, progress);
            var known = vm.status(VmKnown.class).saying(Facade.failed(progress, cancelled, false));
            settle(transaction, progress, vm, Phase.DEGRADED, known, outcome(cancelled));
        }
    }

    static final class Power extends VmHooks {
        private final Phase reached;

        Power(Context context, Facade facade, String action, Phase reached) {
            super(context, facade, action);
            this.reached = reached;
        }

        @Override
        public void succeeded(Transaction transaction, SagaProgress progress) {
            var vm = facade.target(transaction, progress);
            if (reached == Phase.STOPPED) {
                context.budgets().release(transaction, vm.id(), Dimensions.RUNNING_VCPUS);
            }
            var known = vm.status(VmKnown.class)
                    .realised(progress.generation(), Facade.ready("The machine is " + reached + ".", progress))
                    .observed(power(reached), Instant.now());
            settle(transaction, progress, vm, reached, known, "SUCCEEDED");
        }

        @Override
        public void ended(Transaction transaction, SagaProgress progress, boolean cancelled, boolean undone) {
            var vm = facade.target(transaction, progress);
            List<Condition> why = Facade.failed(progress, cancelled, undone);
            settle(
                    transaction,
                    progress,
                    vm,
                    Phase.DEGRADED,
                    vm.status(VmKnown.class).saying(why),
                    outcome(cancelled));
        }
    }

    static final class Resizing extends VmHooks {
        private final VmCharges charges;

        Resizing(Context context, Facade facade) {
            super(context, facade, "vm.resize");
            this.charges = new VmCharges(context);
        }

        @Override
        public void succeeded(Transaction transaction, SagaProgress progress) {
            var vm = facade.target(transaction, progress);
            recharge(transaction, vm, progress.input(VmSagas.Resizing.class).wanted());
            var phase = phaseOf(vm);
            var known = vm.status(VmKnown.class)
                    .realised(progress.generation(), Facade.ready("The machine has its new size."))
                    .observed(power(phase), Instant.now());
            settle(transaction, progress, vm, phase, known, "SUCCEEDED");
        }

        /// What is wanted is again what was before; only a disk that has grown stays as large as it is.
        @Override
        public void ended(Transaction transaction, SagaProgress progress, boolean cancelled, boolean undone) {
            var input = progress.input(VmSagas.Resizing.class);
            boolean grown = progress.resultIfDone("grow-disk", Done.class).isPresent();
            var size = grown ? input.before().withDisk(input.wanted().diskGib()) : input.before();
            var vm = facade.target(transaction, progress);
            var why = Facade.failed(progress, cancelled, undone);
            var known = vm.status(VmKnown.class).saying(why);
            if (undone) {
                known = known.realised(vm.generation() + 1, why);
                var shape = size.equals(input.before()) ? input.shapeBefore() : null;
                context.resources()
                        .respecify(transaction, vm.id(), vm.spec(VmSpec.class).resized(size, shape));
                recharge(transaction, vm, size);
            }
            settle(transaction, progress, vm, Facade.phaseOfEnd(phaseOf(vm), undone), known, outcome(cancelled));
        }

        private void recharge(Transaction transaction, Resource vm, Shapes.Size size) {
            context.budgets().recharge(transaction, vm.id(), charges.size(transaction, vm, size));
        }
    }

    static final class Rebuilding extends VmHooks {
        Rebuilding(Context context, Facade facade) {
            super(context, facade, "vm.rebuild");
        }

        @Override
        public void stepDone(Transaction transaction, SagaProgress progress, String step, JsonNode result) {
            if (step.equals("confirm-network")) {
                addresses(transaction, progress, result);
            } else if (step.equals("prepare-disk")) {
                initialised(transaction, progress, result);
            }
        }

        @Override
        public void succeeded(Transaction transaction, SagaProgress progress) {
            var vm = facade.target(transaction, progress);
            var known = vm.status(VmKnown.class)
                    .realised(progress.generation(), Facade.ready("The machine runs from its new disk."))
                    .observed(power(Phase.RUNNING), Instant.now());
            settle(transaction, progress, vm, Phase.RUNNING, known, "SUCCEEDED");
        }

        /// As long as the old disk is there, the machine is what it was.
        @Override
        public void ended(Transaction transaction, SagaProgress progress, boolean cancelled, boolean undone) {
            var vm = facade.target(transaction, progress);
            var known = vm.status(VmKnown.class).saying(Facade.failed(progress, cancelled, undone));
            if (progress.resultIfDone("clear", Done.class).isPresent()) {
                settle(transaction, progress, vm, Phase.DEGRADED, known, outcome(cancelled));
                return;
            }
            var input = progress.input(VmSagas.Rebuilding.class);
            var before = vm.spec(VmSpec.class)
                    .rebuilt(input.imageBefore(), input.keysBefore())
                    .running(input.ranBefore());
            context.resources().respecify(transaction, vm.id(), before);
            if (undone) {
                known = known.realised(vm.generation() + 1, known.conditions());
            }
            if (!input.ranBefore()) {
                context.budgets().release(transaction, vm.id(), Dimensions.RUNNING_VCPUS);
            }
            var phase = input.ranBefore() ? Phase.RUNNING : Phase.STOPPED;
            settle(transaction, progress, vm, Facade.phaseOfEnd(phase, undone), known, outcome(cancelled));
        }
    }

    static final class Attachment extends VmHooks {
        Attachment(Context context, Facade facade) {
            super(context, facade, "vm.attach-network");
        }

        @Override
        public void stepDone(Transaction transaction, SagaProgress progress, String step, JsonNode result) {
            if (step.equals("attach")) {
                addresses(transaction, progress, result);
            }
        }

        @Override
        public void succeeded(Transaction transaction, SagaProgress progress) {
            var vm = facade.target(transaction, progress);
            var known =
                    vm.status(VmKnown.class).realised(progress.generation(), Facade.ready("The interface is plugged."));
            settle(transaction, progress, vm, phaseOf(vm), known, "SUCCEEDED");
        }

        @Override
        public void ended(Transaction transaction, SagaProgress progress, boolean cancelled, boolean undone) {
            var vm = facade.target(transaction, progress);
            var face = progress.input(VmSagas.Plugging.class).face();
            if (undone) {
                Interfaces.delete(transaction, vm.id(), face.index());
                context.budgets().release(transaction, vm.id(), Objects.requireNonNull(face.network()));
            }
            var known = vm.status(VmKnown.class).saying(Facade.failed(progress, cancelled, undone));
            settle(transaction, progress, vm, Facade.phaseOfEnd(phaseOf(vm), undone), known, outcome(cancelled));
        }
    }

    static final class Detachment extends VmHooks {
        Detachment(Context context, Facade facade) {
            super(context, facade, "vm.detach-network");
        }

        @Override
        public void succeeded(Transaction transaction, SagaProgress progress) {
            var vm = facade.target(transaction, progress);
            var gone = progress.input(VmSagas.Unplugging.class);
            Interfaces.delete(transaction, vm.id(), gone.index());
            context.budgets().release(transaction, vm.id(), gone.network());
            var known = vm.status(VmKnown.class)
                    .realised(progress.generation(), Facade.ready("The interface is unplugged."));
            settle(transaction, progress, vm, phaseOf(vm), known, "SUCCEEDED");
        }

        @Override
        public void ended(Transaction transaction, SagaProgress progress, boolean cancelled, boolean undone) {
            var vm = facade.target(transaction, progress);
            var known = vm.status(VmKnown.class).saying(Facade.failed(progress, cancelled, undone));
            settle(transaction, progress, vm, Phase.DEGRADED, known, outcome(cancelled));
        }
    }
}

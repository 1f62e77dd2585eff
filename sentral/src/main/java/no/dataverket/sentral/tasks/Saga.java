package no.dataverket.sentral.tasks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import no.dataverket.contract.api.NeedKind;
import no.dataverket.contract.api.Phase;
import no.dataverket.contract.command.Command;
import no.dataverket.core.db.Transaction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The fixed steps of one kind of change. Each step is one command to one service, or a family of other
/// tasks; what a step did can be undone by another command, unless the saga is past its point of no return.
///
/// @param kind as tenants see it: `vm.create`
/// @param version rises when the steps change; a task runs on the version that it began with
/// @param hooks what the owner of the resource does, in the engine's own transaction, as the task goes on
public record Saga(String kind, int version, Duration limit, List<Step> steps, Hooks hooks) {

    /// The service that stands for Sentral itself, in steps that consist of other tasks.
    public static final String SENTRAL = "sentral";

    /// One step.
    ///
    /// @param need how badly it needs its service
    /// @param limit how long one try may take
    /// @param tries how many transient faults are borne
    /// @param command null where the step is a family of tasks
    /// @param undo takes the effect back, also of a half-done or never-begun step; null where there is none
    /// @param finalStep whether the task can no longer be cancelled once this step was sent
    /// @param reliance state that an earlier step validated and that must be fresh; null where there is none
    /// @param family the other tasks that the step consists of; null where it is a command
    public record Step(
            String name,
            String title,
            String service,
            NeedKind need,
            Duration limit,
            int tries,
            @Nullable Function<SagaProgress, Command> command,
            @Nullable Function<SagaProgress, Command> undo,
            boolean finalStep,
            @Nullable Reliance reliance,
            @Nullable Family family) {

        Step needing(NeedKind kind) {
            return new Step(name, title, service, kind, limit, tries, command, undo, finalStep, reliance, family);
        }

        Step relying(Reliance on) {
            return new Step(name, title, service, need, limit, tries, command, undo, finalStep, on, family);
        }

        Step limited(Duration time) {
            return new Step(name, title, service, need, time, tries, command, undo, finalStep, reliance, family);
        }
    }

    /// That a step relies on state which an earlier step validated. A service that is up proves nothing about
    /// it: once the validation is older than the freshness, the earlier step is carried out again first.
    ///
    /// @param step the earlier step
    /// @param what the state, for people
    /// @param freshness how old the validation may be
    public record Reliance(String step, String what, Duration freshness) {}

    /// What the owner of the resource does as the task goes on. Each call is part of the transaction that
    /// records the progress, so it happens exactly once.
    public interface Hooks {

        /// A step succeeded.
        default void stepDone(Transaction transaction, SagaProgress progress, String step, JsonNode result) {}

        /// All steps succeeded.
        void succeeded(Transaction transaction, SagaProgress progress);

        /// The task failed or was cancelled, and what could be undone is undone.
        ///
        /// @param undone whether every undo succeeded
        void ended(Transaction transaction, SagaProgress progress, boolean cancelled, boolean undone);
    }

    /// Begins a declaration.
    public static Builder of(String kind, int version) {
        return new Builder(kind, version);
    }

    /// The phase of the resource while such a task changes it.
    public Phase phase() {
        return switch (kind.substring(kind.indexOf('.') + 1)) {
            case "create" -> Phase.PROVISIONING;
            case "delete" -> Phase.DELETING;
            default -> Phase.UPDATING;
        };
    }

    Step step(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException(kind + " has no step " + name));
    }

    private Optional<Step> find(String name) {
        return steps.stream().filter(step -> step.name().equals(name)).findFirst();
    }

    /// Declares a saga step by step. What is said after a step is said of that step.
    public static final class Builder {

        private static final Duration STEP_LIMIT = Duration.ofMinutes(10);
        private static final Duration TASK_LIMIT = Duration.ofHours(1);
        private static final int TRIES = 5;

        private final String kind;
        private final int version;
        private final List<Step> steps = new ArrayList<>();
        private Duration limit = TASK_LIMIT;

        private Builder(String kind, int version) {
            this.kind = kind;
            this.version = version;
        }

        /// A step that can be undone.
        public Builder step(
                String name,
                String title,
                String service,
                Function<SagaProgress, Command> command,
                Function<SagaProgress, Command> undo) {
            return add(name, title, service, command, undo, false, null);
        }

        /// A step that leaves nothing behind that would have to be undone.
        public Builder step(String name, String title, String service, Function<SagaProgress, Command> command) {
            return add(name, title, service, command, null, false, null);
        }

        /// A step after which there is no way back.
        public Builder finalStep(String name, String title, String service, Function<SagaProgress, Command> command) {
            return add(name, title, service, command, null, true, null);
        }

        /// A step that consists of other tasks. What they did stays; each of them can be cancelled as itself.
        public Builder tasks(String name, String title, Family family) {
            return add(name, title, SENTRAL, null, null, false, family);
        }

        /// Without its service the step is skipped, and task and resource say so. It leaves nothing behind.
        public Builder soft() {
            return last(step -> {
                if (step.undo() != null) {
                    throw new IllegalArgumentException("A step that may be skipped leaves nothing to undo: " + step);
                }
                return step.needing(NeedKind.SOFT);
            });
        }

        /// Without its service the others go on, and the step follows. No later step reads its result.
        public Builder reconciled() {
            return last(step -> step.needing(NeedKind.RECONCILE));
        }

        /// The step relies on what an earlier step validated.
        public Builder reliesOn(String earlier, String what, Duration freshness) {
            if (steps.stream()
                    .limit(steps.size() - 1L)
                    .noneMatch(step -> step.name().equals(earlier))) {
                throw new IllegalArgumentException(kind + " has no earlier step " + earlier);
            }
            return last(step -> step.relying(new Reliance(earlier, what, freshness)));
        }

        /// How long one try of the step may take.
        public Builder within(Duration time) {
            return last(step -> step.limited(time));
        }

        /// How long the task may take, without what it waits for.
        public Builder atMost(Duration time) {
            limit = time;
            return this;
        }

        public Saga build(Hooks hooks) {
            return new Saga(kind, version, limit, List.copyOf(steps), hooks);
        }

        private Builder last(UnaryOperator<Step> change) {
            steps.set(steps.size() - 1, change.apply(steps.getLast()));
            return this;
        }

        private Builder add(
                String name,
                String title,
                String service,
                @Nullable Function<SagaProgress, Command> command,
                @Nullable Function<SagaProgress, Command> undo,
                boolean finalStep,
                @Nullable Family family) {
            steps.add(new Step(
                    name, title, service, NeedKind.HARD, STEP_LIMIT, TRIES, command, undo, finalStep, null, family));
            return this;
        }
    }
}

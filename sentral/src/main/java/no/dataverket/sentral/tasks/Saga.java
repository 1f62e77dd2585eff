package no.dataverket.sentral.tasks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import no.dataverket.contract.command.Command;
import no.dataverket.core.db.Transaction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The fixed steps of one kind of change. Each step is one command to one service; what a step did can be
/// undone by another command, unless the saga is past its point of no return.
///
/// @param kind as tenants see it: `vm.create`
/// @param version rises when the steps change; a task runs on the version that it began with
/// @param hooks what the owner of the resource does, in the engine's own transaction, as the task goes on
public record Saga(String kind, int version, Duration limit, List<Step> steps, Hooks hooks) {

    /// How badly a step needs its service.
    public enum Need {
        /// Absent: the task waits, visibly, and no try is counted.
        HARD,
        /// Absent: the step is skipped and the task goes on.
        SOFT
    }

    /// One step.
    ///
    /// @param limit how long one try may take
    /// @param tries how many transient faults are borne
    /// @param undo takes the effect back, also of a half-done or never-begun step; null where there is none
    /// @param finalStep whether the task can no longer be cancelled once this step was sent
    public record Step(
            String name,
            String title,
            String service,
            Need need,
            Duration limit,
            int tries,
            Function<SagaProgress, Command> command,
            @Nullable Function<SagaProgress, Command> undo,
            boolean finalStep) {}

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

    Step step(String name) {
        return steps.stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(kind + " has no step " + name));
    }

    /// Declares a saga step by step.
    public static final class Builder {

        private static final Duration STEP_LIMIT = Duration.ofMinutes(10);
        private static final Duration TASK_LIMIT = Duration.ofHours(1);
        private static final int TRIES = 5;

        private final String kind;
        private final int version;
        private final List<Step> steps = new ArrayList<>();

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
            steps.add(new Step(name, title, service, Need.HARD, STEP_LIMIT, TRIES, command, undo, false));
            return this;
        }

        /// A step that leaves nothing behind that would have to be undone.
        public Builder step(String name, String title, String service, Function<SagaProgress, Command> command) {
            steps.add(new Step(name, title, service, Need.HARD, STEP_LIMIT, TRIES, command, null, false));
            return this;
        }

        /// A step after which there is no way back.
        public Builder finalStep(String name, String title, String service, Function<SagaProgress, Command> command) {
            steps.add(new Step(name, title, service, Need.HARD, STEP_LIMIT, TRIES, command, null, true));
            return this;
        }

        public Saga build(Hooks hooks) {
            return new Saga(kind, version, TASK_LIMIT, List.copyOf(steps), hooks);
        }
    }
}

package no.dataverket.core.work;

import java.util.Objects;
import java.util.function.Consumer;
import no.dataverket.contract.Id;
import no.dataverket.contract.bus.Envelope;

/// A command that is being carried out, as its handler sees it.
///
/// @param envelope scope, actor, task, step, generation, epoch and trace of the command
/// @param progress takes a line for people about what is being done now
public record Work<C>(Envelope envelope, C command, Consumer<String> progress) {

    /// Task that the command belongs to.
    public Id task() {
        return Objects.requireNonNull(envelope.task(), "task");
    }

    /// Generation of the resource that the command realises.
    public long generation() {
        return Objects.requireNonNullElse(envelope.generation(), 0L);
    }

    /// Fencing token of the task's lease.
    public long epoch() {
        return Objects.requireNonNullElse(envelope.epoch(), 0L);
    }
}

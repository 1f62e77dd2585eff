package no.dataverket.maskin.host;

import java.util.function.Function;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Problem;
import no.dataverket.contract.ProblemCode;
import no.dataverket.core.work.Absent;
import no.dataverket.maskin.runtime.RuntimeFailure;
import no.dataverket.maskin.runtime.VmRuntime;

/// An open way to the machines of one host.
public record HostRuntime(HostAddress address, VmRuntime runtime) {

    /// Asks the host, on behalf of a command.
    ///
    /// @throws Absent if the host can't be asked: the task waits for it
    /// @throws Failure what the host said instead; `DEADLINE_EXCEEDED` if it took too long and may be asked
    ///     again
    public <T> T call(Function<VmRuntime, T> operation) {
        try {
            return operation.apply(runtime);
        } catch (RuntimeFailure failure) {
            throw explain(address, failure);
        }
    }

    /// What a runtime's failure means to a task.
    static RuntimeException explain(HostAddress address, RuntimeFailure failure) {
        var words = address.dependency() + ": " + failure.getMessage();
        return switch (failure.kind()) {
            case UNREACHABLE -> new Absent(address.dependency(), String.valueOf(failure.getMessage()));
            case TIMEOUT -> new Failure(Problem.of(ProblemCode.DEADLINE_EXCEEDED, words), failure);
            case STALE -> new Failure(Problem.of(ProblemCode.STALE_WRITER, words), failure);
            case NO_SPACE -> new Failure(Problem.of(ProblemCode.NO_CAPACITY, words), failure);
            case NOT_FOUND, INVALID, CONFLICT, INTERNAL ->
                new Failure(Problem.of(ProblemCode.RUNTIME_REFUSED, words), failure);
        };
    }
}

package no.dataverket.maskin.claim;

import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.ProblemCode;
import no.dataverket.core.work.Work;

/// Says how new a decision about a machine is. The generation of the desired state comes first; among tasks
/// of one generation the one that was made later; within one task the epoch of its lease.
public record Claim(long generation, Id task, long epoch) implements Comparable<Claim> {

    /// The claim that a command makes.
    public static Claim of(Work<?> work) {
        return new Claim(work.generation(), work.task(), work.epoch());
    }

    /// @throws Failure `STALE_WRITER` if this claim is older than the one that is held
    public void refuseIfBefore(Claim held, Id vm) {
        if (compareTo(held) < 0) {
            throw stale(held, vm);
        }
    }

    /// The refusal of this claim.
    public Failure stale(Claim held, Id vm) {
        return Failure.of(
                ProblemCode.STALE_WRITER,
                "Machine " + vm + " is in the hands of task " + held.task() + " at generation " + held.generation()
                        + "; this command of generation " + generation + " came too late.");
    }

    @Override
    public int compareTo(Claim other) {
        if (generation != other.generation) {
            return Long.compare(generation, other.generation);
        }
        // Identifiers sort by the time at which they were made.
        return task.equals(other.task) ? Long.compare(epoch, other.epoch) : task.compareTo(other.task);
    }
}

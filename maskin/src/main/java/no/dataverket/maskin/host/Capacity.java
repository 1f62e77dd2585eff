package no.dataverket.maskin.host;

import no.dataverket.contract.Failure;
import no.dataverket.contract.ProblemCode;
import no.dataverket.maskin.runtime.HostFacts;
import org.jspecify.annotations.Nullable;

/// What a host promises to machines. How far processors and memory are promised more than once is for its class to
/// say; some memory is kept for the host itself.
///
/// @param explanation how the numbers came about, for people
record Capacity(int vcpus, int memoryMib, String explanation) {

    /// The capacity that was asked for, or else what follows from the host's facts.
    ///
    /// @throws Failure `VALIDATION_FAILED` if more memory is asked for than the host has
    static Capacity of(HostFacts facts, HostClass its, @Nullable Integer vcpus, @Nullable Integer memoryMib) {
        long most = Math.max(facts.memoryMib(), facts.memoryMib() * its.memoryPercent() / 100);
        if (memoryMib != null && memoryMib > most) {
            throw Failure.of(
                            ProblemCode.VALIDATION_FAILED,
                            "The host has " + facts.memoryMib() + " MiB of memory; " + memoryMib
                                    + " MiB can't be promised.")
                    .hint("A host of class " + its.name() + " promises at most " + most
                            + " MiB: leave memory_mib out, or ask for less.");
        }
        int processors = vcpus == null ? facts.vcpus() * its.vcpusPerProcessor() : vcpus;
        long reserve = reserve(facts.memoryMib(), its);
        int memory = memoryMib == null ? promised(facts.memoryMib() - reserve, its) : memoryMib;
        var why = (vcpus == null
                        ? processors + " vcpus (" + its.vcpusPerProcessor() + " for each of " + facts.vcpus()
                                + " processors)"
                        : processors + " vcpus (as given)")
                + " and "
                + (memoryMib == null
                        ? memory + " MiB of memory (" + reserve + " MiB kept for the host"
                                + (its.memoryPercent() == 100 ? "" : ", " + its.memoryPercent() + " % of the rest")
                                + ")"
                        : memory + " MiB of memory (as given)");
        return new Capacity(processors, memory, "promises " + why);
    }

    /// A small host keeps a quarter.
    private static long reserve(long memoryMib, HostClass its) {
        return Math.min(its.reserveMib(), memoryMib / 4);
    }

    private static int promised(long memoryMib, HostClass its) {
        return (int) Math.min(Integer.MAX_VALUE, memoryMib * its.memoryPercent() / 100);
    }
}

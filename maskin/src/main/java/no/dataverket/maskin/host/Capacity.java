package no.dataverket.maskin.host;

import no.dataverket.contract.Failure;
import no.dataverket.contract.ProblemCode;
import no.dataverket.maskin.runtime.HostFacts;
import org.jspecify.annotations.Nullable;

/// What a host promises to machines. Processors are shared, four machines' vcpus to one; memory is never
/// promised twice, and some of it is kept for the host itself.
///
/// @param explanation how the numbers came about, for people
record Capacity(int vcpus, int memoryMib, String explanation) {

    static final int VCPUS_PER_PROCESSOR = 4;
    static final int HOST_RESERVE_MIB = 1024;

    /// The capacity that was asked for, or else what follows from the host's facts.
    ///
    /// @throws Failure `VALIDATION_FAILED` if more memory is asked for than the host has
    static Capacity of(HostFacts facts, @Nullable Integer vcpus, @Nullable Integer memoryMib) {
        if (memoryMib != null && memoryMib > facts.memoryMib()) {
            throw Failure.of(
                            ProblemCode.VALIDATION_FAILED,
                            "The host has " + facts.memoryMib() + " MiB of memory; " + memoryMib
                                    + " MiB can't be promised.")
                    .hint("Memory is never overcommitted: leave memory_mib out, or ask for less.");
        }
        int processors = vcpus == null ? facts.vcpus() * VCPUS_PER_PROCESSOR : vcpus;
        int memory = memoryMib == null ? withoutReserve(facts.memoryMib()) : memoryMib;
        var why = (vcpus == null
                        ? processors + " vcpus (" + VCPUS_PER_PROCESSOR + " for each of " + facts.vcpus()
                                + " processors)"
                        : processors + " vcpus (as given)")
                + " and "
                + (memoryMib == null
                        ? memory + " MiB of memory (" + (facts.memoryMib() - memory) + " MiB kept for the host)"
                        : memory + " MiB of memory (as given)");
        return new Capacity(processors, memory, "promises " + why);
    }

    /// A small host keeps a quarter.
    private static int withoutReserve(long memoryMib) {
        long reserve = Math.min(HOST_RESERVE_MIB, memoryMib / 4);
        return (int) Math.min(Integer.MAX_VALUE, memoryMib - reserve);
    }
}

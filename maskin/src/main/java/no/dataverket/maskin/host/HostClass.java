package no.dataverket.maskin.host;

/// How much more is promised to machines than a host of the class has.
///
/// @param vcpusPerProcessor machines' vcpus for each processor that the host reports
/// @param memoryPercent promised memory for each hundred that the host has beyond its reserve; 100 promises nothing
///     twice
/// @param reserveMib kept for the host itself
public record HostClass(String name, int vcpusPerProcessor, int memoryPercent, int reserveMib) {

    /// The class of hosts of which nobody said otherwise.
    public static final String USUAL = "standard";
}

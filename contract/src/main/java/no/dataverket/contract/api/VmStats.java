package no.dataverket.contract.api;

import java.time.Instant;
import java.util.List;
import no.dataverket.contract.Field;
import no.dataverket.contract.Id;
import org.jspecify.annotations.Nullable;

/// What a machine has used since it was started, as its hypervisor counts it. All counters begin anew with
/// each start.
public record VmStats(
        @Field("Machine.") Id vm,
        @Field("Its name.") String name,
        @Field("Tenant.") Id tenant,
        @Field("Project.") Id project,
        @Field("Environment.") Id environment,

        @Field(value = "Its names from the tenant down.", example = "acme/shop/prod/web-1")
        String address,

        @Field("Datacenter.") String datacenter,

        @Field(
                "RUNNING, OFF, or UNKNOWN where its hypervisor does not answer; without counters where it is not RUNNING.")
        MeasuredState state,

        @Field("When it was measured.") Instant measuredAt,
        @Field("Virtual CPUs.") int vcpus,
        @Field("Processor time, nanoseconds.") long cpuNanoseconds,
        @Field("Memory that the guest has, bytes.") long memoryBytes,

        @Field("Memory that it takes on its hypervisor, bytes; null where that is not told.") @Nullable
        Long residentBytes,

        @Field("Disks.") List<DiskStats> disks,
        @Field("Network interfaces.") List<InterfaceStats> interfaces) {

    /// Whether there is something to measure.
    public enum MeasuredState {
        RUNNING,
        OFF,
        UNKNOWN
    }

    /// Counters of one disk.
    public record DiskStats(
            @Field(value = "Name at the hypervisor; the root disk is vda.", example = "vda")
            String name,

            @Field("Read, bytes.") long readBytes,
            @Field("Reads.") long reads,
            @Field("Written, bytes.") long writtenBytes,
            @Field("Writes.") long writes) {}

    /// Counters of one network interface, as the guest sees them.
    public record InterfaceStats(
            @Field("Index, from 0.") int index,
            @Field("Received, bytes.") long receivedBytes,
            @Field("Received packets.") long receivedPackets,

            @Field("Packets that were to be received and were dropped.")
            long receivedDropped,

            @Field("Sent, bytes.") long sentBytes,
            @Field("Sent packets.") long sentPackets,

            @Field("Packets that were to be sent and were dropped.")
            long sentDropped) {}
}

package no.dataverket.contract.api;

import no.dataverket.contract.Field;
import no.dataverket.contract.Names;
import org.jspecify.annotations.Nullable;

/// Registers a hypervisor. Capacity left out is taken from what the host reports.
public record HypervisorCreate(
        @Field(value = "Name, unique in the datacenter.", pattern = Names.PATTERN, example = "hv-1")
        String name,

        @Field(value = "Datacenter.", example = "lab1") String datacenter,

        @Field(value = "Runtime driver: libvirt or simulated.", pattern = "libvirt|simulated", example = "libvirt")
        String driver,

        @Field(value = "Address of the runtime.", max = 500, example = "qemu:///system")
        String endpoint,

        @Field(value = "Virtual CPUs that may be promised.", min = 1, max = 100_000) @Nullable
        Integer vcpus,

        @Field(value = "Memory that may be promised, MiB.", min = 256, max = 100_000_000) @Nullable
        Integer memoryMib,

        @Field(
                value = "Class, which says how far processors and memory are promised more than once:"
                        + " standard, dedicated or dense.",
                pattern = Names.PATTERN,
                example = "standard",
                defaultsTo = "standard")
        @Nullable
        String hypervisorClass,

        @Field(value = "Rack that it stands in.", pattern = Names.LABEL, example = "r1") @Nullable
        String rack,

        @Field(value = "Power feed that it hangs on.", pattern = Names.LABEL, example = "a") @Nullable
        String powerFeed,

        @Field(value = "Room that it stands in.", pattern = Names.LABEL, example = "hall-1") @Nullable
        String room,

        @Field(value = "Jurisdiction that it stands in.", pattern = Names.LABEL, example = "no") @Nullable
        String jurisdiction,

        @Field(
                value = "Storage of its machines' disks, where other hypervisors see the same under the same paths;"
                        + " left out where the disks are its own.",
                pattern = Names.LABEL,
                example = "nfs-1")
        @Nullable
        String storage) {}

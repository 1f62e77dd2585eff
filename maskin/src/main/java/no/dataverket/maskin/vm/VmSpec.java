package no.dataverket.maskin.vm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import no.dataverket.contract.Id;
import no.dataverket.contract.command.NettMessages.Port;
import no.dataverket.maskin.runtime.Boot;
import no.dataverket.maskin.runtime.DataDisk;
import no.dataverket.maskin.runtime.Hardware;
import no.dataverket.maskin.runtime.Nic;
import no.dataverket.maskin.runtime.Owner;
import no.dataverket.maskin.runtime.Revision;
import no.dataverket.maskin.runtime.VmDefinition;
import no.dataverket.maskin.runtime.VmId;
import org.jspecify.annotations.Nullable;

/// A machine's definition as the database keeps it: from it the machine can be defined again on its host,
/// just so.
///
/// @param machineType chosen when the machine was first defined, and kept
/// @param kernel with [#initrd]; the machine boots from its disk where null
/// @param data volumes that it has; null for none
record VmSpec(
        String name,
        Owner owner,
        String machineType,
        int vcpus,
        int memoryMib,
        String disk,
        String seed,
        @Nullable String kernel,
        @Nullable String initrd,
        String cmdline,
        List<Nic> nics,
        @Nullable List<Data> data) {

    /// A volume that the machine has.
    ///
    /// @param path under the machine's lease
    record Data(Id volume, int position, String path, String serial) {

        DataDisk disk() {
            return new DataDisk(position, Path.of(path), serial);
        }
    }

    /// The interface that a port asks for.
    static Nic nic(Port port) {
        return new Nic(port.index(), port.mac(), port.bridge(), port.vlan(), port.mtu(), port.device());
    }

    VmDefinition definition(Id vm, Revision revision) {
        var boot = kernel == null || initrd == null
                ? new Boot.FromDisk()
                : new Boot.FromKernel(Path.of(kernel), Path.of(initrd), cmdline);
        return new VmDefinition(
                new VmId(vm.uuid()),
                name,
                owner,
                revision,
                new Hardware(machineType, vcpus, memoryMib),
                new VmDefinition.Drives(
                        Path.of(disk),
                        Path.of(seed),
                        volumes().stream().map(Data::disk).toList()),
                boot,
                nics);
    }

    /// This definition with an interface more, or with another at its index.
    VmSpec with(Nic nic) {
        var others = new ArrayList<>(without(nic.index()).nics());
        others.add(nic);
        return withNics(others);
    }

    /// This definition without the interface at an index.
    VmSpec without(int index) {
        return withNics(nics.stream().filter(nic -> nic.index() != index).toList());
    }

    /// This definition with other hardware.
    VmSpec sized(int newVcpus, int newMemoryMib) {
        return new VmSpec(
                name, owner, machineType, newVcpus, newMemoryMib, disk, seed, kernel, initrd, cmdline, nics, data);
    }

    /// The volumes that it has.
    List<Data> volumes() {
        return data == null ? List.of() : data;
    }

    /// This definition with a volume more, or with it elsewhere.
    VmSpec with(Data volume) {
        var others = new ArrayList<>(withoutVolume(volume.volume()).volumes());
        others.add(volume);
        return withVolumes(others);
    }

    VmSpec withoutVolume(Id volume) {
        return withVolumes(
                volumes().stream().filter(held -> !held.volume().equals(volume)).toList());
    }

    /// This definition with other volumes.
    VmSpec withVolumes(List<Data> others) {
        return with(nics, others);
    }

    /// This definition with other interfaces.
    VmSpec withNics(List<Nic> others) {
        return with(others, volumes());
    }

    private VmSpec with(List<Nic> faces, List<Data> volumes) {
        return new VmSpec(
                name,
                owner,
                machineType,
                vcpus,
                memoryMib,
                disk,
                seed,
                kernel,
                initrd,
                cmdline,
                List.copyOf(faces),
                volumes.isEmpty() ? null : List.copyOf(volumes));
    }
}

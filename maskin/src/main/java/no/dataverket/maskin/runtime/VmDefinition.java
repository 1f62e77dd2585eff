package no.dataverket.maskin.runtime;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;

/// All that a runtime must know to make a VM on its host. It's complete: two definitions with the same
/// [#specHash] make the same VM.
///
/// @param id the VM, and the UUID of its domain
/// @param name the VM's name for people
/// @param owner to whom it belongs
/// @param revision how new this definition is
/// @param hardware processors, memory and machine model
/// @param drives files of the VM on the host, as [VmRuntime#ensureDisk] and [VmRuntime#ensureSeed] answered
///     them
/// @param boot from where the guest starts
/// @param nics network interfaces, kept in the order of their index
public record VmDefinition(
        VmId id,
        String name,
        Owner owner,
        Revision revision,
        Hardware hardware,
        Drives drives,
        Boot boot,
        List<Nic> nics) {

    public VmDefinition {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a VM needs a name");
        }
        requirePlainText(name);
        nics = nics.stream().sorted(Comparator.comparingInt(Nic::index)).toList();
        var seen = new HashSet<Object>();
        for (var nic : nics) {
            if (!seen.add(nic.index()) || !seen.add(nic.mac()) || !seen.add(nic.hostDevice())) {
                throw new IllegalArgumentException(
                        "two network interfaces of " + id + " share an index, a MAC address or a host device");
            }
        }
    }

    /// The files that the VM's drives are kept in.
    ///
    /// @param disk the root disk, qcow2
    /// @param seed the NoCloud seed, read-only
    /// @param data disks with a life of their own, kept in the order of their index
    public record Drives(Path disk, Path seed, List<DataDisk> data) {

        public Drives {
            data = data.stream()
                    .sorted(Comparator.comparingInt(DataDisk::index))
                    .toList();
            if (data.stream().map(DataDisk::index).distinct().count() < data.size()
                    || data.stream().map(DataDisk::path).distinct().count() < data.size()) {
                throw new IllegalArgumentException("two data disks share an index or a file");
            }
        }

        /// Without data disks.
        public Drives(Path disk, Path seed) {
            this(disk, seed, List.of());
        }
    }

    /// A hypervisor's records can't hold control characters, nor halves of characters.
    static void requirePlainText(String text) {
        if (text.codePoints().anyMatch(VmDefinition::isUnprintable)) {
            throw new IllegalArgumentException("a name has a control character in it");
        }
    }

    private static boolean isUnprintable(int codePoint) {
        return Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.SURROGATE
                || (codePoint & 0xFFFE) == 0xFFFE;
    }

    /// This definition at another revision.
    public VmDefinition withRevision(Revision other) {
        return new VmDefinition(id, name, owner, other, hardware, drives, boot, nics);
    }

    /// This definition with other network interfaces.
    public VmDefinition withNics(List<Nic> others) {
        return new VmDefinition(id, name, owner, revision, hardware, drives, boot, others);
    }

    /// This definition with other hardware.
    public VmDefinition withHardware(Hardware other) {
        return new VmDefinition(id, name, owner, revision, other, drives, boot, nics);
    }

    /// A digest of everything but the revision, `sha256:` and 64 hexadecimal digits. It depends on values only,
    /// so that it's the same in each process and release; a difference means that the host has something else.
    public String specHash() {
        var digest = new FieldDigest();
        digestCold(digest);
        digest.add(name);
        for (var scope : List.of(owner.tenant(), owner.project(), owner.environment())) {
            digest.add(scope.id()).add(scope.name());
        }
        for (var nic : nics) {
            digest.add(nic.index()).add(nic.mac()).add(nic.bridge());
            digest.add(nic.vlanTag()).add(nic.mtu()).add(nic.hostDevice());
        }
        return digest.finish();
    }

    /// A digest of what a running VM takes up at its next cold start only: hardware, drives and boot.
    public String coldHash() {
        var digest = new FieldDigest();
        digestCold(digest);
        return digest.finish();
    }

    private void digestCold(FieldDigest digest) {
        digest.add(id.toString());
        digest.add(hardware.machineType()).add(hardware.vcpus()).add(hardware.memoryMib());
        digest.add(drives.disk().toString()).add(drives.seed().toString());
        for (var disk : drives.data()) {
            digest.add("data").add(disk.index()).add(disk.path().toString()).add(disk.serial());
        }
        switch (boot) {
            case Boot.FromDisk() -> digest.add("disk");
            case Boot.FromKernel(var kernel, var initrd, var cmdline) ->
                digest.add("kernel")
                        .add(kernel.toString())
                        .add(initrd.toString())
                        .add(cmdline);
        }
    }

    /// Each field goes in with its length before it, so that no two lists of fields look alike.
    private static final class FieldDigest {

        private final MessageDigest sha256;

        FieldDigest() {
            try {
                sha256 = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }

        FieldDigest add(long number) {
            return add(Long.toString(number));
        }

        FieldDigest add(String text) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            sha256.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            sha256.update(bytes);
            return this;
        }

        String finish() {
            return "sha256:" + HexFormat.of().formatHex(sha256.digest());
        }
    }
}

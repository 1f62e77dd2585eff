package no.dataverket.maskin.runtime.libvirt;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import no.dataverket.maskin.runtime.Capability;
import no.dataverket.maskin.runtime.Configuration;
import no.dataverket.maskin.runtime.Console;
import no.dataverket.maskin.runtime.ConsoleChunk;
import no.dataverket.maskin.runtime.DefineOutcome;
import no.dataverket.maskin.runtime.Disk;
import no.dataverket.maskin.runtime.DiskRequest;
import no.dataverket.maskin.runtime.GuestFacts;
import no.dataverket.maskin.runtime.Hints;
import no.dataverket.maskin.runtime.HostFacts;
import no.dataverket.maskin.runtime.Inventory;
import no.dataverket.maskin.runtime.NicOutcome;
import no.dataverket.maskin.runtime.ObservedVm;
import no.dataverket.maskin.runtime.RebootOutcome;
import no.dataverket.maskin.runtime.RebootRequest;
import no.dataverket.maskin.runtime.RemoveOutcome;
import no.dataverket.maskin.runtime.Revision;
import no.dataverket.maskin.runtime.RuntimeFailure;
import no.dataverket.maskin.runtime.RuntimeFailure.Kind;
import no.dataverket.maskin.runtime.RuntimeHint;
import no.dataverket.maskin.runtime.Seed;
import no.dataverket.maskin.runtime.SeedRequest;
import no.dataverket.maskin.runtime.StartOutcome;
import no.dataverket.maskin.runtime.StopMode;
import no.dataverket.maskin.runtime.StopOutcome;
import no.dataverket.maskin.runtime.VmDefinition;
import no.dataverket.maskin.runtime.VmId;
import no.dataverket.maskin.runtime.VmRuntime;
import no.dataverket.maskin.runtime.VmUsage;
import no.dataverket.maskin.runtime.Watch;

/// VMs on a host with QEMU, under libvirt 9 or newer, on Open vSwitch.
///
/// It runs on that host, with the right to call libvirt and to write to its directory, and needs the programs
/// `qemu-img` and `genisoimage`. Interfaces are plugged into Open vSwitch bridges.
public final class LibvirtRuntime implements VmRuntime {

    private final Hints hints = new Hints();
    private final LibvirtCalls calls;
    private final Duration callLimit;
    private final VmFiles files;
    private final RootDisks disks;
    private final SeedVolumes seeds;
    private final GuardedDomains domains;
    private final PowerSwitch power;
    private final NicPlugging plugging;
    private final KvmProbe.Finding finding;

    private LibvirtRuntime(LibvirtSettings settings) {
        callLimit = settings.callLimit();
        files = new VmFiles(settings.root());
        disks = new RootDisks(files, callLimit);
        seeds = new SeedVolumes(files, callLimit);
        calls = new LibvirtCalls(settings, hints);
        domains = new GuardedDomains(calls, files, callLimit);
        power = new PowerSwitch(domains, callLimit);
        plugging = new NicPlugging(domains, callLimit);
        try {
            finding = switch (settings.virtualization()) {
                case VirtualizationChoice.Fixed(var virtualization, var note) ->
                    new KvmProbe.Finding(virtualization, note);
                case VirtualizationChoice.Probe probe -> new KvmProbe(calls, files).find(probe);
            };
            facts();
        } catch (RuntimeFailure e) {
            close();
            throw e;
        }
    }

    /// Connects to a host, and tries out how it can run guests if the settings say so. The result of that is in
    /// [#facts]; give it as [VirtualizationChoice.Fixed] the next time.
    ///
    /// @throws RuntimeFailure `UNREACHABLE` when libvirt isn't installed or doesn't answer; `INVALID` when its
    ///     hypervisor can't run our machines
    public static LibvirtRuntime open(LibvirtSettings settings) {
        return new LibvirtRuntime(settings);
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    @Override
    public HostFacts facts() {
        return calls.run(connection -> {
            var node = connection.node();
            return new HostFacts(
                    connection.hostname(),
                    node.vcpus(),
                    node.memoryMib(),
                    finding.virtualization(),
                    connection.versions(),
                    Capabilities.newestMachineType(connection.capabilities()),
                    finding.note());
        });
    }

    @Override
    public Inventory observeAll() {
        return domains.inventory();
    }

    @Override
    public Optional<ObservedVm> observe(VmId vm) {
        return domains.view(vm).map(DomainView::observed);
    }

    @Override
    public Disk ensureDisk(DiskRequest request) {
        var vm = request.vm();
        return domains.creatingFiles(vm, request.revision(), () -> disks.ensure(request, size -> growLive(vm, size)));
    }

    private boolean growLive(VmId vm, long sizeBytes) {
        return calls.run(connection -> {
            try (var domain = connection.find(vm)) {
                if (domain == null || !domain.state().isActive()) {
                    return false;
                }
                domain.resizeDisk(DomainXml.ROOT_DISK, sizeBytes);
                return true;
            }
        });
    }

    @Override
    public Seed ensureSeed(SeedRequest request) {
        return domains.creatingFiles(request.vm(), request.revision(), () -> seeds.ensure(request));
    }

    @Override
    public DefineOutcome ensureDefined(VmDefinition definition) {
        return domains.creating(
                definition.id(), definition.revision(), (connection, view) -> define(connection, view, definition));
    }

    private DefineOutcome define(LibvirtConnection connection, Optional<DomainView> before, VmDefinition definition) {
        var vm = definition.id();
        var metadata = before.map(DomainView::metadata)
                .map(held ->
                        DomainMetadata.of(definition).withRun(held.run()).withReboot(held.reboot(), held.rebootFrom()))
                .orElseGet(() -> DomainMetadata.of(definition));
        var configuration = Optional.of(Configuration.of(definition));
        if (before.isPresent()
                && before.get().metadata().equals(metadata)
                && before.get().configuration().equals(configuration)) {
            return DefineOutcome.UNCHANGED;
        }
        files.prepare(vm);
        var xml = DomainXml.of(definition, metadata, finding.virtualization(), files.consoleLog(vm));
        try (var domain = connection.define(xml)) {
            before.ifPresent(view -> NicPlugging.bringUpMetadata(
                    domain, new DomainView(metadata, configuration, view.state(), view.live()), definition));
        }
        files.unbury(vm);
        return before.isPresent() ? DefineOutcome.UPDATED : DefineOutcome.CREATED;
    }

    @Override
    public NicOutcome ensureNics(VmDefinition definition, Duration limit) {
        var outcome = ensureDefined(definition);
        return plugging.bringUp(definition, outcome != DefineOutcome.UNCHANGED, limit);
    }

    @Override
    public StartOutcome ensureRunning(VmId vm, Revision revision, Duration limit) {
        return power.start(vm, revision, limit);
    }

    @Override
    public StopOutcome ensureStopped(VmId vm, Revision revision, StopMode mode) {
        return power.stop(vm, revision, mode);
    }

    @Override
    public RebootOutcome reboot(VmId vm, Revision revision, RebootRequest request) {
        return power.reboot(vm, revision, request);
    }

    @Override
    public RemoveOutcome ensureAbsent(VmId vm, Revision revision, Duration limit) {
        var wasThere = domains.stepIfThere(vm, revision, limit, (domain, _) -> {
            // first, so that a removal that's cut short can't be undone by a late definition
            files.bury(vm, revision);
            remove(domain);
            return vm;
        });
        files.bury(vm, revision);
        var hadFiles = domains.deleteFiles(vm);
        return wasThere.isPresent() || hadFiles ? RemoveOutcome.REMOVED : RemoveOutcome.ALREADY_ABSENT;
    }

    private static void remove(LibvirtDomain domain) {
        if (domain.state().isActive()) {
            PowerSwitch.destroy(domain);
        }
        try {
            domain.undefine();
        } catch (LibvirtError e) {
            if (e.code() != LibvirtError.NO_DOMAIN) {
                throw e;
            }
        }
    }

    @Override
    public void ensureAdopted(VmId vm, Revision revision) {
        domains.creatingFiles(vm, revision, () -> {
            files.raiseEpoch(vm, revision.epoch());
            return vm;
        });
    }

    /// The epoch goes up first, so that a command which is cut short leaves nothing that an earlier owner
    /// may start.
    @Override
    public boolean ensureLetGo(VmId vm, Revision revision, Duration limit) {
        if (files.hasDisk(vm)) {
            domains.creatingFiles(vm, revision, () -> {
                files.raiseEpoch(vm, revision.epoch());
                return vm;
            });
        }
        return domains.stepIfThere(vm, revision, limit, (domain, _) -> {
                    remove(domain);
                    return vm;
                })
                .isPresent();
    }

    @Override
    public ConsoleChunk consoleLog(VmId vm, long from, int maxBytes) {
        if (domains.view(vm).isEmpty()) {
            throw new RuntimeFailure(Kind.NOT_FOUND, "VM " + vm + " isn't on this host");
        }
        var log = files.consoleLog(vm);
        return files.attempt("read " + log, () -> read(log, from, maxBytes));
    }

    private static ConsoleChunk read(Path log, long from, int maxBytes) throws IOException {
        try (var channel = FileChannel.open(log, StandardOpenOption.READ)) {
            var first = Math.max(0, from) > channel.size() ? 0 : Math.max(0, from);
            var buffer = ByteBuffer.allocate((int) Math.min(maxBytes, channel.size() - first));
            while (buffer.hasRemaining() && channel.read(buffer, first + buffer.position()) >= 0) {
                // until it's full or the log ends
            }
            var bytes = Arrays.copyOf(buffer.array(), buffer.position());
            return new ConsoleChunk(first, bytes, first + bytes.length);
        } catch (NoSuchFileException e) {
            return new ConsoleChunk(0, new byte[0], 0);
        }
    }

    /// Keystrokes and closing go over the same threads as all calls: what libvirt says of an error, it says to the
    /// thread that made it.
    @Override
    public Console openConsole(VmId vm, boolean takeOver, Console.Screen screen) {
        var console = calls.run(connection -> {
            try (var domain = connection.find(vm)) {
                if (domain == null || DomainView.read(domain).isEmpty()) {
                    throw new RuntimeFailure(Kind.NOT_FOUND, "VM " + vm + " isn't on this host");
                }
                return connection.openConsole(domain, takeOver, screen, calls::later);
            }
        });
        return new Console() {
            @Override
            public int type(byte[] bytes) {
                return calls.run(_ -> console.type(bytes));
            }

            @Override
            public void close() {
                try {
                    calls.run(_ -> {
                        console.close();
                        return vm;
                    });
                } catch (RuntimeFailure unreachable) {
                    // it holds memory of this process, whatever the host says
                    calls.later(console::close);
                }
            }
        };
    }

    @Override
    public Optional<GuestFacts> guest(VmId vm) {
        return calls.run(connection -> {
            try (var domain = connection.find(vm)) {
                return domain == null || !domain.state().isRunning()
                        ? Optional.<GuestFacts>empty()
                        : GuestInfo.ask(domain);
            } catch (LibvirtError e) {
                if (e.code() == LibvirtError.NO_DOMAIN) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    @Override
    public List<VmUsage> usage() {
        return calls.run(connection ->
                connection.activeStats().stream().map(DomainStats::usage).toList());
    }

    @Override
    public Watch watch(Consumer<RuntimeHint> listener) {
        return hints.add(listener);
    }

    @Override
    public void close() {
        calls.close();
        hints.close();
    }
}

package no.dataverket.lab.hypervisor;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import no.dataverket.lab.hypervisor.RunInterval.Moment;
import no.dataverket.maskin.runtime.Configuration;
import no.dataverket.maskin.runtime.GuestFacts;
import no.dataverket.maskin.runtime.Nic;
import no.dataverket.maskin.runtime.ObservedVm;
import no.dataverket.maskin.runtime.Power;
import no.dataverket.maskin.runtime.Revision;
import no.dataverket.maskin.runtime.VmDefinition;
import no.dataverket.maskin.runtime.VmId;
import no.dataverket.maskin.runtime.VmUsage;
import no.dataverket.maskin.runtime.VmUsage.DiskUsage;
import no.dataverket.maskin.runtime.VmUsage.NicUsage;
import org.jspecify.annotations.Nullable;

/// What a simulated host knows of one VM: its files, its definition, its present run. Guarded by the host's
/// lock.
final class SimulatedVm {

    private static final Revision NONE = new Revision(0, 0);

    @Nullable
    Path base;

    long diskBytes;
    String seedDigest = "";

    @Nullable
    VmDefinition definition;

    /// What the next start takes; nothing once somebody took the definition away.
    @Nullable
    Configuration configuration;

    String specHash = "";
    Revision held = NONE;
    Power power = Power.OFF;
    String rebootToken = "";
    boolean deaf;
    int starts;

    @Nullable
    Run run;

    /// The present run.
    static final class Run {

        final String runtimeId;
        final Revision revision;
        final Moment started;
        final String coldHash;
        final int memoryMib;
        String specHash;
        List<Nic> nics;

        /// Who is at its console.
        @Nullable
        SimulatedConsole console;

        Run(String runtimeId, Revision revision, Moment started, VmDefinition definition, String specHash) {
            this.runtimeId = runtimeId;
            this.revision = revision;
            this.started = started;
            coldHash = definition.coldHash();
            memoryMib = definition.hardware().memoryMib();
            this.specHash = specHash;
            nics = definition.nics();
        }
    }

    void define(VmDefinition newest) {
        definition = newest;
        specHash = newest.specHash();
        configuration = Configuration.of(newest);
        raise(newest.revision());
    }

    void undefine() {
        configuration = null;
        if (run == null) {
            ended();
        }
    }

    /// A VM without a definition is no more than its files once it doesn't run: all that its domain knew is gone
    /// with it.
    void ended() {
        if (configuration == null) {
            definition = null;
            specHash = "";
            held = NONE;
            power = Power.OFF;
            rebootToken = "";
        }
    }

    void giveMemory(int memoryMib) {
        var had = configuration;
        if (had != null) {
            configuration = had.withMemory(memoryMib);
        }
    }

    /// Whether the definition is there as it was given.
    boolean isIntact() {
        var given = definition;
        var has = configuration;
        return given != null && has != null && has.equals(Configuration.of(given));
    }

    void raise(Revision revision) {
        if (held.isBefore(revision)) {
            held = revision;
        }
    }

    /// The VM as it's told to the platform; empty while there are only files.
    Optional<ObservedVm> observed() {
        var known = definition;
        if (known == null) {
            return Optional.empty();
        }
        return Optional.of(new ObservedVm(
                known.id(),
                known.name(),
                known.owner(),
                held,
                specHash,
                power,
                Optional.ofNullable(configuration),
                Optional.ofNullable(instance())));
    }

    /// What an agent would tell.
    Optional<GuestFacts> guest() {
        var present = run;
        var known = definition;
        if (present == null || known == null || deaf || power != Power.RUNNING) {
            return Optional.empty();
        }
        var faces = present.nics.stream()
                .map(nic -> new GuestFacts.Face("eth" + nic.index(), nic.mac(), List.of()))
                .toList();
        var hostname = known.name().substring(known.name().lastIndexOf('/') + 1);
        return Optional.of(new GuestFacts(hostname, "Simulated guest", "1.0", faces));
    }

    /// A tenth of each processor, a mebibyte a second from and to its disk, and a kibibyte a second on each
    /// interface.
    Optional<VmUsage> usage(VmId id, InstantSource clock) {
        var present = run;
        var known = definition;
        if (present == null || known == null) {
            return Optional.empty();
        }
        var nanos = Math.max(
                0, Duration.between(present.started.at(), clock.instant()).toNanos());
        var seconds = nanos / 1_000_000_000;
        var disk = new DiskUsage("vda", seconds << 20, seconds << 4, seconds << 20, seconds << 4);
        var faces = present.nics.stream()
                .map(nic -> new NicUsage(nic.hostDevice(), seconds << 10, seconds, 0, seconds << 10, seconds, 0))
                .toList();
        return Optional.of(new VmUsage(
                id,
                nanos / 10 * known.hardware().vcpus(),
                (long) present.memoryMib << 20,
                OptionalLong.of((long) present.memoryMib << 19),
                List.of(disk),
                faces));
    }

    private ObservedVm.@Nullable Instance instance() {
        return run == null ? null : new ObservedVm.Instance(run.runtimeId, run.specHash, power == Power.RUNNING);
    }
}

package no.dataverket.maskin.host;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import no.dataverket.core.telemetry.Telemetry;
import no.dataverket.maskin.runtime.Capability;
import no.dataverket.maskin.runtime.Console;
import no.dataverket.maskin.runtime.ConsoleChunk;
import no.dataverket.maskin.runtime.DefineOutcome;
import no.dataverket.maskin.runtime.Disk;
import no.dataverket.maskin.runtime.DiskRequest;
import no.dataverket.maskin.runtime.GuestFacts;
import no.dataverket.maskin.runtime.HostFacts;
import no.dataverket.maskin.runtime.Inventory;
import no.dataverket.maskin.runtime.NicOutcome;
import no.dataverket.maskin.runtime.ObservedVm;
import no.dataverket.maskin.runtime.RebootOutcome;
import no.dataverket.maskin.runtime.RebootRequest;
import no.dataverket.maskin.runtime.RemoveOutcome;
import no.dataverket.maskin.runtime.Revision;
import no.dataverket.maskin.runtime.RuntimeFailure;
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

/// A runtime whose every call is a span and is timed, under `<driver>.<operation>`. What becomes of calls that change
/// something is told to the host's [Conduct].
final class TracedRuntime implements VmRuntime {

    private final VmRuntime runtime;
    private final String driver;
    private final Telemetry telemetry;
    private final Conduct conduct;

    TracedRuntime(VmRuntime runtime, String driver, Telemetry telemetry, Conduct conduct) {
        this.runtime = runtime;
        this.driver = driver;
        this.telemetry = telemetry;
        this.conduct = conduct;
    }

    private <T> T calling(String operation, Supplier<T> work) {
        return telemetry.calling(driver + "." + operation, work);
    }

    private <T> T changing(String operation, VmId vm, Supplier<T> work) {
        T outcome;
        try {
            outcome = calling(operation, work);
        } catch (RuntimeFailure failure) {
            conduct.failed(operation, vm, failure);
            throw failure;
        }
        conduct.succeeded(operation);
        return outcome;
    }

    @Override
    public Set<Capability> capabilities() {
        return runtime.capabilities();
    }

    @Override
    public HostFacts facts() {
        return calling("facts", runtime::facts);
    }

    @Override
    public Inventory observeAll() {
        return calling("observe-all", runtime::observeAll);
    }

    @Override
    public Optional<ObservedVm> observe(VmId vm) {
        return calling("observe", () -> runtime.observe(vm));
    }

    @Override
    public Disk ensureDisk(DiskRequest request) {
        return changing("disk", request.vm(), () -> runtime.ensureDisk(request));
    }

    @Override
    public Seed ensureSeed(SeedRequest request) {
        return changing("seed", request.vm(), () -> runtime.ensureSeed(request));
    }

    @Override
    public DefineOutcome ensureDefined(VmDefinition definition) {
        return changing("define", definition.id(), () -> runtime.ensureDefined(definition));
    }

    /// Not of the host's conduct: it is the guest that lets go of an interface, or does not.
    @Override
    public NicOutcome ensureNics(VmDefinition definition, Duration limit) {
        return calling("nics", () -> runtime.ensureNics(definition, limit));
    }

    @Override
    public StartOutcome ensureRunning(VmId vm, Revision revision, Duration limit) {
        return changing("start", vm, () -> runtime.ensureRunning(vm, revision, limit));
    }

    @Override
    public StopOutcome ensureStopped(VmId vm, Revision revision, StopMode mode) {
        return changing("stop", vm, () -> runtime.ensureStopped(vm, revision, mode));
    }

    @Override
    public RebootOutcome reboot(VmId vm, Revision revision, RebootRequest request) {
        return changing("reboot", vm, () -> runtime.reboot(vm, revision, request));
    }

    @Override
    public RemoveOutcome ensureAbsent(VmId vm, Revision revision, Duration limit) {
        return changing("remove", vm, () -> runtime.ensureAbsent(vm, revision, limit));
    }

    @Override
    public void ensureAdopted(VmId vm, Revision revision) {
        changing("adopt", vm, () -> {
            runtime.ensureAdopted(vm, revision);
            return vm;
        });
    }

    @Override
    public boolean ensureLetGo(VmId vm, Revision revision, Duration limit) {
        return changing("let-go", vm, () -> runtime.ensureLetGo(vm, revision, limit));
    }

    @Override
    public ConsoleChunk consoleLog(VmId vm, long from, int maxBytes) {
        return calling("console", () -> runtime.consoleLog(vm, from, maxBytes));
    }

    @Override
    public Console openConsole(VmId vm, boolean takeOver, Console.Screen screen) {
        return calling("open-console", () -> runtime.openConsole(vm, takeOver, screen));
    }

    @Override
    public Optional<GuestFacts> guest(VmId vm) {
        return calling("guest", () -> runtime.guest(vm));
    }

    @Override
    public List<VmUsage> usage() {
        return calling("usage", runtime::usage);
    }

    @Override
    public Watch watch(Consumer<RuntimeHint> listener) {
        return runtime.watch(listener);
    }

    @Override
    public void close() {
        runtime.close();
    }
}

package no.dataverket.maskin.vm;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.ProblemCode;
import no.dataverket.core.bus.Origin;
import no.dataverket.core.work.Absent;
import no.dataverket.core.work.Work;
import no.dataverket.maskin.claim.Claim;
import no.dataverket.maskin.claim.Turns;
import no.dataverket.maskin.host.HostRuntime;
import no.dataverket.maskin.host.Runtimes;
import no.dataverket.maskin.runtime.ObservedVm;
import no.dataverket.maskin.runtime.Power;

/// Where commands about machines are carried out: one at a time for each machine, none that is older than the
/// last, and each ends by looking at what is really there.
final class VmDesk {

    private static final long LOOK_AGAIN_MILLIS = 200;

    private final Vms vms;
    private final Turns turns;
    private final Runtimes runtimes;
    private final VmNews news;
    private final Pace pace;

    VmDesk(Vms vms, Turns turns, Runtimes runtimes, VmNews news, Pace pace) {
        this.vms = vms;
        this.turns = turns;
        this.runtimes = runtimes;
        this.news = news;
        this.pace = pace;
    }

    /// Carries out a command about a machine that is there.
    ///
    /// @throws Failure `RESOURCE_NOT_FOUND` if it is not; `STALE_WRITER` if a newer command decided
    <R> R serve(Work<?> work, Id id, Function<StoredVm, R> body) {
        return serveIfThere(work, id, body, () -> {
            throw Vms.unknown(id);
        });
    }

    /// Carries out a command about a machine, or what is to be done where it is not there.
    <R> R serveIfThere(Work<?> work, Id id, Function<StoredVm, R> body, Supplier<R> otherwise) {
        try (var _ = turns.hold(id)) {
            Optional<StoredVm> vm = vms.claim(id, Claim.of(work));
            return vm.isPresent() ? body.apply(vm.get()) : otherwise.get();
        } catch (IllegalArgumentException unusable) {
            throw Failure.of(ProblemCode.VALIDATION_FAILED, "No runtime can do this: " + unusable.getMessage() + ".");
        }
    }

    /// The machine as it is stored now.
    StoredVm again(StoredVm vm) {
        return vms.find(vm.id()).orElseThrow(() -> Vms.unknown(vm.id()));
    }

    /// @throws Absent if the host is fenced: it starts nothing before an operator has released it
    HostRuntime runtime(StoredVm vm) {
        if (vm.fenced()) {
            throw new Absent(vm.host().dependency(), "It was lost and is fenced until an operator releases it.");
        }
        return runtimes.of(vm.host());
    }

    /// Makes the host know the machine as it was decided. A machine whose disk is gone is not made anew: it
    /// would come back empty.
    void define(StoredVm vm, HostRuntime runtime) {
        var definition = vm.requireDefinition();
        runtime.call(host -> {
            if (host.observe(vm.runtimeId()).isEmpty()
                    && !host.observeAll().leftovers().contains(vm.runtimeId())) {
                throw Failure.of(
                                ProblemCode.RUNTIME_REFUSED,
                                "The machine's disk is gone from " + vm.host().name() + ".")
                        .hint("Bring the disk back from a backup, or delete the machine and create it again.");
            }
            return host.ensureDefined(definition);
        });
    }

    /// Starts the machine and waits until it is seen running.
    void start(Work<?> work, StoredVm vm, HostRuntime runtime) {
        runtime.call(host -> host.ensureRunning(vm.runtimeId(), vm.revision(), pace.start()));
        awaitRunning(work, vm, runtime);
    }

    /// Waits until the machine is seen running.
    void awaitRunning(Work<?> work, StoredVm vm, HostRuntime runtime) {
        long end = System.nanoTime() + pace.start().toNanos();
        while (true) {
            var power = look(work, vm, runtime);
            switch (power) {
                case StoredVm.RUNNING -> {
                    return;
                }
                case "OFF", "CRASHED", StoredVm.ABSENT ->
                    throw Failure.of(
                                    ProblemCode.RUNTIME_REFUSED,
                                    "The machine was started and is " + power + " right after.")
                            .hint("Read its console and the hypervisor's log.");
                default -> {
                    if (System.nanoTime() > end) {
                        throw Failure.of(
                                ProblemCode.DEADLINE_EXCEEDED, "The machine was started and is still " + power + ".");
                    }
                    pause();
                }
            }
        }
    }

    /// Looks at the machine, keeps and tells what was found.
    String look(Work<?> work, StoredVm vm, HostRuntime runtime) {
        var power = power(runtime.call(host -> host.observe(vm.runtimeId())));
        news.found(vm, power, "", "", null, Origin.following(work.envelope()));
        return power;
    }

    static String power(Optional<ObservedVm> observed) {
        return observed.map(ObservedVm::power).map(Power::name).orElse(StoredVm.ABSENT);
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Absent("maskin", "The service is being stopped.");
        }
    }
}

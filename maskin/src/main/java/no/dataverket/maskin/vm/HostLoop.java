package no.dataverket.maskin.vm;

import io.opentelemetry.api.trace.SpanKind;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.core.bus.Origin;
import no.dataverket.core.work.Absent;
import no.dataverket.core.work.Reconciler;
import no.dataverket.maskin.host.Host;
import no.dataverket.maskin.host.HostRuntime;
import no.dataverket.maskin.runtime.Inventory;
import no.dataverket.maskin.runtime.ObservedVm;
import no.dataverket.maskin.runtime.RuntimeFailure;
import no.dataverket.maskin.runtime.VmId;
import no.dataverket.maskin.runtime.Watch;
import org.jspecify.annotations.Nullable;

/// Holds one host to what was decided about its machines: looks at all that is there, and attends to each machine that
/// is not as it should be, unless a command is working on it. Reconciler: takes no input, runs again and again.
final class HostLoop implements AutoCloseable {

    private static final int REPAIRS_AT_ONCE = 8;
    private static final int BORNE_FAILURES = 3;
    private static final int NAMED = 10;

    private final Id id;
    private final HostLoops.Parts parts;
    private final Semaphore repairs = new Semaphore(REPAIRS_AT_ONCE);
    private final Reconciler reconciler;
    private final Map<VmId, String> strays = new HashMap<>();
    private @Nullable HostRuntime watched;
    private @Nullable Watch watch;
    private Instant toldAt = Instant.MIN;
    private int failures;

    HostLoop(Id id, HostLoops.Parts parts) {
        this.id = id;
        this.parts = parts;
        this.reconciler = new Reconciler("host-" + id, parts.pace().look(), this::pass);
    }

    /// Looks soon.
    void wake() {
        reconciler.wake();
    }

    @Override
    public void close() {
        reconciler.close();
        unwatch();
    }

    private void pass() {
        var host = parts.hosts().find(id);
        if (host.isEmpty()) {
            return;
        }
        Inventory inventory;
        HostRuntime runtime;
        try {
            runtime = parts.runtimes().of(host.get().address());
            watch(runtime);
            inventory = runtime.runtime().observeAll();
            failures = 0;
        } catch (Absent | Failure away) {
            unreachable(host.get(), String.valueOf(away.getMessage()));
            return;
        } catch (RuntimeFailure failure) {
            failures++;
            if (failure.kind() == RuntimeFailure.Kind.UNREACHABLE || failures >= BORNE_FAILURES) {
                unreachable(host.get(), String.valueOf(failure.getMessage()));
            }
            return;
        }
        var vms = parts.vms().on(id);
        var strangers = strangers(vms, inventory);
        tell(
                host.get(),
                true,
                message(strangers, leftovers(vms, inventory)),
                inventory.foreign().size());
        compare(vms, inventory, runtime);
        report(strangers, runtime);
    }

    private void compare(List<StoredVm> vms, Inventory inventory, HostRuntime runtime) {
        var found = inventory.vms().stream().collect(Collectors.toMap(ObservedVm::id, vm -> vm));
        var files = new HashSet<>(inventory.leftovers());
        for (var vm : vms) {
            if (vm.state() == StoredVm.State.DEFINED) {
                var filesThere = files.contains(vm.runtimeId());
                var judgement = judge(vm, Optional.ofNullable(found.get(vm.runtimeId())), filesThere);
                boolean known = vm.seen().power().equals(judgement.power())
                        && vm.seen().drift().equals(judgement.drift());
                if (judgement instanceof Judgement.Mend || !known) {
                    attendLater(vm.id(), filesThere, runtime);
                }
            }
        }
    }

    private Judgement judge(StoredVm vm, Optional<ObservedVm> observed, boolean filesThere) {
        return Judgement.of(vm, observed, filesThere, parts.clock().instant(), parts.pace());
    }

    /// What was seen from afar may be over by now, so that it is looked at again under the machine's lock.
    private void attendLater(Id vm, boolean filesThere, HostRuntime runtime) {
        if (!repairs.tryAcquire()) {
            return;
        }
        parts.threads().execute(() -> {
            try (var hold = parts.turns().tryHold(vm).orElse(null)) {
                if (hold != null) {
                    parts.telemetry().within("reconcile vm", SpanKind.INTERNAL, Optional.empty(), null, () -> {
                        attend(vm, filesThere, runtime);
                        return true;
                    });
                }
            } finally {
                repairs.release();
            }
        });
    }

    private void attend(Id id, boolean filesThere, HostRuntime runtime) {
        var stored = parts.vms().find(id);
        if (stored.isEmpty() || stored.get().state() != StoredVm.State.DEFINED) {
            return;
        }
        var vm = stored.get();
        var origin = parts.news().origin(vm);
        Judgement judgement;
        try {
            judgement = judge(vm, runtime.runtime().observe(vm.runtimeId()), filesThere);
        } catch (RuntimeFailure unanswered) {
            return;
        }
        switch (judgement) {
            case Judgement.Leave leave -> parts.news().found(vm, leave.power(), leave.drift(), "", origin);
            case Judgement.GiveUp gaveUp -> {
                parts.vms().giveUp(id);
                parts.news().found(vm, gaveUp.power(), gaveUp.drift(), "left alone", origin);
            }
            case Judgement.Mend mend -> mend(vm, mend, runtime, origin);
        }
    }

    private void mend(StoredVm vm, Judgement.Mend mend, HostRuntime runtime, Origin origin) {
        parts.vms().repairing(vm.id(), Judgement.isFirst(vm, parts.clock().instant(), parts.pace()));
        try {
            Mending.carryOut(mend.repair(), vm, runtime.runtime(), parts.pace());
            var power = VmDesk.power(runtime.runtime().observe(vm.runtimeId()));
            parts.news().found(vm, power, mend.drift(), mend.action(), origin);
            wake();
        } catch (RuntimeFailure failure) {
            if (failure.kind() != RuntimeFailure.Kind.UNREACHABLE) {
                var drift = mend.drift() + "; it could not be mended: " + failure.getMessage();
                parts.news().found(vm, mend.power(), drift, "", origin);
            }
        }
    }

    /// Ours by their metadata, but nothing was decided about them here.
    private Map<VmId, ObservedVm> strangers(List<StoredVm> vms, Inventory inventory) {
        var known = vms.stream().map(StoredVm::runtimeId).collect(Collectors.toSet());
        return inventory.vms().stream()
                .filter(vm -> !known.contains(vm.id()))
                .collect(Collectors.toMap(ObservedVm::id, vm -> vm));
    }

    private static Set<VmId> leftovers(List<StoredVm> vms, Inventory inventory) {
        var known = vms.stream().map(StoredVm::runtimeId).collect(Collectors.toSet());
        return inventory.leftovers().stream().filter(vm -> !known.contains(vm)).collect(Collectors.toSet());
    }

    /// Reports strangers once each, and never touches them: whoever has lost a row must not lose a machine too.
    private void report(Map<VmId, ObservedVm> strangers, HostRuntime runtime) {
        strays.keySet().removeIf(vm -> !strangers.containsKey(vm));
        for (var stranger : strangers.values()) {
            var vm = new Id(IdKind.VM, stranger.id().value());
            var power = stranger.power().name();
            if (power.equals(strays.get(stranger.id()))) {
                continue;
            }
            try (var hold = parts.turns().tryHold(vm).orElse(null)) {
                if (hold == null) {
                    continue;
                }
                var stored = parts.vms().find(vm);
                boolean here = stored.isPresent() && stored.get().host().id().equals(id);
                if (here || runtime.runtime().observe(stranger.id()).isEmpty()) {
                    continue;
                }
                var drift = stored.map(elsewhere -> Judgement.DEGRADED + "a domain of it is on "
                                + runtime.address().name() + ", though its place is on "
                                + elsewhere.host().name())
                        .orElse("orphan: a domain of ours, but no such machine is known here; it is left alone");
                parts.database()
                        .run(transaction -> parts.news()
                                .tell(
                                        transaction,
                                        vm,
                                        id,
                                        power,
                                        drift,
                                        "",
                                        parts.news().origin()));
                strays.put(stranger.id(), power);
            } catch (RuntimeFailure unanswered) {
                return;
            }
        }
    }

    private static @Nullable String message(Map<VmId, ObservedVm> strangers, Set<VmId> leftovers) {
        if (strangers.isEmpty() && leftovers.isEmpty()) {
            return null;
        }
        return "nothing is known of "
                + (strangers.isEmpty() ? "" : "domains " + names(strangers.keySet()))
                + (strangers.isEmpty() || leftovers.isEmpty() ? "" : " and of ")
                + (leftovers.isEmpty() ? "" : "the files of " + names(leftovers));
    }

    private static String names(Set<VmId> vms) {
        var names = vms.stream().map(VmId::domainName).collect(Collectors.toCollection(TreeSet::new));
        return names.stream().limit(NAMED).collect(Collectors.joining(", "))
                + (names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "");
    }

    /// A host that can't be asked says nothing about its machines: they may well run.
    private void unreachable(Host host, String why) {
        tell(host, false, why, host.foreignDomains());
        for (var vm : parts.vms().on(id)) {
            if (vm.state() == StoredVm.State.DEFINED && !vm.seen().power().equals(StoredVm.UNKNOWN)) {
                parts.news()
                        .found(
                                vm,
                                StoredVm.UNKNOWN,
                                vm.host().dependency() + " can't be asked: " + why,
                                "",
                                parts.news().origin(vm));
            }
        }
    }

    private void tell(Host host, boolean reachable, @Nullable String message, int foreign) {
        var now = parts.clock().instant();
        boolean due = !now.isBefore(toldAt.plus(parts.pace().tell()));
        parts.database().run(transaction -> {
            var changed = parts.hosts().observe(transaction, host.address().id(), reachable, message, foreign);
            if (changed.isPresent() || due) {
                var current = changed.or(() -> Optional.of(host)).orElseThrow();
                parts.hostNews().tell(transaction, current, parts.news().origin());
                transaction.afterCommit(() -> toldAt = now);
            }
        });
    }

    private void watch(HostRuntime runtime) {
        if (runtime != watched) {
            unwatch();
            watch = runtime.runtime().watch(hint -> wake());
            watched = runtime;
        }
    }

    private void unwatch() {
        var current = watch;
        if (current != null) {
            current.close();
        }
        watch = null;
        watched = null;
    }
}

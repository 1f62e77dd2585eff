package no.dataverket.maskin.vm;

import io.opentelemetry.api.trace.SpanKind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.core.bus.Origin;
import no.dataverket.core.work.Absent;
import no.dataverket.core.work.Reconciler;
import no.dataverket.maskin.host.Host;
import no.dataverket.maskin.host.HostRuntime;
import no.dataverket.maskin.host.Hosts.Sight;
import no.dataverket.maskin.runtime.Inventory;
import no.dataverket.maskin.runtime.ObservedVm;
import no.dataverket.maskin.runtime.RuntimeFailure;
import no.dataverket.maskin.runtime.Watch;
import org.jspecify.annotations.Nullable;

/// Holds one host to what was decided about its machines: looks at all that is there, and attends to each
/// machine that is not as it should be, unless a command is working on it. Reconciler: takes no input, runs
/// again and again.
final class HostLoop implements AutoCloseable {

    private static final int REPAIRS_AT_ONCE = 8;
    private static final int BORNE_FAILURES = 3;

    /// With many hosts each is looked at less often, so that looking takes no more than a fraction of a
    /// processor.
    private static final Duration SHARE_OF_EACH_HOST = Duration.ofMillis(10);

    /// With many hosts each is told of less often, where nothing changed.
    private static final Duration SHARE_OF_EACH_TELLING = Duration.ofMillis(50);

    /// Hints come in swarms; between two looks there is this part of the usual time at least.
    private static final int LOOKS_PER_PERIOD = 10;

    private final Id id;
    private final HostLoops.Parts parts;
    private final Strangers strangers;
    private final Set<Id> attended = ConcurrentHashMap.newKeySet();
    private final Semaphore repairs = new Semaphore(REPAIRS_AT_ONCE);
    private final Reconciler reconciler;
    private volatile boolean woken = true;
    private Instant lookedAt = Instant.MIN;
    private long lookedAtNanos = System.nanoTime();
    private @Nullable HostRuntime watched;
    private @Nullable Watch watch;
    private @Nullable Host told;
    private Instant toldAt = Instant.MIN;
    private int failures;

    /// What was decided.
    private record Intent(Host host, List<StoredVm> vms) {}

    HostLoop(Id id, HostLoops.Parts parts) {
        this.id = id;
        this.parts = parts;
        this.strangers = new Strangers(id, parts);
        this.reconciler = new Reconciler("host-" + id, parts.pace().look(), this::pass);
    }

    /// Looks soon.
    void wake() {
        woken = true;
        reconciler.wake();
    }

    @Override
    public void close() {
        reconciler.close();
        unwatch();
    }

    private void pass() {
        rest();
        var now = parts.clock().instant();
        var share = SHARE_OF_EACH_HOST.multipliedBy(parts.count().getAsInt());
        if (!woken && now.isBefore(lookedAt.plus(share))) {
            return;
        }
        woken = false;
        lookedAt = now;
        parts.database()
                .call(transaction -> parts.hosts()
                        .find(transaction, id)
                        .map(host -> new Intent(host, parts.vms().on(transaction, id))))
                .ifPresent(this::compare);
    }

    private void rest() {
        var gap = parts.pace().look().dividedBy(LOOKS_PER_PERIOD);
        var left = gap.minusNanos(System.nanoTime() - lookedAtNanos);
        if (left.isPositive()) {
            try {
                Thread.sleep(left);
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
        }
        lookedAtNanos = System.nanoTime();
    }

    private void compare(Intent intent) {
        HostRuntime runtime;
        Inventory inventory;
        try {
            runtime = parts.runtimes().of(intent.host().address());
            watch(runtime);
            inventory = runtime.runtime().observeAll();
            failures = 0;
        } catch (Absent | Failure away) {
            unreachable(intent, String.valueOf(away.getMessage()));
            return;
        } catch (RuntimeFailure failure) {
            failures++;
            if (failure.kind() == RuntimeFailure.Kind.UNREACHABLE || failures >= BORNE_FAILURES) {
                unreachable(intent, String.valueOf(failure.getMessage()));
            }
            return;
        }
        strangers.look(intent.host(), intent.vms(), inventory, runtime);
        tell(
                intent.host(),
                new Sight(true, false, strangers.message(), inventory.foreign().size(), strangers.names(inventory)));
        if (intent.host().fence() == null) {
            attend(intent, inventory, runtime);
        }
    }

    private void attend(Intent intent, Inventory inventory, HostRuntime runtime) {
        var found = inventory.vms().stream().collect(Collectors.toMap(ObservedVm::id, vm -> vm));
        var files = new HashSet<>(inventory.leftovers());
        for (var vm : intent.vms()) {
            if (vm.state() == StoredVm.State.DEFINED) {
                var filesThere = files.contains(vm.runtimeId());
                var judgement = judge(intent.host(), vm, Optional.ofNullable(found.get(vm.runtimeId())), filesThere);
                boolean known = vm.seen().compared()
                        && vm.seen().power().equals(judgement.power())
                        && vm.seen().drift().equals(judgement.drift());
                if (judgement instanceof Judgement.Mend || !known) {
                    attendLater(vm.id(), filesThere, runtime);
                }
            }
        }
    }

    private Judgement judge(Host host, StoredVm vm, Optional<ObservedVm> observed, boolean filesThere) {
        return Judgement.of(
                vm, observed, filesThere, host.driftNow(), parts.clock().instant(), parts.pace());
    }

    /// What was seen from afar may be over by now, so that it is looked at again under the machine's lock.
    private void attendLater(Id vm, boolean filesThere, HostRuntime runtime) {
        if (!attended.add(vm)) {
            return;
        }
        parts.threads().execute(() -> {
            repairs.acquireUninterruptibly();
            try (var hold = parts.turns().tryHold(vm).orElse(null)) {
                if (hold != null) {
                    parts.telemetry().within("reconcile vm", SpanKind.INTERNAL, Optional.empty(), null, () -> {
                        attend(vm, filesThere, runtime);
                        return true;
                    });
                }
            } finally {
                repairs.release();
                attended.remove(vm);
            }
        });
    }

    private void attend(Id id, boolean filesThere, HostRuntime runtime) {
        var stored = parts.vms().find(id);
        if (stored.isEmpty() || stored.get().state() != StoredVm.State.DEFINED) {
            return;
        }
        var vm = stored.get();
        if (vm.fenced() || !vm.host().id().equals(this.id)) {
            return;
        }
        var host = parts.hosts().find(this.id);
        if (host.isEmpty()) {
            return;
        }
        var origin = parts.news().origin(vm);
        Judgement judgement;
        try {
            judgement = judge(host.get(), vm, runtime.runtime().observe(vm.runtimeId()), filesThere);
        } catch (RuntimeFailure unanswered) {
            return;
        }
        switch (judgement) {
            case Judgement.Leave leave ->
                parts.news().found(vm, leave.power(), leave.drift(), "", leave.comparison(), origin);
            case Judgement.GiveUp gaveUp -> {
                parts.vms().giveUp(id);
                parts.news().found(vm, gaveUp.power(), gaveUp.drift(), "left alone", gaveUp.comparison(), origin);
            }
            case Judgement.Mend mend -> mend(vm, mend, runtime, origin);
        }
    }

    private void mend(StoredVm vm, Judgement.Mend mend, HostRuntime runtime, Origin origin) {
        parts.vms().repairing(vm.id(), Judgement.isFirst(vm, parts.clock().instant(), parts.pace()));
        try {
            Mending.carryOut(mend.repair(), vm, runtime.runtime(), parts.pace());
            var power = VmDesk.power(runtime.runtime().observe(vm.runtimeId()));
            parts.news()
                    .found(
                            vm,
                            power,
                            mend.drift(),
                            mend.action(),
                            mend.comparison().mended(),
                            origin);
            wake();
        } catch (RuntimeFailure failure) {
            if (failure.kind() != RuntimeFailure.Kind.UNREACHABLE) {
                var drift = mend.drift() + "; it could not be mended: " + failure.getMessage();
                parts.news().found(vm, mend.power(), drift, "", mend.comparison(), origin);
            }
        }
    }

    /// A host that can't be asked says nothing about its machines: they may well run.
    private void unreachable(Intent intent, String why) {
        var host = intent.host();
        var deadline = host.reachableChangedAt().plus(parts.pace().lost());
        boolean lost = !host.reachable() && !parts.clock().instant().isBefore(deadline);
        tell(host, new Sight(false, lost, why, host.foreignDomains(), host.strangers()));
        for (var vm : intent.vms()) {
            if (vm.state() == StoredVm.State.DEFINED && !vm.seen().power().equals(StoredVm.UNKNOWN)) {
                var drift = vm.host().dependency() + " can't be asked: " + why;
                parts.news()
                        .found(
                                vm,
                                StoredVm.UNKNOWN,
                                drift,
                                "",
                                null,
                                parts.news().origin(vm));
            }
        }
    }

    /// Tells what the host is like when that has changed, and now and then though it has not.
    private void tell(Host host, Sight sight) {
        var now = parts.clock().instant();
        boolean same = sight.isOf(host) && host.equals(told);
        if (same && now.isBefore(toldAt.plus(untilToldAgain()))) {
            return;
        }
        parts.database()
                .run(transaction -> parts.hosts()
                        .observe(transaction, id, sight)
                        .ifPresent(current -> {
                            parts.hostNews()
                                    .tell(transaction, current, parts.news().origin());
                            transaction.afterCommit(() -> {
                                told = current;
                                toldAt = now;
                            });
                        }));
    }

    private Duration untilToldAgain() {
        var share = SHARE_OF_EACH_TELLING.multipliedBy(parts.count().getAsInt());
        return share.compareTo(parts.pace().tell()) > 0 ? share : parts.pace().tell();
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

package no.dataverket.maskin.vm;

import io.opentelemetry.api.trace.SpanKind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.core.bus.Origin;
import no.dataverket.core.work.Absent;
import no.dataverket.maskin.host.Host;
import no.dataverket.maskin.host.HostRuntime;
import no.dataverket.maskin.host.Hosts.Sight;
import no.dataverket.maskin.runtime.Inventory;
import no.dataverket.maskin.runtime.ObservedVm;
import no.dataverket.maskin.runtime.RuntimeFailure;
import no.dataverket.maskin.runtime.Watch;
import no.dataverket.maskin.vm.Intents.Decided;
import no.dataverket.maskin.vm.Intents.Intent;
import no.dataverket.maskin.vm.Judgement.Wanted;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Holds one host to what was decided about its machines: looks at all that is there, and attends to each
/// machine that is not as it should be, unless a command is working on it. Takes no input, and is run again and
/// again by [HostLoops], which reads what was decided for many hosts at once.
final class HostLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HostLoop.class);
    private static final Duration CLOSING_LIMIT = Duration.ofSeconds(10);
    private static final int REPAIRS_AT_ONCE = 8;
    private static final int BORNE_FAILURES = 3;

    /// With many hosts each is told of less often, where nothing changed.
    private static final Duration SHARE_OF_EACH_TELLING = Duration.ofMillis(50);

    private final Id id;
    private final HostLoops.Parts parts;
    private final Strangers strangers;
    private final Set<Id> attended = ConcurrentHashMap.newKeySet();
    private final Semaphore repairs = new Semaphore(REPAIRS_AT_ONCE);

    /// Guards the following five; of all else, whoever looks is the only user.
    private final ReentrantLock lock = new ReentrantLock();

    private boolean woken = true;
    private boolean taken;
    private boolean closed;
    private long lookedAtNanos;
    private @Nullable Thread looking;

    private @Nullable HostRuntime watched;
    private @Nullable Watch watch;
    private @Nullable Host told;
    private Instant toldAt = Instant.MIN;
    private int failures;
    private String lastFailure = "";

    HostLoop(Id id, HostLoops.Parts parts) {
        this.id = id;
        this.parts = parts;
        this.strangers = new Strangers(id, parts);
        this.lookedAtNanos = System.nanoTime() - HostLoops.rest(parts.pace()).toNanos();
    }

    Id id() {
        return id;
    }

    /// Looks soon.
    void wake() {
        lock.lock();
        try {
            woken = true;
        } finally {
            lock.unlock();
        }
        parts.wake().run();
    }

    /// How long ago it was looked at, or came.
    long unseenNanos(long now) {
        lock.lock();
        try {
            return now - lookedAtNanos;
        } finally {
            lock.unlock();
        }
    }

    /// Takes the host for a look if it is time for one and nobody looks.
    ///
    /// @param period between looks where nothing was hinted
    /// @param rest between looks in any case
    boolean take(Duration period, Duration rest) {
        lock.lock();
        try {
            var since = Duration.ofNanos(System.nanoTime() - lookedAtNanos);
            if (taken || closed || since.compareTo(woken ? rest : period) < 0) {
                return false;
            }
            taken = true;
            woken = false;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// Gives up a host that was taken: it is looked at soon.
    void giveBack() {
        lock.lock();
        try {
            taken = false;
            woken = true;
        } finally {
            lock.unlock();
        }
    }

    /// Looks at a host that was taken, in a thread of its own: hosts may take long to answer.
    ///
    /// @param intent null where the host is not in service any more
    void look(@Nullable Intent intent) {
        lock.lock();
        try {
            lookedAtNanos = System.nanoTime();
            if (intent == null || closed) {
                taken = false;
                return;
            }
            looking = Thread.ofVirtual().name("look-" + id).start(() -> compareAndRelease(intent));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        Thread last;
        lock.lock();
        try {
            closed = true;
            last = looking;
        } finally {
            lock.unlock();
        }
        if (last != null) {
            last.interrupt();
            try {
                last.join(CLOSING_LIMIT);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        unwatch();
    }

    private void compareAndRelease(Intent intent) {
        try {
            parts.telemetry().timing("reconcile host", () -> compare(intent));
            lastFailure = "";
        } catch (RuntimeException failure) {
            tell(failure);
        } finally {
            lock.lock();
            try {
                taken = false;
                looking = null;
            } finally {
                lock.unlock();
            }
        }
    }

    private void tell(RuntimeException failure) {
        var text = failure.toString();
        if (!text.equals(lastFailure)) {
            LOG.atWarn()
                    .setCause(failure)
                    .addKeyValue("host", id)
                    .log("a host can't be compared; it is looked at again");
        }
        lastFailure = text;
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
        strangers.look(intent.host(), intent.vms().stream().map(Decided::vm).toList(), inventory, runtime);
        tell(
                intent.host(),
                new Sight(true, false, strangers.message(), inventory.foreign().size(), strangers.names(inventory)));
        parts.quarantine().review(intent.host());
        if (intent.host().fence() == null) {
            attend(intent, inventory, runtime);
        }
    }

    private void attend(Intent intent, Inventory inventory, HostRuntime runtime) {
        var found = inventory.vms().stream().collect(Collectors.toMap(ObservedVm::id, vm -> vm));
        var files = new HashSet<>(inventory.leftovers());
        for (var decided : intent.vms()) {
            var vm = decided.vm();
            if (vm.state() == StoredVm.State.DEFINED) {
                var filesThere = files.contains(vm.runtimeId());
                var observed = Optional.ofNullable(found.get(vm.runtimeId()));
                parts.guests().saw(vm, observed);
                var judgement = judge(intent.host(), vm, decided.wanted(), observed, filesThere);
                boolean known = vm.seen().compared()
                        && vm.seen().power().equals(judgement.power())
                        && vm.seen().drift().equals(judgement.drift());
                if (judgement instanceof Judgement.Mend || !known) {
                    attendLater(vm.id(), filesThere, runtime);
                }
            }
        }
    }

    private Judgement judge(Host host, StoredVm vm, Wanted wanted, Optional<ObservedVm> observed, boolean filesThere) {
        return Judgement.of(
                vm, wanted, observed, filesThere, host.driftNow(), parts.clock().instant(), parts.pace());
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
            var wanted = Wanted.of(vm.requireDefinition());
            judgement = judge(host.get(), vm, wanted, runtime.runtime().observe(vm.runtimeId()), filesThere);
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
        for (var decided : intent.vms()) {
            var vm = decided.vm();
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

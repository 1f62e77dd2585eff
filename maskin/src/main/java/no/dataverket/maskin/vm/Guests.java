package no.dataverket.maskin.vm;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import no.dataverket.contract.Id;
import no.dataverket.contract.api.VmGuest;
import no.dataverket.contract.api.VmGuest.AgentState;
import no.dataverket.contract.api.VmGuest.GuestInterface;
import no.dataverket.core.work.Absent;
import no.dataverket.maskin.host.Runtimes;
import no.dataverket.maskin.runtime.GuestFacts;
import no.dataverket.maskin.runtime.Nic;
import no.dataverket.maskin.runtime.ObservedVm;
import no.dataverket.maskin.runtime.RuntimeFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks guests what they are, and tells it. Nobody waits for it: those who look after hosts say in passing which
/// machine has an agent, and what a guest says, or how long it is silent, holds up nothing but the next question to a
/// guest of its host. A machine is asked when its agent comes and goes, and every few minutes.
final class Guests implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Guests.class);

    /// A site with many machines asks them little by little.
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(40);

    private static final long AGAIN_NANOS = Duration.ofMinutes(5).toNanos();
    private static final long SOON_NANOS = Duration.ofMinutes(1).toNanos();
    private static final long TELL_NANOS = Duration.ofHours(1).toNanos();
    private static final long FORGET_NANOS = Duration.ofHours(1).toNanos();

    private final Vms vms;
    private final Runtimes runtimes;
    private final VmNews news;
    private final InstantSource clock;
    private final Map<Id, Known> known = new ConcurrentHashMap<>();
    private final Map<Id, ReentrantLock> hosts = new ConcurrentHashMap<>();
    private final LinkedBlockingDeque<Known> queue = new LinkedBlockingDeque<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private long sweptNanos = System.nanoTime();

    Guests(Vms vms, Runtimes runtimes, VmNews news, InstantSource clock) {
        this.vms = vms;
        this.runtimes = runtimes;
        this.news = news;
        this.clock = clock;
        threads.execute(this::dispatch);
    }

    /// What is known of one machine's guest. Its fields are guarded by its monitor, which is held for moments.
    private static final class Known {
        StoredVm vm;
        String run = "";
        boolean connected;
        boolean queued;
        long seenNanos;
        long dueNanos;
        long toldNanos;

        @Nullable
        VmGuest told;

        Known(StoredVm vm) {
            this.vm = vm;
        }
    }

    /// Takes in passing how a machine was found.
    void saw(StoredVm vm, Optional<ObservedVm> observed) {
        var instance = observed.flatMap(ObservedVm::instance);
        var run = vm.host().id() + "/"
                + instance.map(ObservedVm.Instance::runtimeId).orElse("");
        boolean connected =
                instance.map(ObservedVm.Instance::guestAgentConnected).orElse(false);
        long now = System.nanoTime();
        var guest = known.computeIfAbsent(vm.id(), id -> new Known(vm));
        synchronized (guest) {
            boolean first = guest.run.isEmpty();
            boolean changed = !guest.run.equals(run) || guest.connected != connected;
            boolean due = connected && now - guest.dueNanos >= 0;
            guest.vm = vm;
            guest.run = run;
            guest.connected = connected;
            guest.seenNanos = now;
            if ((changed || due) && !guest.queued) {
                guest.queued = true;
                if (first || !changed) {
                    queue.addLast(guest);
                } else {
                    queue.addFirst(guest);
                }
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void dispatch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                var next = queue.takeFirst();
                threads.execute(() -> ask(next));
                Thread.sleep(BETWEEN_QUESTIONS);
                sweep();
            }
        } catch (InterruptedException | RejectedExecutionException closing) {
            LOG.atDebug().setCause(closing).log("guests are no longer asked");
        }
    }

    private void ask(Known guest) {
        StoredVm seen;
        boolean connected;
        synchronized (guest) {
            guest.queued = false;
            seen = guest.vm;
            connected = guest.connected;
        }
        try {
            // whoever looks after hosts does not read definitions that have not changed
            var vm = vms.find(seen.id()).orElse(null);
            if (vm == null || vm.fenced() || !vm.host().id().equals(seen.host().id())) {
                return;
            }
            if (connected) {
                learn(guest, vm);
            } else {
                tell(guest, vm, new VmGuest(AgentState.ABSENT, now(), null, null, null, List.of()));
            }
        } catch (Absent | RuntimeFailure unanswered) {
            // nobody knows, and what was known grows older
            due(guest, SOON_NANOS);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            LOG.atWarn()
                    .setCause(failure)
                    .addKeyValue("vm", seen.id())
                    .log("a guest can't be asked; it is asked again");
            due(guest, SOON_NANOS);
        }
    }

    private void learn(Known guest, StoredVm vm) throws InterruptedException {
        var runtime = runtimes.of(vm.host()).runtime();
        var host = hosts.computeIfAbsent(vm.host().id(), id -> new ReentrantLock());
        Optional<GuestFacts> facts;
        host.lockInterruptibly();
        try {
            facts = runtime.guest(vm.runtimeId());
        } finally {
            host.unlock();
        }
        var now = facts.map(told -> new VmGuest(
                        AgentState.ANSWERS,
                        now(),
                        orNull(told.hostname()),
                        orNull(told.os()),
                        orNull(told.kernel()),
                        faces(vm, told)))
                .orElseGet(() -> new VmGuest(AgentState.SILENT, now(), null, null, null, List.of()));
        tell(guest, vm, now);
        due(guest, facts.isPresent() ? AGAIN_NANOS : SOON_NANOS);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static List<GuestInterface> faces(StoredVm vm, GuestFacts told) {
        var spec = vm.spec();
        var nics = spec == null ? List.<Nic>of() : spec.nics();
        return told.faces().stream()
                .map(face -> new GuestInterface(
                        face.name(),
                        nics.stream()
                                .filter(nic -> nic.mac().equalsIgnoreCase(face.mac()))
                                .map(Nic::index)
                                .findFirst()
                                .orElse(null),
                        orNull(face.mac()),
                        face.addresses()))
                .toList();
    }

    private void tell(Known guest, StoredVm vm, VmGuest now) {
        synchronized (guest) {
            var before = guest.told;
            if (before != null && same(before, now) && System.nanoTime() - guest.toldNanos < TELL_NANOS) {
                return;
            }
        }
        news.told(vm, now);
        synchronized (guest) {
            guest.told = now;
            guest.toldNanos = System.nanoTime();
        }
    }

    private static boolean same(VmGuest one, VmGuest other) {
        return new VmGuest(one.agent(), other.observedAt(), one.hostname(), one.os(), one.kernel(), one.interfaces())
                .equals(other);
    }

    private static void due(Known guest, long nanos) {
        synchronized (guest) {
            guest.dueNanos = System.nanoTime() + nanos;
        }
    }

    /// Machines that nobody saw for long are gone.
    private void sweep() {
        long now = System.nanoTime();
        if (now - sweptNanos < FORGET_NANOS) {
            return;
        }
        sweptNanos = now;
        known.values().removeIf(guest -> {
            synchronized (guest) {
                return now - guest.seenNanos > FORGET_NANOS;
            }
        });
        hosts.keySet()
                .removeIf(host -> known.values().stream().noneMatch(guest -> {
                    synchronized (guest) {
                        return guest.vm.host().id().equals(host);
                    }
                }));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}

package no.dataverket.maskin.vm;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.Problem;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.ConsoleOutput;
import no.dataverket.contract.api.ConsoleSession;
import no.dataverket.contract.api.ConsoleTyped;
import no.dataverket.contract.command.Done;
import no.dataverket.contract.command.MaskinMessages.CloseConsole;
import no.dataverket.contract.command.MaskinMessages.FollowConsole;
import no.dataverket.contract.command.MaskinMessages.OpenConsole;
import no.dataverket.contract.command.MaskinMessages.TypeConsole;
import no.dataverket.core.work.Absent;
import no.dataverket.maskin.host.Runtimes;
import no.dataverket.maskin.runtime.Power;
import no.dataverket.maskin.runtime.RuntimeFailure;
import no.dataverket.maskin.runtime.VmRuntime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The sessions at machines' consoles. One machine has one at a time; it ends with the machine's run, when the
/// machine gets another place, when nobody types or reads for a while, and with this service. What is typed and
/// shown is kept nowhere.
public final class Consoles implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Consoles.class);
    private static final int LARGEST_PIECE = 32 << 10;
    private static final int MOST_OF_ONE_ACTOR = 16;

    private final Vms vms;
    private final Runtimes runtimes;
    private final InstantSource clock;
    private final ConsolePace pace;
    private final ScheduledExecutorService watch;

    /// Guards the two maps. Nothing is asked of a host while it is held.
    private final ReentrantLock lock = new ReentrantLock();

    private final Map<Id, ConsoleSeat> bySession = new HashMap<>();
    private final Map<Id, ConsoleSeat> byVm = new HashMap<>();

    Consoles(Vms vms, Runtimes runtimes, InstantSource clock, ConsolePace pace) {
        this.vms = vms;
        this.runtimes = runtimes;
        this.clock = clock;
        this.pace = pace;
        watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("consoles").factory());
        watch.scheduleWithFixedDelay(
                this::look, pace.look().toMillis(), pace.look().toMillis(), TimeUnit.MILLISECONDS);
    }

    /// @throws Failure `RESOURCE_NOT_FOUND`, `RESOURCE_NOT_READY` where it does not run, `CONSOLE_IN_USE`,
    ///     `RATE_LIMIT`, `HYPERVISOR_UNREACHABLE`
    ConsoleSession open(OpenConsole query) {
        var vm = vms.find(query.vm()).orElseThrow(() -> Vms.unknown(query.vm()));
        var definition = vm.requireDefinition();
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var seat = new ConsoleSeat(query.session(), vm, query.actor(), query.by(), now);
        var runtime = runtime(vm);
        requireRunning(
                vm,
                asking(vm, () -> runtime.observe(definition.id()))
                        .map(found -> found.power())
                        .orElse(Power.OFF));
        var held = take(query, seat);
        if (held != seat || query.onlyAsk()) {
            return told(held);
        }
        boolean opened = false;
        try {
            seat.sit(asking(vm, () -> runtime.openConsole(definition.id(), query.takeOver(), seat)));
            opened = true;
            LOG.atInfo()
                    .addKeyValue("vm", vm.id())
                    .addKeyValue("session", seat.session())
                    .addKeyValue("by", query.by())
                    .log("a console is open");
            return told(seat);
        } finally {
            if (!opened) {
                forget(seat);
            }
        }
    }

    ConsoleTyped type(TypeConsole query) {
        var seat = seat(query.session(), query.actor(), query.vm());
        try {
            return new ConsoleTyped(
                    seat.type(query.offset(), Base64.getDecoder().decode(query.data())));
        } catch (IllegalArgumentException malformed) {
            throw Failure.of(ProblemCode.VALIDATION_FAILED, "data is not Base64: " + malformed.getMessage());
        }
    }

    ConsoleOutput follow(FollowConsole query) {
        var seat = seat(query.session(), query.actor(), query.vm());
        var shown = seat.follow(query.offset(), Duration.ofSeconds(query.waitSeconds()), LARGEST_PIECE);
        return new ConsoleOutput(
                shown.from(),
                Base64.getEncoder().encodeToString(shown.bytes()),
                shown.from() + shown.bytes().length,
                shown.ended() == null,
                shown.ended());
    }

    Done close(CloseConsole query) {
        var seat = seat(query.session(), query.actor(), query.vm());
        if (!query.onlyAsk()) {
            seat.leave("it was closed");
            drop(seat);
        }
        return new Done("The console is free.");
    }

    @Override
    public void close() {
        watch.shutdownNow();
        for (var seat : all()) {
            seat.leave("the service is being stopped");
        }
    }

    /// Puts the seat before the console, if nobody is there or who is there must go.
    ///
    /// @return the seat; another one if the same session was opened before
    private ConsoleSeat take(OpenConsole query, ConsoleSeat seat) {
        ConsoleSeat former;
        lock.lock();
        try {
            var same = bySession.get(query.session());
            if (same != null && same.belongsTo(query.actor(), query.vm())) {
                return same;
            }
            former = byVm.get(query.vm());
            if (former != null && former.isOpen() && !query.takeOver()) {
                throw inUse(former);
            }
            if (bySession.values().stream()
                            .filter(other -> other.isOf(query.actor()) && other.isOpen())
                            .count()
                    >= MOST_OF_ONE_ACTOR) {
                throw tooMany();
            }
            if (!query.onlyAsk()) {
                bySession.put(query.session(), seat);
                byVm.put(query.vm(), seat);
            }
        } finally {
            lock.unlock();
        }
        if (former != null && !query.onlyAsk()) {
            former.leave(query.by() + " took the console over");
        }
        return seat;
    }

    private ConsoleSeat seat(Id session, Id actor, Id vm) {
        lock.lock();
        try {
            var seat = bySession.get(session);
            if (seat == null || !seat.belongsTo(actor, vm)) {
                throw ConsoleSeat.over("there is none by this identifier");
            }
            return seat;
        } finally {
            lock.unlock();
        }
    }

    private List<ConsoleSeat> all() {
        lock.lock();
        try {
            return new ArrayList<>(bySession.values());
        } finally {
            lock.unlock();
        }
    }

    /// It holds the console no longer; its end can still be read.
    private void drop(ConsoleSeat seat) {
        lock.lock();
        try {
            byVm.remove(seat.vm().id(), seat);
        } finally {
            lock.unlock();
        }
    }

    private void forget(ConsoleSeat seat) {
        lock.lock();
        try {
            byVm.remove(seat.vm().id(), seat);
            bySession.remove(seat.session(), seat);
        } finally {
            lock.unlock();
        }
    }

    private void look() {
        try {
            var seats = all();
            if (!seats.isEmpty()) {
                look(seats);
            }
        } catch (RuntimeException failure) {
            LOG.atWarn().setCause(failure).log("consoles can't be looked at; they are looked at again");
        }
    }

    private void look(List<ConsoleSeat> seats) {
        var machines = vms
                .find(seats.stream().map(seat -> seat.vm().id()).distinct().toList())
                .stream()
                .collect(Collectors.toMap(StoredVm::id, vm -> vm));
        for (var seat : seats) {
            if (!seat.isOpen()) {
                drop(seat);
                if (seat.isForgotten(pace)) {
                    forget(seat);
                }
                continue;
            }
            var why = moved(seat.vm(), machines.get(seat.vm().id()));
            why = why.isEmpty() ? seat.overdue(pace) : why;
            if (!why.isEmpty()) {
                seat.leave(why);
                drop(seat);
            }
        }
    }

    /// A host that is fenced, or that the machine left, may still run what nobody should type at.
    private static String moved(StoredVm then, @Nullable StoredVm now) {
        if (now == null || now.state() != StoredVm.State.DEFINED || now.fenced()) {
            return "the machine is no longer there";
        }
        return now.host().id().equals(then.host().id()) ? "" : "the machine moved";
    }

    private VmRuntime runtime(StoredVm vm) {
        return asking(vm, () -> runtimes.of(vm.host()).runtime());
    }

    private static void requireRunning(StoredVm vm, Power power) {
        if (power != Power.RUNNING) {
            throw Failure.of(
                            ProblemCode.RESOURCE_NOT_READY,
                            "Machine " + vm.id() + " does not run: it is " + power + ".")
                    .hint(
                            "Start it: dvce vm start NAME. What it wrote before is in its log: dvce vm console NAME --log.");
        }
    }

    private ConsoleSession told(ConsoleSeat seat) {
        return new ConsoleSession(
                seat.session(),
                seat.vm().id(),
                seat.by(),
                seat.since(),
                pace.idle().toSeconds(),
                pace.unread().toSeconds());
    }

    private interface Question<T> {
        T ask();
    }

    private static <T> T asking(StoredVm vm, Question<T> question) {
        try {
            return Objects.requireNonNull(question.ask());
        } catch (Absent away) {
            throw unreachable(vm, away);
        } catch (RuntimeFailure failure) {
            throw switch (failure.kind()) {
                case UNREACHABLE, TIMEOUT -> unreachable(vm, failure);
                case NOT_FOUND -> Failure.of(ProblemCode.RESOURCE_NOT_READY, "Machine " + vm.id() + " does not run.");
                case CONFLICT ->
                    Failure.of(
                                    ProblemCode.CONSOLE_IN_USE,
                                    "The hypervisor does not open the console: " + failure.getMessage())
                            .hint("Somebody may be there at the host; --take-over ends that.");
                case STALE, INVALID, NO_SPACE, INTERNAL ->
                    Failure.of(ProblemCode.RUNTIME_REFUSED, vm.host().dependency() + ": " + failure.getMessage());
            };
        }
    }

    private static Failure unreachable(StoredVm vm, Exception cause) {
        return Failure.of(ProblemCode.HYPERVISOR_UNREACHABLE, vm.host().dependency() + ": " + cause.getMessage());
    }

    private static Failure inUse(ConsoleSeat seat) {
        return Failure.of(
                ProblemCode.CONSOLE_IN_USE,
                seat.by() + " is at the console of this machine since " + seat.since() + ".");
    }

    private static Failure tooMany() {
        return new Failure(Problem.of(ProblemCode.RATE_LIMIT, "You are at " + MOST_OF_ONE_ACTOR + " consoles already.")
                .withHint("Leave some of them.")
                .withRetryAfter(1)
                .withParameters(Map.of("limit", "consoles")));
    }
}

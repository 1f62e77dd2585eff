package no.dataverket.maskin.runtime.libvirt;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import no.dataverket.maskin.runtime.RebootOutcome;
import no.dataverket.maskin.runtime.RebootRequest;
import no.dataverket.maskin.runtime.Revision;
import no.dataverket.maskin.runtime.StartOutcome;
import no.dataverket.maskin.runtime.StopMode;
import no.dataverket.maskin.runtime.StopOutcome;
import no.dataverket.maskin.runtime.VmId;

/// Starts and stops VMs.
final class PowerSwitch {

    private static final Duration POLL = Duration.ofMillis(250);

    /// A guest that's booting doesn't hear the first request.
    private static final Duration BETWEEN_REQUESTS = Duration.ofSeconds(4);

    private final GuardedDomains domains;
    private final Duration callLimit;

    PowerSwitch(GuardedDomains domains, Duration callLimit) {
        this.domains = domains;
        this.callLimit = callLimit;
    }

    StartOutcome start(VmId vm, Revision revision, Duration limit) {
        return domains.step(vm, revision, limit, (domain, view) -> {
            if (view.state().isPaused()) {
                domain.resume();
                return StartOutcome.RESUMED;
            }
            if (view.state().isRunning()) {
                return StartOutcome.ALREADY_RUNNING;
            }
            if (view.state().isActive()) {
                // kept in memory after a crash, which only someone else's doing can bring about
                destroy(domain);
            }
            return start(domain, view);
        });
    }

    private static StartOutcome start(LibvirtDomain domain, DomainView view) {
        GuardedDomains.write(domain, view.metadata().withRun(DomainMetadata.newRun()), LibvirtDomain.CONFIG);
        try {
            domain.start();
            return StartOutcome.STARTED;
        } catch (LibvirtError e) {
            // someone else was quicker, or an answer was lost
            if (e.code() == LibvirtError.OPERATION_INVALID && domain.state().isRunning()) {
                return StartOutcome.ALREADY_RUNNING;
            }
            throw e;
        }
    }

    StopOutcome stop(VmId vm, Revision revision, StopMode mode) {
        return stop(new Target(vm, revision, _ -> true), mode);
    }

    /// What's to be stopped.
    ///
    /// @param isMeant which runs; those that aren't count as stopped
    private record Target(VmId vm, Revision revision, Predicate<DomainView.Live> isMeant) {

        boolean runs(DomainView view) {
            return view.live().filter(isMeant).isPresent();
        }
    }

    private StopOutcome stop(Target target, StopMode mode) {
        return switch (mode) {
            case StopMode.Forced() -> destroy(target, StopOutcome.DESTROYED);
            case StopMode.Graceful(var limit) -> stopGracefully(target, limit);
        };
    }

    private StopOutcome stopGracefully(Target target, Duration limit) {
        var end = System.nanoTime() + limit.toNanos();
        var nextRequest = System.nanoTime();
        for (var requests = 0; System.nanoTime() - end < 0; LockSupport.parkNanos(POLL.toNanos())) {
            var request = System.nanoTime() - nextRequest >= 0;
            var attempt = requests;
            var ended = domains.stepIfThere(target.vm(), target.revision(), callLimit, (domain, view) -> {
                if (!target.runs(view)) {
                    return Optional.of(attempt == 0 ? StopOutcome.ALREADY_OFF : ended(view.state()));
                }
                if (request) {
                    ask(domain, view, attempt);
                }
                return Optional.<StopOutcome>empty();
            });
            if (ended.isEmpty()) {
                return StopOutcome.ALREADY_OFF;
            }
            if (ended.get().isPresent()) {
                return ended.get().get();
            }
            if (request) {
                requests++;
                nextRequest = System.nanoTime() + BETWEEN_REQUESTS.toNanos();
            }
        }
        return destroy(target, StopOutcome.DESTROYED_AT_LIMIT);
    }

    private static StopOutcome ended(LibvirtDomain.State state) {
        if (state.wasShutDownByGuest()) {
            return StopOutcome.SHUT_DOWN_BY_GUEST;
        }
        return state.wasDestroyed() ? StopOutcome.DESTROYED : StopOutcome.ALREADY_OFF;
    }

    /// The agent and the power button take turns: an agent that's connected may still not answer.
    private static void ask(LibvirtDomain domain, DomainView view, int attempt) {
        if (!view.state().isRunning()) {
            return;
        }
        try {
            var agent = view.live().map(DomainView.Live::agentConnected).orElse(false);
            if (agent && attempt % 2 == 1) {
                domain.askAgentToShutDown();
            } else {
                domain.pressPowerButton();
            }
        } catch (LibvirtError e) {
            // it ended in between, or doesn't listen: the next look at its state tells
            if (e.meansLostConnection()) {
                throw e;
            }
        }
    }

    private StopOutcome destroy(Target target, StopOutcome outcome) {
        return domains.stepIfThere(target.vm(), target.revision(), callLimit, (domain, view) -> {
                    if (!target.runs(view)) {
                        return StopOutcome.ALREADY_OFF;
                    }
                    destroy(domain);
                    return outcome;
                })
                .orElse(StopOutcome.ALREADY_OFF);
    }

    /// Pulls the plug; fine when it's off by then.
    static void destroy(LibvirtDomain domain) {
        try {
            domain.destroy();
        } catch (LibvirtError e) {
            var ended = e.code() == LibvirtError.NO_DOMAIN
                    || (e.code() == LibvirtError.OPERATION_INVALID
                            && !domain.state().isActive());
            if (!ended) {
                throw e;
            }
        }
    }

    /// The run that shall end is written down before it's ended. So a repetition knows how far the first one
    /// came: the same run is still to be ended, another one is the result.
    RebootOutcome reboot(VmId vm, Revision revision, RebootRequest request) {
        var old = domains.step(vm, revision, callLimit, (domain, view) -> {
            var present = view.live().map(DomainView.Live::runtimeId).orElse("");
            if (!view.metadata().reboot().equals(request.token())) {
                GuardedDomains.write(
                        domain, view.metadata().withReboot(request.token(), present), LibvirtDomain.CONFIG);
                return Optional.of(present);
            }
            var from = view.metadata().rebootFrom();
            var isDone = !present.isEmpty() && !present.equals(from);
            return isDone ? Optional.<String>empty() : Optional.of(from);
        });
        if (old.isEmpty()) {
            return RebootOutcome.ALREADY_DONE;
        }
        stop(new Target(vm, revision, run -> run.runtimeId().equals(old.get())), request.mode());
        start(vm, revision, request.limit());
        return RebootOutcome.REBOOTED;
    }
}

package no.dataverket.maskin.runtime.libvirt;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import no.dataverket.maskin.runtime.RebootOutcome;
import no.dataverket.maskin.runtime.RebootRequest;
import no.dataverket.maskin.runtime.Revision;
import no.dataverket.maskin.runtime.StartOutcome;
import no.dataverket.maskin.runtime.StopMode;
import no.dataverket.maskin.runtime.StopOutcome;
import no.dataverket.maskin.runtime.VmId;

/// Starts and stops VMs.
final class PowerSwitch {

    private static final Duration POLL = Duration.ofMillis(100);

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
            return view.live().isPresent() ? StartOutcome.ALREADY_RUNNING : start(domain, view);
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
        return switch (mode) {
            case StopMode.Forced() -> destroy(vm, revision, StopOutcome.DESTROYED);
            case StopMode.Graceful(var limit) -> stopGracefully(vm, revision, limit);
        };
    }

    private StopOutcome stopGracefully(VmId vm, Revision revision, Duration limit) {
        var end = System.nanoTime() + limit.toNanos();
        var nextRequest = System.nanoTime();
        for (var requests = 0; System.nanoTime() - end < 0; LockSupport.parkNanos(POLL.toNanos())) {
            var request = System.nanoTime() - nextRequest >= 0;
            var attempt = requests;
            var state = domains.stepIfThere(vm, revision, callLimit, (domain, view) -> {
                if (request) {
                    ask(domain, view, attempt);
                }
                return view.state();
            });
            if (state.isEmpty()) {
                return StopOutcome.ALREADY_OFF;
            }
            if (!state.get().isActive()) {
                return requests == 0 ? StopOutcome.ALREADY_OFF : ended(state.get());
            }
            if (request) {
                requests++;
                nextRequest = System.nanoTime() + BETWEEN_REQUESTS.toNanos();
            }
        }
        return destroy(vm, revision, StopOutcome.DESTROYED_AT_LIMIT);
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

    private StopOutcome destroy(VmId vm, Revision revision, StopOutcome outcome) {
        return domains.stepIfThere(vm, revision, callLimit, (domain, view) -> {
                    if (view.live().isEmpty()) {
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
        var isDone = domains.step(vm, revision, callLimit, (domain, view) -> {
            var metadata = view.metadata();
            var present = view.live().map(DomainView.Live::runtimeId).orElse("");
            if (metadata.reboot().equals(request.token())) {
                return !present.isEmpty() && !present.equals(metadata.rebootFrom());
            }
            GuardedDomains.write(domain, metadata.withReboot(request.token(), present), LibvirtDomain.CONFIG);
            return false;
        });
        if (isDone) {
            return RebootOutcome.ALREADY_DONE;
        }
        stop(vm, revision, request.mode());
        start(vm, revision, request.limit());
        return RebootOutcome.REBOOTED;
    }
}

package no.dataverket.maskin.runtime.libvirt;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import no.dataverket.maskin.runtime.Nic;
import no.dataverket.maskin.runtime.NicOutcome;
import no.dataverket.maskin.runtime.RuntimeFailure;
import no.dataverket.maskin.runtime.RuntimeFailure.Kind;
import no.dataverket.maskin.runtime.VmDefinition;
import no.dataverket.maskin.runtime.libvirt.DomainView.LiveNic;

/// Brings the interfaces of a running VM to those of its definition.
final class NicPlugging {

    private static final Duration POLL = Duration.ofMillis(100);

    /// A guest that's booting doesn't see the first request.
    private static final Duration BETWEEN_REQUESTS = Duration.ofSeconds(5);

    private final GuardedDomains domains;
    private final Duration callLimit;

    NicPlugging(GuardedDomains domains, Duration callLimit) {
        this.domains = domains;
        this.callLimit = callLimit;
    }

    /// The VM is defined so already.
    ///
    /// @param changed whether its definition had other interfaces before
    NicOutcome bringUp(VmDefinition definition, boolean changed, Duration limit) {
        var view = look(definition);
        if (view.live().isEmpty()) {
            return changed ? NicOutcome.AT_NEXT_START : NicOutcome.UNCHANGED;
        }
        if (view.hasNics(definition.nics())) {
            return NicOutcome.UNCHANGED;
        }
        var end = System.nanoTime() + limit.toNanos();
        for (var nic : view.live().get().nics()) {
            if (definition.nics().stream().noneMatch(nic::isButForVlan)) {
                unplug(definition, nic, end);
            }
        }
        for (var nic : definition.nics()) {
            domains.step(definition.id(), definition.revision(), callLimit, (domain, now) -> {
                plugOrChange(domain, now, definition, nic);
                return nic;
            });
        }
        return bringUpMetadata(definition);
    }

    private DomainView look(VmDefinition definition) {
        return domains.step(definition.id(), definition.revision(), callLimit, (_, view) -> view);
    }

    private static void plugOrChange(LibvirtDomain domain, DomainView view, VmDefinition definition, Nic nic) {
        var xml = DomainXml.nic(definition.id(), nic);
        var present = find(view, nic.mac());
        if (present.isEmpty()) {
            if (view.live().isPresent()) {
                domain.attach(xml);
            }
        } else if (!present.get().is(nic)) {
            domain.update(xml);
        }
    }

    private static Optional<LiveNic> find(DomainView view, String mac) {
        return view.live()
                .flatMap(run ->
                        run.nics().stream().filter(nic -> nic.mac().equals(mac)).findFirst());
    }

    /// The guest is asked again and again, as one that boots doesn't answer. It has let go when libvirt no
    /// longer lists the interface.
    private void unplug(VmDefinition definition, LiveNic nic, long end) {
        var nextRequest = System.nanoTime();
        for (var isFirst = true; ; isFirst = false) {
            var request = System.nanoTime() - nextRequest >= 0;
            var failuresCount = isFirst;
            var isGone = domains.step(definition.id(), definition.revision(), callLimit, (domain, view) -> {
                if (find(view, nic.mac()).isEmpty()) {
                    return true;
                }
                if (request) {
                    requestUnplug(domain, nic, failuresCount);
                }
                return false;
            });
            if (isGone) {
                return;
            }
            if (request) {
                nextRequest = System.nanoTime() + BETWEEN_REQUESTS.toNanos();
            }
            if (System.nanoTime() - end >= 0) {
                throw new RuntimeFailure(
                        Kind.TIMEOUT,
                        "the guest of VM " + definition.id() + " doesn't let go of the interface " + nic.mac());
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private static void requestUnplug(LibvirtDomain domain, LiveNic nic, boolean failuresCount) {
        try {
            domain.detach(DomainXml.nicByMac(nic.mac()));
        } catch (LibvirtError e) {
            // a repetition is refused while the guest is still at the first; it's gone at the next look otherwise
            if (e.meansLostConnection() || (failuresCount && e.code() != LibvirtError.DEVICE_MISSING)) {
                throw e;
            }
        }
    }

    private NicOutcome bringUpMetadata(VmDefinition definition) {
        return domains.step(definition.id(), definition.revision(), callLimit, (domain, view) -> {
            if (view.live().isEmpty()) {
                return NicOutcome.AT_NEXT_START;
            }
            bringUpMetadata(domain, view, definition);
            return NicOutcome.APPLIED;
        });
    }

    /// Writes down that the run has all of its definition, if it has.
    static void bringUpMetadata(LibvirtDomain domain, DomainView view, VmDefinition definition) {
        view.live()
                .filter(run -> run.metadata().coldHash().equals(definition.coldHash()))
                .filter(_ -> view.hasNics(definition.nics()))
                .ifPresent(run -> GuardedDomains.write(
                        domain, view.metadata().withRun(run.metadata().run()), LibvirtDomain.LIVE));
    }
}

package no.dataverket.maskin.runtime.libvirt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import no.dataverket.maskin.runtime.Inventory;
import no.dataverket.maskin.runtime.ObservedVm;
import no.dataverket.maskin.runtime.Revision;
import no.dataverket.maskin.runtime.RuntimeFailure;
import no.dataverket.maskin.runtime.RuntimeFailure.Kind;
import no.dataverket.maskin.runtime.StaleWriter;
import no.dataverket.maskin.runtime.VmId;
import org.jspecify.annotations.Nullable;

/// The only way to the host's domains. A change is made in steps; before each, under the VM's lock, it's made
/// sure that the domain is ours and that nobody newer was here, and a higher revision is remembered.
final class GuardedDomains {

    private final LibvirtCalls calls;
    private final VmFiles files;
    private final Duration callLimit;
    private final VmLocks locks = new VmLocks();

    GuardedDomains(LibvirtCalls calls, VmFiles files, Duration callLimit) {
        this.calls = calls;
        this.files = files;
        this.callLimit = callLimit;
    }

    /// Work on one domain. It may be done twice, and must be fit for that.
    interface Step<T> extends BiFunction<LibvirtDomain, DomainView, T> {}

    Inventory inventory() {
        return calls.run(connection -> {
            var vms = new ArrayList<ObservedVm>();
            var foreign = new ArrayList<String>();
            var leftovers = new ArrayList<>(files.withFiles());
            for (var domain : connection.domains()) {
                try (domain) {
                    DomainView.read(domain)
                            .ifPresentOrElse(view -> vms.add(view.observed()), () -> foreign.add(domain.name()));
                } catch (LibvirtError e) {
                    // gone between the list and the look
                    if (e.code() != LibvirtError.NO_DOMAIN) {
                        throw e;
                    }
                }
            }
            vms.forEach(vm -> leftovers.remove(vm.id()));
            return new Inventory(vms, foreign, leftovers);
        });
    }

    /// The VM's domain as it is.
    Optional<DomainView> view(VmId vm) {
        return calls.run(connection -> {
            try (var domain = connection.find(vm)) {
                return domain == null ? Optional.empty() : Optional.of(viewOfOurs(domain));
            } catch (LibvirtError e) {
                if (e.code() == LibvirtError.NO_DOMAIN) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    /// Makes one step of a change to a VM that must be there.
    ///
    /// @throws StaleWriter when a newer revision was here
    /// @throws RuntimeFailure `NOT_FOUND`
    <T> T step(VmId vm, Revision revision, Duration within, Step<T> step) {
        return stepIfThere(vm, revision, within, step)
                .orElseThrow(() -> new RuntimeFailure(Kind.NOT_FOUND, "VM " + vm + " isn't on this host"));
    }

    /// Makes one step of a change; empty when there's no such VM.
    ///
    /// @throws StaleWriter when a newer revision was here
    <T> Optional<T> stepIfThere(VmId vm, Revision revision, Duration within, Step<T> step) {
        return locked(vm, within, connection -> {
            try (var domain = connection.find(vm)) {
                if (domain == null) {
                    refuseOlderThan(files.tombstone(vm), vm, revision);
                    return Optional.<T>empty();
                }
                var view = viewOfOurs(domain);
                refuseOlderThan(view.metadata().revision(), vm, revision);
                refuseFormerHost(vm, revision);
                return Optional.of(step.apply(domain, raise(domain, view, revision)));
            }
        });
    }

    /// Does what makes something of a VM that may not be there.
    ///
    /// @throws StaleWriter when a newer revision was here, or the VM was removed under this one
    <T> T creating(VmId vm, Revision revision, BiFunction<LibvirtConnection, Optional<DomainView>, T> work) {
        return locked(vm, callLimit, connection -> work.apply(connection, refuseStale(connection, vm, revision)));
    }

    /// As [#creating], for work on files, which may take longer than a call.
    <T> T creatingFiles(VmId vm, Revision revision, Supplier<T> work) {
        var unlock = locks.acquire(vm, callLimit);
        try {
            calls.run(connection -> refuseStale(connection, vm, revision));
            return work.get();
        } finally {
            unlock.run();
        }
    }

    /// Removes a VM's files, if it has no domain.
    boolean deleteFiles(VmId vm) {
        var unlock = locks.acquire(vm, callLimit);
        try {
            return view(vm).isEmpty() && files.delete(vm);
        } finally {
            unlock.run();
        }
    }

    private <T> T locked(VmId vm, Duration within, Function<LibvirtConnection, T> work) {
        var start = System.nanoTime();
        var unlock = locks.acquire(vm, within);
        var left = within.minusNanos(System.nanoTime() - start);
        return calls.run(left, work, unlock);
    }

    /// The VM may have been given another host since, which this one was not told.
    private void refuseFormerHost(VmId vm, Revision revision) {
        var epoch = files.epoch(vm);
        if (revision.epoch() < epoch) {
            throw new StaleWriter(vm, revision, new Revision(epoch, 0));
        }
    }

    private Optional<DomainView> refuseStale(LibvirtConnection connection, VmId vm, Revision revision) {
        refuseFormerHost(vm, revision);
        try (var domain = connection.find(vm)) {
            if (domain != null) {
                var view = viewOfOurs(domain);
                refuseOlderThan(view.metadata().revision(), vm, revision);
                return Optional.of(view);
            }
        }
        var removed = files.tombstone(vm);
        if (removed != null && !removed.isBefore(revision)) {
            throw new StaleWriter(vm, revision, removed);
        }
        return Optional.empty();
    }

    private static DomainView viewOfOurs(LibvirtDomain domain) {
        return DomainView.read(domain)
                .orElseThrow(() -> new RuntimeFailure(
                        Kind.CONFLICT, "domain " + domain.name() + " has the VM's id and isn't ours"));
    }

    private static void refuseOlderThan(@Nullable Revision held, VmId vm, Revision revision) {
        if (held != null && revision.isBefore(held)) {
            throw new StaleWriter(vm, revision, held);
        }
    }

    private static DomainView raise(LibvirtDomain domain, DomainView view, Revision revision) {
        if (!view.metadata().revision().isBefore(revision)) {
            return view;
        }
        var raised = view.metadata().withRevision(revision);
        write(domain, raised, view.configuration().isPresent() ? LibvirtDomain.CONFIG : LibvirtDomain.LIVE);
        return new DomainView(raised, view.configuration(), view.state(), view.live());
    }

    /// Replaces our metadata in one copy of the definition.
    static void write(LibvirtDomain domain, DomainMetadata metadata, int copy) {
        domain.setMetadata(metadata.element(), DomainMetadata.PREFIX, DomainMetadata.NAMESPACE, copy);
    }
}

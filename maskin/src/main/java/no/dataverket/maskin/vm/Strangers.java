package no.dataverket.maskin.vm;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.maskin.host.HostRuntime;
import no.dataverket.maskin.runtime.Inventory;
import no.dataverket.maskin.runtime.ObservedVm;
import no.dataverket.maskin.runtime.RuntimeFailure;
import no.dataverket.maskin.runtime.VmId;
import org.jspecify.annotations.Nullable;

/// What is ours on one host by its marks, though nothing was decided about it there: domains without a
/// machine, and files without a domain and a machine. They are reported and never touched: whoever has lost a
/// row must not lose a machine too.
final class Strangers {

    private static final int NAMED = 10;

    private final Id host;
    private final HostLoops.Parts parts;
    private final Map<VmId, String> domains = new HashMap<>();
    private Set<VmId> lastSeenFiles = Set.of();
    private Set<VmId> files = Set.of();

    Strangers(Id host, HostLoops.Parts parts) {
        this.host = host;
        this.parts = parts;
    }

    /// Compares what was decided with what was found, and reports each stranger once.
    void look(List<StoredVm> vms, Inventory inventory, HostRuntime runtime) {
        var known = vms.stream().map(StoredVm::runtimeId).collect(Collectors.toSet());
        var strange =
                inventory.vms().stream().filter(vm -> !known.contains(vm.id())).toList();
        domains.keySet().retainAll(strange.stream().map(ObservedVm::id).collect(Collectors.toSet()));
        strange.forEach(vm -> report(vm, runtime));
        // Files come and go between two looks, and only what is seen twice is worth a word.
        var seen = new HashSet<>(inventory.leftovers());
        seen.removeAll(known);
        files = seen.stream().filter(lastSeenFiles::contains).collect(Collectors.toSet());
        lastSeenFiles = seen;
    }

    /// What people should know of them; nothing where there are none.
    @Nullable
    String message() {
        if (domains.isEmpty() && files.isEmpty()) {
            return null;
        }
        return "nothing is known of "
                + (domains.isEmpty() ? "" : "domains " + names(domains.keySet()))
                + (domains.isEmpty() || files.isEmpty() ? "" : " and of ")
                + (files.isEmpty() ? "" : "the files of " + names(files));
    }

    /// A command may have come or gone since, so that it is looked at again under the machine's lock.
    private void report(ObservedVm stranger, HostRuntime runtime) {
        var vm = new Id(IdKind.VM, stranger.id().value());
        var power = stranger.power().name();
        if (power.equals(domains.get(stranger.id()))) {
            return;
        }
        try (var hold = parts.turns().tryHold(vm).orElse(null)) {
            if (hold == null) {
                return;
            }
            var stored = parts.vms().find(vm);
            boolean here = stored.isPresent() && stored.get().host().id().equals(host);
            if (here || runtime.runtime().observe(stranger.id()).isEmpty()) {
                return;
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
                                    host,
                                    power,
                                    drift,
                                    "",
                                    parts.news().origin()));
            domains.put(stranger.id(), power);
        } catch (RuntimeFailure unanswered) {
            domains.remove(stranger.id());
        }
    }

    private static String names(Set<VmId> vms) {
        var names = vms.stream().map(VmId::domainName).collect(Collectors.toCollection(TreeSet::new));
        return names.stream().limit(NAMED).collect(Collectors.joining(", "))
                + (names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "");
    }
}

package no.dataverket.maskin.vm;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.maskin.claim.Tombstones;
import no.dataverket.maskin.host.Host;
import no.dataverket.maskin.host.HostRuntime;
import no.dataverket.maskin.runtime.Inventory;
import no.dataverket.maskin.runtime.ObservedVm;
import no.dataverket.maskin.runtime.Revision;
import no.dataverket.maskin.runtime.RuntimeFailure;
import no.dataverket.maskin.runtime.VmId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is ours on one host by its marks, though nothing was decided about it there: domains without a
/// machine, and files without a domain and a machine. They are reported and not touched: whoever has lost a
/// row must not lose a machine too. One thing is touched: the domain of a machine that was given another
/// host since, by its ownership. It is stopped and let go of; its files stay, for the other host may use
/// them.
final class Strangers {

    private static final Logger LOG = LoggerFactory.getLogger(Strangers.class);
    private static final int NAMED = 10;
    private static final int MOST_TOLD = 100;

    private final Id host;
    private final HostLoops.Parts parts;
    private final Map<VmId, String> domains = new HashMap<>();
    private Set<VmId> lastSeenFiles = Set.of();
    private Set<VmId> files = Set.of();
    private final Set<VmId> letGo = new LinkedHashSet<>();

    Strangers(Id host, HostLoops.Parts parts) {
        this.host = host;
        this.parts = parts;
    }

    /// Compares what was decided with what was found, and reports each stranger once.
    void look(Host seen, List<StoredVm> vms, Inventory inventory, HostRuntime runtime) {
        var known = vms.stream().map(StoredVm::runtimeId).collect(Collectors.toSet());
        var strange =
                inventory.vms().stream().filter(vm -> !known.contains(vm.id())).toList();
        domains.keySet().retainAll(strange.stream().map(ObservedVm::id).collect(Collectors.toSet()));
        strange.forEach(vm -> report(vm, runtime));
        if (seen.fence() == null) {
            letGo.clear();
        }
        // Files come and go between two looks, and only what is seen twice is worth a word.
        var there = new HashSet<>(inventory.leftovers());
        there.removeAll(known);
        var storage = seen.storage();
        if (storage != null && !there.isEmpty()) {
            there.removeAll(parts.vms().onStorage(storage));
        }
        files = there.stream().filter(lastSeenFiles::contains).collect(Collectors.toSet());
        lastSeenFiles = there;
    }

    /// Names of the domains of which nothing is known, those of others among them, as many as are told.
    List<String> names(Inventory inventory) {
        return Stream.concat(
                        inventory.foreign().stream(), domains.keySet().stream().map(VmId::domainName))
                .sorted()
                .limit(MOST_TOLD)
                .toList();
    }

    /// What people should know of them; nothing where there are none.
    @Nullable
    String message() {
        if (domains.isEmpty() && files.isEmpty()) {
            return letGo.isEmpty() ? null : "the old domains " + names(letGo) + " were stopped and let go of";
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
            var current = runtime.runtime().observe(stranger.id());
            if (here || current.isEmpty()) {
                return;
            }
            var newer = decidedSince(vm, stored).filter(decided -> isOlder(current.get(), decided));
            if (newer.isPresent()) {
                letGo(stranger.id(), newer.get(), runtime);
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
                                    parts.news().unjudged(vm, host, power, drift),
                                    parts.news().origin()));
            domains.put(stranger.id(), power);
        } catch (RuntimeFailure unanswered) {
            domains.remove(stranger.id());
        }
    }

    /// What was decided last about a machine that is elsewhere or was removed; nothing where nobody decided.
    private Optional<Revision> decidedSince(Id vm, Optional<StoredVm> elsewhere) {
        return elsewhere
                .map(StoredVm::revision)
                .or(() -> parts.database()
                        .call(transaction -> Tombstones.of(transaction, vm))
                        .map(removed -> new Revision(removed.ownership(), removed.revision())));
    }

    /// Only what is provably of an earlier ownership is touched.
    private static boolean isOlder(ObservedVm domain, Revision decided) {
        return domain.revision().epoch() < decided.epoch();
    }

    /// The machine has another host since, or was removed there: what is left here may not run beside it.
    private void letGo(VmId vm, Revision revision, HostRuntime runtime) {
        runtime.runtime().ensureLetGo(vm, revision, parts.pace().remove());
        domains.remove(vm);
        letGo.add(vm);
        LOG.atWarn()
                .addKeyValue("vm", vm)
                .addKeyValue("host", runtime.address().name())
                .addKeyValue("revision", revision)
                .log("stopped the domain of a machine that has another host by now");
    }

    private static String names(Set<VmId> vms) {
        var names = vms.stream().map(VmId::domainName).collect(Collectors.toCollection(TreeSet::new));
        return names.stream().limit(NAMED).collect(Collectors.joining(", "))
                + (names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "");
    }
}

package no.dataverket.maskin.vm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import no.dataverket.contract.Id;
import no.dataverket.core.db.Database;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.json.Json;
import no.dataverket.maskin.host.Host;
import no.dataverket.maskin.host.Hosts;
import no.dataverket.maskin.runtime.Revision;
import no.dataverket.maskin.vm.Judgement.Wanted;
import no.dataverket.maskin.vm.Vms.Definition;
import no.dataverket.maskin.vm.Vms.Outline;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/// Reads what was decided, for many hosts at once. Of a definition it keeps what hosts are compared by,
/// and reads the definition again only when it has become another: most never do.
final class Intents {

    private static final Logger LOG = LoggerFactory.getLogger(Intents.class);

    private final Database database;
    private final Hosts hosts;
    private final Vms vms;
    private final Map<Id, Map<Id, Known>> known = new ConcurrentHashMap<>();

    /// What was decided about a host.
    record Intent(Host host, List<Decided> vms) {}

    /// What was decided about a machine.
    ///
    /// @param vm without its definition
    record Decided(StoredVm vm, Wanted wanted) {}

    private record Known(UUID fingerprint, Wanted wanted) {}

    Intents(Database database, Hosts hosts, Vms vms) {
        this.database = database;
        this.hosts = hosts;
        this.vms = vms;
    }

    /// By host; a host that is not in service is absent.
    Map<Id, Intent> read(List<Id> ids) {
        return database.call(transaction -> {
            var decided = decided(transaction, ids);
            var intents = new HashMap<Id, Intent>();
            for (var host : hosts.find(transaction, ids)) {
                var id = host.address().id();
                intents.put(id, new Intent(host, decided.getOrDefault(id, List.of())));
            }
            return intents;
        });
    }

    /// Keeps nothing of a host any more.
    void forget(Id host) {
        known.remove(host);
    }

    private Map<Id, List<Decided>> decided(Transaction transaction, List<Id> ids) {
        var outlines = vms.on(transaction, ids);
        var read = readUnknown(transaction, outlines);
        var decided = new HashMap<Id, List<Decided>>();
        var current = new HashMap<Id, Map<Id, Known>>();
        for (var outline : outlines) {
            var vm = outline.vm();
            var host = vm.host().id();
            var now = isKnown(outline) ? kept(outline) : read.get(vm.id());
            if (now != null) {
                current.computeIfAbsent(host, same -> new HashMap<>()).put(vm.id(), now);
            }
            decided.computeIfAbsent(host, same -> new ArrayList<>())
                    .add(new Decided(vm, now == null ? Wanted.UNREADABLE : now.wanted()));
        }
        known.putAll(current);
        return decided;
    }

    private Map<Id, Known> readUnknown(Transaction transaction, List<Outline> outlines) {
        var unknown = outlines.stream()
                .filter(outline -> outline.fingerprint() != null && !isKnown(outline))
                .map(outline -> outline.vm().id())
                .toList();
        var read = new HashMap<Id, Known>();
        if (!unknown.isEmpty()) {
            for (var definition : vms.definitions(transaction, unknown)) {
                read.put(definition.vm(), new Known(definition.fingerprint(), wanted(definition)));
            }
        }
        return read;
    }

    /// One definition that nobody can read must not keep others from being compared; its machine differs.
    private static Wanted wanted(Definition definition) {
        try {
            return Wanted.of(
                    Json.read(definition.text(), VmSpec.class).definition(definition.vm(), new Revision(0, 0)));
        } catch (JacksonException | IllegalArgumentException unreadable) {
            LOG.atError()
                    .setCause(unreadable)
                    .addKeyValue("vm", definition.vm())
                    .log("a definition can't be read");
            return Wanted.UNREADABLE;
        }
    }

    private boolean isKnown(Outline outline) {
        var kept = kept(outline);
        return kept != null && kept.fingerprint().equals(outline.fingerprint());
    }

    private @Nullable Known kept(Outline outline) {
        return known.getOrDefault(outline.vm().host().id(), Map.of())
                .get(outline.vm().id());
    }
}

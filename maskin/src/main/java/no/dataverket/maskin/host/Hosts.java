package no.dataverket.maskin.host;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.DriftAction;
import no.dataverket.contract.api.FenceMeans;
import no.dataverket.contract.api.FenceProof;
import no.dataverket.contract.command.HostVerdict;
import no.dataverket.contract.command.MaskinMessages.DriftPolicy;
import no.dataverket.contract.command.MaskinMessages.FenceHost;
import no.dataverket.contract.command.MaskinMessages.HostPlace;
import no.dataverket.core.db.Database;
import no.dataverket.core.db.DatabaseFailure;
import no.dataverket.core.db.Row;
import no.dataverket.core.db.Transaction;
import no.dataverket.maskin.runtime.HostFacts;
import org.jspecify.annotations.Nullable;

/// The registered hosts.
public final class Hosts {

    private static final String SELECT = """
            SELECT h.*, (SELECT count(*) FROM maskin.vm v WHERE v.host = h.id) AS vms,
                   f.means, f.evidence, f.stands_for, f.recorded_at
            FROM maskin.host h LEFT JOIN maskin.fence_proof f ON f.id = h.fence
            """;

    private final Database database;

    public Hosts(Database database) {
        this.database = database;
    }

    public Optional<Host> find(Id id) {
        return database.call(transaction -> find(transaction, id));
    }

    /// @throws Failure `RESOURCE_NOT_FOUND` if there is no such host
    public Host get(Id id) {
        return find(id).orElseThrow(() -> unknown(id));
    }

    public List<Id> ids() {
        return database.call(transaction -> transaction.query(
                "SELECT id FROM maskin.host ORDER BY name", row -> new Id(IdKind.HYPERVISOR, row.uuid("id"))));
    }

    public Optional<Host> find(Transaction transaction, Id id) {
        return transaction.first(SELECT + " WHERE h.id = ?", Hosts::read, id);
    }

    /// Those of these hosts that are in service.
    public List<Host> find(Transaction transaction, List<Id> ids) {
        return transaction.query(SELECT + " WHERE h.id = ANY(?)", Hosts::read, ids);
    }

    /// Keeps a registration; the same one again changes nothing, a newer one replaces what it says.
    Host register(
            Transaction transaction,
            HostAddress address,
            long generation,
            HostClass its,
            Capacity capacity,
            HostFacts facts,
            @Nullable String storage) {
        refuseUnfit(transaction, address, generation, capacity);
        transaction.update(
                """
                INSERT INTO maskin.host
                    (id, name, datacenter, driver, endpoint, generation, reachable, vcpus, memory_mib, machine_type,
                     host_class, storage)
                VALUES (?, ?, ?, ?, ?, ?, true, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE
                SET name = excluded.name, datacenter = excluded.datacenter, driver = excluded.driver,
                    endpoint = excluded.endpoint, generation = excluded.generation, vcpus = excluded.vcpus,
                    memory_mib = excluded.memory_mib, machine_type = excluded.machine_type,
                    host_class = excluded.host_class, storage = excluded.storage
                """,
                address.id(),
                address.name(),
                address.datacenter(),
                address.driver(),
                address.endpoint(),
                generation,
                capacity.vcpus(),
                capacity.memoryMib(),
                facts.machineType(),
                its.name(),
                storage);
        return find(transaction, address.id()).orElseThrow();
    }

    /// Keeps where a host stands.
    Host stands(Transaction transaction, Id id, HostPlace place) {
        transaction.update(
                "UPDATE maskin.host SET rack = ?, power = ?, room = ?, jurisdiction = ? WHERE id = ?",
                place.rack(),
                place.powerFeed(),
                place.room(),
                place.jurisdiction(),
                id);
        return find(transaction, id).orElseThrow(() -> unknown(id));
    }

    /// Keeps what is done about machines that are not as they should be.
    Host mends(Transaction transaction, Id id, DriftPolicy drift) {
        transaction.update(
                "UPDATE maskin.host SET on_missing = ?, on_changed = ?, on_stopped = ?, on_running = ? WHERE id = ?",
                drift.missing().name(),
                drift.changed().name(),
                drift.stopped().name(),
                drift.running().name(),
                id);
        return find(transaction, id).orElseThrow(() -> unknown(id));
    }

    /// A class of hosts.
    ///
    /// @throws Failure `INVALID_REFERENCE` if there is none of that name
    HostClass hostClass(String name) {
        return database.call(transaction -> transaction.first(
                        "SELECT * FROM maskin.host_class WHERE name = ?",
                        row -> new HostClass(
                                row.text("name"),
                                row.integer("vcpus_per_processor"),
                                row.integer("memory_percent"),
                                row.integer("reserve_mib")),
                        name))
                .orElseThrow(() -> Failure.of(
                                ProblemCode.INVALID_REFERENCE, "There is no class of hypervisors " + name + ".")
                        .hint("There are " + String.join(", ", classes()) + "."));
    }

    private List<String> classes() {
        return database.call(transaction ->
                transaction.query("SELECT name FROM maskin.host_class ORDER BY name", row -> row.text("name")));
    }

    /// Checks a registration against an earlier one, which no other command changes meanwhile.
    private static void refuseUnfit(Transaction transaction, HostAddress address, long generation, Capacity capacity) {
        var held = transaction.first(SELECT + " WHERE h.id = ? FOR UPDATE OF h", Hosts::read, address.id());
        if (held.isPresent()) {
            refuseStale(generation, held.get().generation(), address.name());
            refuseShrinking(capacity, held.get());
        }
    }

    /// What a violated constraint means to whoever registers a host.
    static RuntimeException registrationRefused(DatabaseFailure failure, HostAddress address) {
        if (failure.violates("host_name")) {
            return Failure.of(
                    ProblemCode.NAME_TAKEN,
                    "There is another hypervisor " + address.name() + " in " + address.datacenter() + ".");
        }
        if (failure.violates("host_endpoint")) {
            return Failure.of(
                            ProblemCode.NAME_TAKEN,
                            "Another hypervisor is registered for " + address.endpoint() + " already.")
                    .hint("One endpoint stands for one host: its memory would be promised twice.");
        }
        return failure;
    }

    /// @throws Failure `RESOURCE_IN_USE` if machines are placed on the host
    void remove(Transaction transaction, Id id, long generation) {
        var held = transaction.first(
                "SELECT name, generation FROM maskin.host WHERE id = ? FOR UPDATE",
                row -> {
                    refuseStale(generation, row.number("generation"), row.text("name"));
                    return row.text("name");
                },
                id);
        if (held.isEmpty()) {
            return;
        }
        var machines = transaction.query(
                "SELECT id FROM maskin.vm WHERE host = ? ORDER BY id LIMIT 100",
                row -> new Id(IdKind.VM, row.uuid("id")).toString(),
                id);
        if (!machines.isEmpty()) {
            throw Failure.of(
                            ProblemCode.RESOURCE_IN_USE,
                            "Hypervisor " + held.get() + " holds " + machines.size() + " machines.")
                    .hint("Make it unschedulable, then delete its machines.")
                    .dependents(machines);
        }
        transaction.update("DELETE FROM maskin.host WHERE id = ?", id);
    }

    /// @throws Failure `RESOURCE_NOT_FOUND` if there is no such host
    Host setSchedulable(Transaction transaction, Id id, long generation, boolean schedulable) {
        var host = find(transaction, id).orElseThrow(() -> unknown(id));
        int changed = transaction.update(
                "UPDATE maskin.host SET schedulable = ?, generation = ? WHERE id = ? AND generation <= ?",
                schedulable,
                generation,
                id,
                generation);
        if (changed == 0) {
            refuseStale(generation, host.generation(), host.name());
        }
        return find(transaction, id).orElseThrow(() -> unknown(id));
    }

    /// Keeps what was seen of a host; empty if it was taken out of service meanwhile.
    public Optional<Host> observe(Transaction transaction, Id id, Sight sight) {
        transaction.update(
                """
                UPDATE maskin.host
                SET reachable = ?, lost = ?, message = ?, foreign_domains = ?, strangers = ?::text[],
                    reachable_changed_at = CASE WHEN reachable = ? THEN reachable_changed_at ELSE now() END
                WHERE id = ? AND (reachable, lost, message, foreign_domains, strangers)
                    IS DISTINCT FROM (?, ?, ?::text, ?, ?::text[])
                """,
                sight.reachable(),
                sight.lost(),
                sight.message(),
                sight.foreignDomains(),
                sight.strangers(),
                sight.reachable(),
                id,
                sight.reachable(),
                sight.lost(),
                sight.message(),
                sight.foreignDomains(),
                sight.strangers());
        return find(transaction, id);
    }

    /// What was seen of a host.
    ///
    /// @param lost whether it has been away for too long to know what it runs
    /// @param message why it can't be reached, or what else people should know
    /// @param strangers names of domains of which nothing is known, as many as are told
    public record Sight(
            boolean reachable, boolean lost, @Nullable String message, int foreignDomains, List<String> strangers) {

        /// Whether this says nothing new.
        public boolean isOf(Host host) {
            return host.reachable() == reachable
                    && host.lost() == lost
                    && host.foreignDomains() == foreignDomains
                    && host.strangers().equals(strangers)
                    && Objects.equals(host.message(), message);
        }
    }

    /// A host that nobody else judges or places on until the transaction ends.
    ///
    /// @throws Failure `RESOURCE_NOT_FOUND` if there is no such host
    public Host lock(Transaction transaction, Id id) {
        return lockIfThere(transaction, id).orElseThrow(() -> unknown(id));
    }

    /// Like [#lock]; empty if it was taken out of service.
    Optional<Host> lockIfThere(Transaction transaction, Id id) {
        return transaction.first(SELECT + " WHERE h.id = ? FOR UPDATE OF h", Hosts::read, id);
    }

    /// Records the proof that a lost host runs nothing, and keeps machines away from it.
    Host fence(Transaction transaction, Host host, FenceHost command, Id task) {
        var proof = UUID.randomUUID();
        transaction.update(
                """
                INSERT INTO maskin.fence_proof (id, host, host_name, means, evidence, stands_for, task)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                proof,
                host.address().id(),
                host.name(),
                command.means().name(),
                command.evidence(),
                command.by(),
                task);
        Verdicts.end(transaction, host.address().id());
        transaction.update(
                "UPDATE maskin.host SET fence = ?, quarantined = true, quarantine = ? WHERE id = ?",
                proof,
                "It was lost and is fenced.",
                host.address().id());
        return find(transaction, host.address().id()).orElseThrow(() -> unknown(command.hypervisor()));
    }

    /// Keeps new machines away, or no longer.
    Host maintain(Transaction transaction, Id id, boolean maintenance) {
        transaction.update("UPDATE maskin.host SET maintenance = ? WHERE id = ?", maintenance, id);
        return find(transaction, id).orElseThrow(() -> unknown(id));
    }

    /// Lets machines come again, whatever kept them away.
    Host release(Transaction transaction, Id id) {
        Verdicts.end(transaction, id);
        transaction.update(
                "UPDATE maskin.host SET fence = NULL, quarantined = false, quarantine = NULL, maintenance = false"
                        + " WHERE id = ?",
                id);
        return find(transaction, id).orElseThrow(() -> unknown(id));
    }

    private static Failure unknown(Id id) {
        return Failure.of(ProblemCode.RESOURCE_NOT_FOUND, "There is no hypervisor " + id + " here.");
    }

    private static void refuseStale(long offered, long held, String name) {
        if (offered < held) {
            throw Failure.of(
                    ProblemCode.STALE_WRITER,
                    "Hypervisor " + name + " is at generation " + held + "; this command is of generation " + offered
                            + ".");
        }
    }

    private static void refuseShrinking(Capacity capacity, Host held) {
        if (capacity.vcpus() < held.vcpusReserved() || capacity.memoryMib() < held.memoryMibReserved()) {
            throw Failure.of(
                            ProblemCode.RESOURCE_IN_USE,
                            "Machines on " + held.name() + " hold " + held.vcpusReserved() + " vcpus and "
                                    + held.memoryMibReserved() + " MiB; it can't promise only " + capacity.vcpus()
                                    + " vcpus and " + capacity.memoryMib() + " MiB.")
                    .hint("Delete machines there first, or promise at least what they hold.");
        }
    }

    private static @Nullable FenceProof fence(Row row) {
        var means = row.textOrNull("means");
        return means == null
                ? null
                : new FenceProof(
                        FenceMeans.valueOf(means),
                        row.text("evidence"),
                        row.text("stands_for"),
                        row.instant("recorded_at"));
    }

    private static @Nullable HostVerdict verdict(Row row) {
        var verdict = row.textOrNull("verdict");
        return verdict == null
                ? null
                : new HostVerdict(
                        row.number("verdict_number"),
                        HostVerdict.Verdict.valueOf(verdict),
                        row.text("verdict_reason"),
                        row.instant("verdict_at"),
                        row.instantOrNull("verdict_until"));
    }

    private static Host read(Row row) {
        var address = new HostAddress(
                new Id(IdKind.HYPERVISOR, row.uuid("id")),
                row.text("name"),
                row.text("datacenter"),
                row.text("driver"),
                row.text("endpoint"));
        return new Host(
                address,
                row.number("generation"),
                row.flag("schedulable"),
                row.flag("reachable"),
                row.textOrNull("message"),
                row.instant("reachable_changed_at"),
                row.integer("vcpus"),
                row.integer("memory_mib"),
                row.integer("vcpus_reserved"),
                row.integer("memory_mib_reserved"),
                row.text("machine_type"),
                row.integer("foreign_domains"),
                row.integer("vms"),
                row.flag("lost"),
                row.textOrNull("storage"),
                row.textOrNull("quarantine"),
                fence(row),
                row.flag("maintenance"),
                new DriftPolicy(
                        DriftAction.valueOf(row.text("on_missing")),
                        DriftAction.valueOf(row.text("on_changed")),
                        DriftAction.valueOf(row.text("on_stopped")),
                        DriftAction.valueOf(row.text("on_running"))),
                row.texts("strangers"),
                verdict(row));
    }
}

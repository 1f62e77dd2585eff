package no.dataverket.sentral.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.api.Phase;
import no.dataverket.core.db.Database;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.json.JsonText;
import no.dataverket.core.testing.RealServers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What is known of machines and hypervisors, and at what cost it is kept and found.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ResourcesIntegrationTest {

    private static final int HYPERVISORS = 50;
    private static final int MACHINES = 5_000;
    private static final int FEW = 20;

    private final Database database = Database.connect(
                    RealServers.postgres().role("inventory", List.of("inventory"), 4))
            .migrate("inventory", "no/dataverket/sentral/inventory");
    private final Resources resources = new Resources();
    private final List<Id> hypervisors =
            Stream.generate(() -> Id.next(IdKind.HYPERVISOR)).limit(HYPERVISORS).toList();

    private record Spec(boolean running) {}

    private record Status(
            @Nullable String hypervisor, @Nullable Instant observedAt) {}

    @BeforeAll
    void fill() {
        database.run(transaction -> transaction.update("TRUNCATE inventory.resource CASCADE"));
        for (int hypervisor = 0; hypervisor < HYPERVISORS; hypervisor++) {
            int number = hypervisor;
            database.run(transaction -> fill(transaction, number));
        }
        // What autovacuum does within a minute of such a change.
        database.run(transaction -> transaction.update("ANALYZE inventory.resource"));
    }

    @AfterAll
    void stop() {
        database.close();
    }

    @Test
    void theMachinesOnAHypervisorAreFoundByAnIndex() {
        var hypervisor = hypervisors.get(7);
        var names = machinesOn(hypervisor).stream().map(Resource::name).toList();
        var expected = IntStream.range(0, MACHINES)
                .filter(i -> isPlaced(i) && i % HYPERVISORS == 7)
                .mapToObj(i -> "vm-" + i)
                .toList();
        assertThat(names).containsExactlyInAnyOrderElementsOf(expected).isNotEmpty();

        List<String> lines = database.call(transaction -> transaction.search(
                "EXPLAIN (COSTS off) " + Resources.SELECT + Resources.ON_HYPERVISOR,
                row -> row.text("QUERY PLAN"),
                hypervisor.toString()));
        assertThat(String.join("\n", lines)).contains("resource_hypervisor").doesNotContain("Seq Scan");
    }

    @Test
    void aMachineIsFoundWhereItIsKnownToBeLast() {
        var from = hypervisors.get(1);
        var to = hypervisors.get(2);
        var vm = machinesOn(from).getFirst();
        database.run(transaction ->
                resources.observe(transaction, vm.id(), Phase.RUNNING, new Status(to.toString(), Instant.EPOCH)));
        assertThat(machinesOn(from)).extracting(Resource::id).doesNotContain(vm.id());
        assertThat(machinesOn(to)).extracting(Resource::id).contains(vm.id());
    }

    @Test
    void whatIsSeenAgainIsKeptWithoutCountingAsAChange() {
        var vm = machinesOn(hypervisors.get(3)).getFirst();
        var before = database.call(transaction -> updatedAt(transaction, vm.id()));
        var seen = new Status(hypervisors.get(3).toString(), Instant.parse("2026-11-22T09:00:00Z"));
        database.run(transaction -> resources.confirm(transaction, vm.id(), seen));
        var after = database.call(
                transaction -> resources.find(transaction, vm.id()).orElseThrow());
        assertThat(after.status(Status.class)).isEqualTo(seen);
        assertThat(after.phase()).isEqualTo(vm.phase());
        assertThat(after.generation()).isEqualTo(vm.generation());
        Instant changed = database.call(transaction -> updatedAt(transaction, vm.id()));
        assertThat(changed).isEqualTo(before);
    }

    /// Where a row's page has room for another version of it: of some that are new, it has for most.
    @Test
    void whatIsSeenAgainWritesNoIndexAndWhatChangedDoes() {
        var status = new Status(hypervisors.getFirst().toString(), Instant.EPOCH);
        var some = new ArrayList<Id>();
        for (int i = 0; i < FEW; i++) {
            some.add(Id.next(IdKind.VM));
            database.run(transaction -> insert(transaction, some.getLast(), "new-" + some.getLast(), status));
        }
        assertThat(withoutIndex(transaction ->
                        some.forEach(vm -> resources.confirm(transaction, vm, new Status(status.hypervisor(), null)))))
                .isPositive();
        assertThat(withoutIndex(
                        transaction -> some.forEach(vm -> resources.observe(transaction, vm, Phase.STOPPED, status))))
                .isZero();
    }

    /// How many rows were changed without a change of an index.
    private long withoutIndex(Consumer<Transaction> changes) {
        return database.call(transaction -> {
            long before = changedInPlace(transaction);
            changes.accept(transaction);
            return changedInPlace(transaction) - before;
        });
    }

    private static long changedInPlace(Transaction transaction) {
        return transaction.one(
                "SELECT pg_stat_get_xact_tuples_hot_updated('inventory.resource'::regclass) AS n",
                row -> row.number("n"));
    }

    /// A hypervisor, and machines that are on it but for each tenth, which is nowhere yet.
    private void fill(Transaction transaction, int number) {
        var hypervisor = hypervisors.get(number);
        insert(transaction, hypervisor, "hv-" + number, new Status(hypervisor.toString(), null));
        for (int i = number; i < MACHINES; i += HYPERVISORS) {
            insert(
                    transaction,
                    Id.next(IdKind.VM),
                    "vm-" + i,
                    new Status(isPlaced(i) ? hypervisor.toString() : null, null));
        }
    }

    private static boolean isPlaced(int machine) {
        return machine / HYPERVISORS % 10 != 0;
    }

    private List<Resource> machinesOn(Id hypervisor) {
        return database.call(transaction -> resources.machinesOn(transaction, hypervisor));
    }

    private static Instant updatedAt(Transaction transaction, Id id) {
        return transaction.one(
                "SELECT updated_at FROM inventory.resource WHERE id = ?", row -> row.instant("updated_at"), id);
    }

    private void insert(Transaction transaction, Id id, String name, Status status) {
        resources.insert(
                transaction,
                new Resource(
                        id,
                        null,
                        null,
                        null,
                        "lab1",
                        name,
                        1,
                        Phase.RUNNING,
                        JsonText.of(new Spec(true)),
                        JsonText.of(status),
                        null,
                        Instant.EPOCH));
    }
}

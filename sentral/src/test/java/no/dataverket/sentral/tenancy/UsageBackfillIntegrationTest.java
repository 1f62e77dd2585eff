package no.dataverket.sentral.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.core.db.Database;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.local.LocalPostgres;
import no.dataverket.core.testing.RealServers;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// An installation from before usage was written down: what it has counts from its upgrade on.
@Tag("integration")
final class UsageBackfillIntegrationTest {

    private static final Instant FIRST = Instant.EPOCH;

    private final Id tenant = Id.next(IdKind.TENANT);
    private final Id project = Id.next(IdKind.PROJECT);
    private final Id environment = Id.next(IdKind.ENVIRONMENT);
    private final Id network = Id.next(IdKind.NETWORK);
    private final Id vm = Id.next(IdKind.VM);

    @Test
    void whatIsThereIsUsedFromTheUpgradeOn() {
        try (var postgres = LocalPostgres.start(
                RealServers.binaries(), RealServers.directory("backfill"), 0, List.of("fsync=off"))) {
            var settings = postgres.role("sentral", List.of("tenancy", "inventory"), 4);
            try (var database = Database.connect(settings)) {
                upgrade(settings, "tenancy", "0100");
                upgrade(settings, "inventory", "0100");
                database.run(this::live);

                var before = Instant.now();
                database.migrate("tenancy", "no/dataverket/sentral/tenancy")
                        .migrate("inventory", "no/dataverket/sentral/inventory");

                database.run(transaction -> {
                    assertThat(new UsageChecker().check(transaction).differences())
                            .isEmpty();
                    assertThat(intervals(transaction))
                            .as("the tenant's charges, and none of those of other owners")
                            .containsExactlyInAnyOrder(vm + " vms 1 lab1 open", vm + " vcpus 4 lab1 open");
                    assertThat(transaction.query("SELECT began FROM tenancy.usage", row -> row.instant("began")))
                            .allSatisfy(began -> assertThat(began).isAfterOrEqualTo(before));
                    assertThat(transaction.query(
                                    "SELECT DISTINCT datacenter FROM tenancy.charge", row -> row.text("datacenter")))
                            .containsExactly("lab1");
                });
                // It goes on as if it had always been so: the machine goes, and what it used ends.
                database.run(transaction -> new Budgets().release(transaction, vm));
                database.run(transaction -> {
                    assertThat(intervals(transaction))
                            .containsExactlyInAnyOrder(vm + " vms 1 lab1 ended", vm + " vcpus 4 lab1 ended");
                    assertThat(new UsageChecker().check(transaction).differences())
                            .isEmpty();
                    assertThat(new Budgets().of(transaction, tenant))
                            .allSatisfy(budget -> assertThat(budget.used()).isZero());
                });
                var question = new Usage.Question(
                        tenant, null, null, "lab1", null, FIRST, Instant.now().plusSeconds(1));
                var totals = database.call(
                        transaction -> new Usage().totals(transaction, TenancyBench.EVERYTHING, question, null, 10));
                assertThat(totals)
                        .hasSize(2)
                        .allSatisfy(total -> assertThat(total.address()).isEqualTo("acme/shop/prod"));
            }
        }
    }

    private static void upgrade(Database.Settings settings, String schema, String version) {
        Flyway.configure()
                .dataSource(settings.url(), settings.user(), settings.password())
                .schemas(schema)
                .createSchemas(false)
                .locations("classpath:no/dataverket/sentral/" + schema)
                .placeholders(Map.of("schema", schema))
                .target(version)
                .load()
                .migrate();
    }

    /// A machine of four processors on a network, as the first version kept them.
    private void live(Transaction transaction) {
        scope(transaction, tenant, "TENANT", null, null, "acme");
        scope(transaction, project, "PROJECT", tenant, project, "shop");
        scope(transaction, environment, "ENVIRONMENT", project, project, "prod");
        resource(transaction, network, "NETWORK", "net", "READY");
        resource(transaction, vm, "VM", "web-1", "RUNNING");
        for (var owner : List.of(tenant, project, environment)) {
            charge(transaction, owner, "vms", 1);
            charge(transaction, owner, "vcpus", 4);
        }
        charge(transaction, network, "addresses", 1);
    }

    private void scope(
            Transaction transaction, Id id, String kind, @Nullable Id parent, @Nullable Id inProject, String name) {
        transaction.update("""
                INSERT INTO tenancy.scope (id, kind, parent, tenant, project, name, description, labels, deletion_protection)
                VALUES (?, ?, ?, ?, ?, ?, '', '{}', false)
                """, id, kind, parent, tenant, inProject, name);
    }

    private void resource(Transaction transaction, Id id, String kind, String name, String phase) {
        transaction.update("""
                INSERT INTO inventory.resource (id, kind, tenant, project, environment, datacenter, name, generation, phase,
                    spec, status)
                VALUES (?, ?, ?, ?, ?, 'lab1', ?, 1, ?, '{}', '{}')
                """, id, kind, tenant, project, environment, name, phase);
    }

    private void charge(Transaction transaction, Id owner, String dimension, long amount) {
        transaction.update(
                "INSERT INTO tenancy.budget (owner, dimension, used) VALUES (?, ?, ?)", owner, dimension, amount);
        transaction.update(
                "INSERT INTO tenancy.charge (resource, owner, dimension, amount) VALUES (?, ?, ?, ?)",
                vm,
                owner,
                dimension,
                amount);
    }

    private static List<String> intervals(Transaction transaction) {
        return transaction.query(
                "SELECT resource, dimension, amount, datacenter, ended IS NULL AS open FROM tenancy.usage",
                row -> new Id(IdKind.VM, row.uuid("resource")) + " " + row.text("dimension") + " "
                        + row.number("amount") + " " + row.text("datacenter")
                        + (row.flag("open") ? " open" : " ended"));
    }
}

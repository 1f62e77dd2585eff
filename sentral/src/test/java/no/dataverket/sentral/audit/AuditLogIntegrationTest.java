package no.dataverket.sentral.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.api.AuditChain;
import no.dataverket.contract.api.AuditChange;
import no.dataverket.contract.api.AuditEntry;
import no.dataverket.contract.api.AuditRecord;
import no.dataverket.contract.api.AuditVerdict.Flaw;
import no.dataverket.contract.api.AuditVerdict.Trouble;
import no.dataverket.core.db.Database;
import no.dataverket.core.db.DatabaseFailure;
import no.dataverket.core.testing.RealServers;
import no.dataverket.sentral.tenancy.Visibility;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Invariant 32, as far as the log itself goes: it is whole, also with many who write at once, and whoever
/// tampers with it is found out.
@Tag("integration")
final class AuditLogIntegrationTest {

    private static final String FOLDER = "no/dataverket/sentral/audit";
    private static final Visibility EVERYTHING = new Visibility(true, List.of(), List.of(), List.of());

    private final AuditLog log = new AuditLog();
    private Database database;

    @BeforeEach
    void open() {
        database = Database.connect(RealServers.postgres()
                        .role("audit_writer", List.of("audit"), 12)
                        .withPatience(RealServers.PATIENCE))
                .migrate("audit", FOLDER);
    }

    @AfterEach
    void drop() {
        execute("DROP SCHEMA audit CASCADE");
        database.close();
    }

    @Test
    void invariant32_manyWhoWriteAtOnceMakeChainsWithoutGaps() throws ExecutionException, InterruptedException {
        var committed = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = IntStream.range(0, 10)
                    .mapToObj(writer -> threads.submit(() -> {
                        for (int i = 0; i < 60; i++) {
                            boolean fails = (writer + i) % 7 == 0;
                            int entries = 1 + i % 3;
                            try {
                                database.run(transaction -> {
                                    for (int j = 0; j < entries; j++) {
                                        log.write(transaction, entry("by-" + writer));
                                    }
                                    if (fails) {
                                        throw new IllegalStateException("taken back");
                                    }
                                });
                                committed.addAndGet(entries);
                            } catch (IllegalStateException takenBack) {
                                assertThat(fails).isTrue();
                            }
                        }
                    }))
                    .toList();
            for (var writer : writers) {
                writer.get();
            }
        }
        var verdict = new AuditChains(database).verify();
        assertThat(verdict.flaws()).isEmpty();
        assertThat(verdict.intact()).isTrue();
        assertThat(verdict.records()).isEqualTo(committed.get());
        assertThat(verdict.chains().stream().filter(chain -> chain.length() > 0).count())
                .as("chains in use")
                .isGreaterThan(1);
    }

    @Test
    void invariant32_nobodyWaitsForATransactionThatHoldsAChain()
            throws ExecutionException, InterruptedException, TimeoutException {
        try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
            database.run(slow -> {
                log.write(slow, entry("slow"));
                try {
                    other.submit(() -> database.run(quick -> log.write(quick, entry("quick"))))
                            .get(30, TimeUnit.SECONDS);
                } catch (InterruptedException | ExecutionException | TimeoutException failure) {
                    throw new AssertionError("the second one waited for the first", failure);
                }
            });
        }
        assertThat(new AuditChains(database).verify().records()).isEqualTo(2);
    }

    @Test
    void invariant32_whereAllChainsAreTakenOneIsWaitedFor() {
        database.run(greedy -> {
            greedy.query("SELECT number FROM audit.chain FOR UPDATE", row -> row.integer("number"));
            assertThatThrownBy(() -> database.run(late -> {
                        late.update("SET LOCAL lock_timeout = '200ms'");
                        log.write(late, entry("late"));
                    }))
                    .isInstanceOf(DatabaseFailure.class)
                    .hasMessageContaining("lock timeout");
        });
        database.run(later -> log.write(later, entry("later")));
        assertThat(new AuditChains(database).verify().records()).isEqualTo(1);
    }

    @Test
    void invariant32_whatWasTamperedWithIsNamed() {
        for (int i = 1; i <= 20; i++) {
            var name = "entry-" + i;
            database.run(transaction -> log.write(transaction, entry(name)));
        }
        assertThat(new AuditChains(database).verify().intact()).isTrue();
        execute("GRANT UPDATE, DELETE ON audit.entry TO CURRENT_USER");
        execute("ALTER TABLE audit.entry DISABLE TRIGGER USER");

        execute("UPDATE audit.entry SET record = replace(record, 'entry-3', 'nobody') WHERE position = 3");
        execute("UPDATE audit.entry SET actor = 'nobody' WHERE position = 6");
        execute("DELETE FROM audit.entry WHERE position = 9");
        execute("UPDATE audit.entry SET position = 99 WHERE position = 12");
        execute("UPDATE audit.entry SET position = 12 WHERE position = 14");
        execute("UPDATE audit.entry SET position = 14 WHERE position = 99");
        execute("UPDATE audit.entry SET record = replace(record, 'task.cancel', 'vm.delete'), action = 'vm.delete',"
                + " hash = sha256(previous || convert_to(replace(record, 'task.cancel', 'vm.delete'), 'UTF8'))"
                + " WHERE position = 17");
        execute("DELETE FROM audit.entry WHERE position = 20");

        var verdict = new AuditChains(database).verify();
        assertThat(verdict.intact()).isFalse();
        assertThat(verdict.flaws())
                .extracting(Flaw::trouble, Flaw::chain, Flaw::position)
                .containsExactly(
                        tuple(Trouble.ALTERED, 1, 3L),
                        tuple(Trouble.ALTERED, 1, 6L),
                        tuple(Trouble.MISSING, 1, 9L),
                        tuple(Trouble.REORDERED, 1, 12L),
                        tuple(Trouble.REORDERED, 1, 13L),
                        tuple(Trouble.REORDERED, 1, 14L),
                        tuple(Trouble.REORDERED, 1, 15L),
                        tuple(Trouble.REORDERED, 1, 18L),
                        tuple(Trouble.MISSING, 1, 20L));
        assertThat(verdict.flaws().get(1).detail()).contains("actor is nobody").contains("entry-6");
        assertThat(verdict.flaws())
                .filteredOn(flaw -> flaw.trouble() != Trouble.MISSING)
                .allSatisfy(flaw -> assertThat(flaw.entry()).isNotNull());

        execute("DELETE FROM audit.entry WHERE position > 2");
        execute("ALTER TABLE audit.chain DISABLE TRIGGER USER");
        execute("UPDATE audit.chain SET head = sha256('') WHERE number = 2");
        execute("UPDATE audit.chain SET length = 2 WHERE number = 1");
        assertThat(new AuditChains(database).verify().flaws())
                .extracting(Flaw::trouble, Flaw::chain, Flaw::position)
                .containsExactly(tuple(Trouble.REORDERED, 1, 2L), tuple(Trouble.REORDERED, 2, 0L));
    }

    @Test
    void invariant32_theRoleThatWritesCanNeitherChangeNorRemove() {
        database.run(transaction -> log.write(transaction, entry("someone")));
        for (var tampering : List.of(
                "UPDATE audit.entry SET actor = 'nobody'",
                "DELETE FROM audit.entry",
                "TRUNCATE audit.entry",
                "DELETE FROM audit.chain",
                "UPDATE audit.chain SET length = 0",
                "UPDATE audit.chain SET length = length + 2",
                "INSERT INTO audit.chain VALUES (500, 0, '')")) {
            assertThatThrownBy(() -> execute(tampering))
                    .as(tampering)
                    .isInstanceOf(DatabaseFailure.class)
                    .hasMessageMatching("(?s).*(permission denied|only added to|grows by one).*");
        }
        execute("GRANT UPDATE, DELETE, TRUNCATE ON audit.entry TO CURRENT_USER");
        assertThatThrownBy(() -> execute("DELETE FROM audit.entry"))
                .as("with the privilege given back")
                .hasMessageContaining("only added to");
        assertThat(new AuditChains(database).verify().intact()).isTrue();
    }

    @Test
    void entriesAreFoundByWhoWhatWhenAndWhichRequest() {
        var start = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var first = entry("ann");
        database.run(transaction -> log.write(transaction, first));
        var between = entry("bob");
        database.run(transaction -> log.write(transaction, between));
        var last = entry("ann");
        database.run(transaction -> log.write(transaction, last));

        assertThat(list(filter(null, null, null, null, null))).containsExactlyInAnyOrder(last, between, first);
        assertThat(list(filter("ann", null, null, null, null))).containsExactlyInAnyOrder(last, first);
        assertThat(list(filter(null, between.requestId(), null, null, null))).containsExactlyInAnyOrder(between);
        assertThat(list(filter(null, null, between.approval(), null, null))).containsExactlyInAnyOrder(between);
        assertThat(list(filter(null, null, null, between.at(), null))).containsExactlyInAnyOrder(last, between);
        assertThat(list(filter(null, null, null, start, between.at()))).containsExactlyInAnyOrder(first);
    }

    @Test
    void entriesFromBeforeThereWereChainsBecomeTheBeginningOfTheFirst() {
        var fresh = RealServers.freshSchema("old_audit");
        var settings = RealServers.postgres().role(fresh.schema(), List.of(fresh.schema()), 2);
        Flyway.configure()
                .dataSource(settings.url(), settings.user(), settings.password())
                .schemas(fresh.schema())
                .locations("classpath:" + FOLDER)
                .placeholders(java.util.Map.of("schema", fresh.schema()))
                .target("0100")
                .load()
                .migrate();
        var old = IntStream.range(0, 3).mapToObj(i -> entry("old-" + i)).toList();
        for (var entry : old) {
            fresh.database()
                    .run(transaction -> transaction.update(
                            "INSERT INTO " + fresh.schema()
                                    + ".entry (id, at, actor, action, target, target_name, tenant,"
                                    + " request_id, task, outcome) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                            entry.id(),
                            entry.at(),
                            entry.actor(),
                            entry.action(),
                            String.valueOf(entry.target()),
                            entry.targetName(),
                            entry.tenant(),
                            entry.requestId(),
                            entry.task(),
                            entry.outcome()));
        }

        fresh.database().migrate(fresh.schema(), FOLDER);

        var head = fresh.database()
                .call(transaction -> transaction.one(
                        "SELECT length, encode(head, 'hex') AS head FROM " + fresh.schema() + ".chain WHERE number = 1",
                        row -> new AuditChain(1, row.number("length"), row.text("head"))));
        var check = new ChainCheck(head);
        var records = fresh.database()
                .call(transaction -> transaction.query(
                        "SELECT position, encode(previous, 'hex') AS previous, encode(hash, 'hex') AS hash, record FROM "
                                + fresh.schema() + ".entry ORDER BY position",
                        row -> new AuditRecord(
                                1,
                                row.number("position"),
                                row.text("previous"),
                                row.text("hash"),
                                row.text("record"))));
        records.forEach(record -> assertThat(check.take(record, null)).isTrue());
        assertThat(check.end()).isEmpty();
        assertThat(records)
                .extracting(record -> no.dataverket.core.json.Json.read(record.record(), AuditEntry.class))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("actorId", "approval", "changes")
                .containsExactlyElementsOf(old);
    }

    private List<AuditEntry> list(AuditLog.Filter filter) {
        return database.call(transaction -> log.list(transaction, EVERYTHING, filter, null, 100));
    }

    private static AuditLog.Filter filter(
            @org.jspecify.annotations.Nullable String actor,
            @org.jspecify.annotations.Nullable String request,
            @org.jspecify.annotations.Nullable Id approval,
            @org.jspecify.annotations.Nullable Instant since,
            @org.jspecify.annotations.Nullable Instant until) {
        return new AuditLog.Filter(null, null, null, actor, null, request, approval, since, until);
    }

    private void execute(String sql) {
        database.run(transaction -> transaction.update(sql));
    }

    private static AuditEntry entry(String actor) {
        return new AuditEntry(
                Id.next(IdKind.AUDIT_ENTRY),
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                actor,
                "task.cancel",
                Id.next(IdKind.VM),
                "wéb \"1\"",
                Id.next(IdKind.TENANT),
                null,
                null,
                Id.next(IdKind.REQUEST).toString(),
                Id.next(IdKind.TASK),
                "SUCCEEDED",
                Id.next(IdKind.PRINCIPAL),
                Id.next(IdKind.APPROVAL),
                List.of(new AuditChange("/vcpus", "1", "2")));
    }
}

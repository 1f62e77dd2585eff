package no.dataverket.sentral.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.api.Phase;
import no.dataverket.core.db.Database;
import no.dataverket.core.testing.RealServers;
import no.dataverket.sentral.tenancy.Visibility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every list with every filter finds what it should, and finds it by an index. Machine number n is of tenant
/// n % 10, project n % 40 and environment n % 80; every 200th failed, every third is labelled `env=prod`, every
/// 1,000th `gpu=a100`, and those from 19,900 on changed lately.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ResourceListIntegrationTest {

    private static final int ROWS = 20_000;
    private static final int PAGE = 50;
    private static final Instant LATELY = Instant.parse("2026-06-01T00:00:00Z");
    private static final Visibility OPERATOR = new Visibility(true, List.of(), List.of(), List.of());
    private static final ResourceFilter NO_FILTER = ResourceFilter.in(null, null, null, null);

    private final Database database = Database.connect(
                    RealServers.postgres().role("inventory", List.of("inventory"), 4))
            .migrate("inventory", "no/dataverket/sentral/inventory");

    /// @param expected whether a machine of this number is on the list
    private record Case(String name, Visibility visible, ResourceFilter filter, IntPredicate expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> lists() {
        var admin = new Visibility(false, List.of(tenant(3)), List.of(), List.of());
        var member = new Visibility(false, List.of(), List.of(project(7), project(28)), List.of(tenant(7), tenant(8)));
        var both = new Visibility(false, List.of(tenant(3)), List.of(project(3), project(7)), List.of(tenant(7)));
        return Stream.of(
                new Case("all", OPERATOR, NO_FILTER, n -> true),
                new Case("tenant", OPERATOR, ResourceFilter.in(tenant(3), null, null, null), n -> n % 10 == 3),
                new Case("project", OPERATOR, ResourceFilter.in(tenant(3), project(13), null, null), n -> n % 40 == 13),
                new Case(
                        "environment",
                        OPERATOR,
                        ResourceFilter.in(tenant(3), project(13), environment(53), null),
                        n -> n % 80 == 53),
                new Case("datacenter", OPERATOR, ResourceFilter.in(null, null, null, "dc-2"), n -> n % 50 == 0),
                new Case("seen by an administrator", admin, NO_FILTER, n -> n % 10 == 3),
                new Case("seen by a member of two projects", member, NO_FILTER, n -> n % 40 == 7 || n % 40 == 28),
                new Case("seen twice over", both, NO_FILTER, n -> n % 10 == 3 || n % 40 == 7),
                new Case(
                        "tenant of a member", member, ResourceFilter.in(tenant(7), null, null, null), n -> n % 40 == 7),
                new Case(
                        "project of somebody else",
                        member,
                        ResourceFilter.in(tenant(3), project(13), null, null),
                        n -> false),
                new Case("rare phase", OPERATOR, narrowed(Phase.FAILED, null, "", null), n -> n % 200 == 0),
                new Case("usual phase", OPERATOR, narrowed(Phase.RUNNING, null, "", null), n -> n % 200 != 0),
                new Case(
                        "long prefix", OPERATOR, narrowed(null, "vm-1999", "", null), n -> n == 1999 || n / 10 == 1999),
                new Case("short prefix", OPERATOR, narrowed(null, "vm-", "", null), n -> true),
                new Case("prefix with a wildcard", OPERATOR, narrowed(null, "vm_", "", null), n -> false),
                new Case("usual label", OPERATOR, narrowed(null, null, "env=prod", null), n -> n % 3 == 0),
                new Case("rare label", OPERATOR, narrowed(null, null, "gpu=a100", null), n -> n % 1000 == 0),
                new Case("two labels", OPERATOR, narrowed(null, null, "env=prod,gpu=a100", null), n -> n % 3000 == 0),
                new Case(
                        "labels without",
                        OPERATOR,
                        narrowed(null, null, "gpu,env!=prod", null),
                        n -> n % 1000 == 0 && n % 3 != 0),
                new Case("label absent", OPERATOR, narrowed(null, null, "!env", null), n -> n % 3 != 0),
                new Case("changed lately", OPERATOR, narrowed(null, null, "", LATELY), n -> n >= 19_900),
                new Case("a member's rare label", member, narrowed(null, null, "serial=47", null), n -> n == 47),
                new Case(
                        "an administrator's usual label",
                        admin,
                        narrowed(null, null, "env=prod", null),
                        n -> n % 10 == 3 && n % 3 == 0));
    }

    @BeforeAll
    void fill() {
        database.run(transaction -> transaction.update("TRUNCATE inventory.resource CASCADE"));
        database.run(transaction -> transaction.update("""
                INSERT INTO inventory.resource (id, kind, tenant, project, environment, datacenter, name, phase, spec,
                                                status, updated_at)
                SELECT uuid('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0')), 'VM',
                       uuid('00000000-0000-7000-8001-' || lpad(to_hex(n % 10), 12, '0')),
                       uuid('00000000-0000-7000-8002-' || lpad(to_hex(n % 40), 12, '0')),
                       uuid('00000000-0000-7000-8003-' || lpad(to_hex(n % 80), 12, '0')),
                       CASE WHEN n % 50 = 0 THEN 'dc-2' ELSE 'dc-1' END, 'vm-' || n,
                       CASE WHEN n % 200 = 0 THEN 'FAILED' ELSE 'RUNNING' END,
                       jsonb_build_object('labels',
                           CASE WHEN n % 3 = 0 THEN '{"env": "prod"}' ELSE '{}' END::jsonb
                               || CASE WHEN n % 1000 = 0 THEN '{"gpu": "a100"}' ELSE '{}' END::jsonb
                               || jsonb_build_object('serial', n::text)),
                       '{}', CASE WHEN n >= 19900 THEN ?::timestamptz ELSE '2026-01-01T00:00:00Z' END
                FROM generate_series(0, ?) AS n
                """, LATELY, ROWS - 1));
        // What autovacuum does within a minute of such a change.
        database.run(transaction -> transaction.update("ANALYZE inventory.resource"));
    }

    @AfterAll
    void stop() {
        database.close();
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aListHasWhatIsAskedForInOrderOfIdentifiers(Case list) {
        var expected = numbers(list).limit(PAGE).mapToObj(n -> "vm-" + n).toList();

        assertThat(names(list, null)).isEqualTo(expected);

        var following = numbers(list).filter(n -> n > 10_000).limit(PAGE);
        assertThat(names(list, id(0, 10_000)))
                .isEqualTo(following.mapToObj(n -> "vm-" + n).toList());
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aListIsFoundByAnIndexAndWithoutReadingTheTable(Case list) {
        var page = new ResourceList(IdKind.VM, list.filter(), null, PAGE).visible(Resources.SELECT, list.visible());
        List<String> lines = database.call(transaction -> transaction.search(
                "EXPLAIN (ANALYZE, TIMING off, COSTS off) " + page.sql(),
                row -> row.text("QUERY PLAN"),
                page.parameters().toArray()));
        var plan = String.join("\n", lines);

        assertThat(plan).contains("Index").doesNotContain("Seq Scan on resource");
        // What is read and thrown away again: a page among the rare finds its rows, it does not look for them.
        var removed = Pattern.compile("Rows Removed by Filter: (\\d+)")
                .matcher(plan)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .sum();
        assertThat(removed).as(plan).isLessThan(ROWS / 4);
    }

    private IntStream numbers(Case list) {
        return IntStream.range(0, ROWS).filter(list.expected());
    }

    private List<String> names(Case list, @Nullable UUID after) {
        return database
                .call(transaction ->
                        new Resources().list(transaction, IdKind.VM, list.visible(), list.filter(), after, PAGE))
                .stream()
                .map(Resource::name)
                .toList();
    }

    private static ResourceFilter narrowed(
            @Nullable Phase phase, @Nullable String prefix, String labels, @Nullable Instant since) {
        var selector = labels.isEmpty() ? LabelSelector.ANY : LabelSelector.parse(labels);
        return new ResourceFilter(null, null, null, null, phase, prefix, selector, since);
    }

    private static Id tenant(int number) {
        return new Id(IdKind.TENANT, id(1, number));
    }

    private static Id project(int number) {
        return new Id(IdKind.PROJECT, id(2, number));
    }

    private static Id environment(int number) {
        return new Id(IdKind.ENVIRONMENT, id(3, number));
    }

    private static UUID id(int what, int number) {
        return UUID.fromString("00000000-0000-7000-800%d-%012x".formatted(what, number));
    }
}

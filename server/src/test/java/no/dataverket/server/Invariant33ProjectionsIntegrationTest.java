package no.dataverket.server;

import static no.dataverket.core.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import no.dataverket.core.json.Json;
import no.dataverket.sentral.inventory.element.Element;
import no.dataverket.sentral.inventory.element.Key;
import no.dataverket.server.Api.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Invariant 33: what is derived can be derived again. At random moments of a random life every projection is wiped
/// and worked out anew from the records that it comes from; it must be the same to the last value, and the life goes on
/// over what was worked out.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class Invariant33ProjectionsIntegrationTest {

    private static final long SEED = Long.getLong("dataverket.projections.seed", System.nanoTime());
    private static final int CLIENTS = 3;
    private static final int CHANGES = 12;

    private final AtomicInteger rebuilt = new AtomicInteger();
    private RunningServer server;
    private Site site;
    private Api api;

    /// @param tables that may not change meanwhile: the projection's own and those of its records
    /// @param content what is to be the same
    /// @param wipe forgets it
    /// @param derive works it out from the records
    private record Projection(String name, String tables, String content, String wipe, String derive) {

        /// One statement, in one transaction; it fails where the two differ.
        String rebuilding() {
            return """
                    DO $rebuild$
                    DECLARE before text; after text;
                    BEGIN
                        LOCK TABLE %s IN SHARE ROW EXCLUSIVE MODE;
                        SELECT coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '') INTO before FROM (%s) AS t;
                        %s;
                        %s;
                        SELECT coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '') INTO after FROM (%s) AS t;
                        IF before <> after THEN
                            RAISE EXCEPTION E'%s differs.\\nIt was\\n%%\\nand is\\n%%', before, after;
                        END IF;
                    END $rebuild$
                    """.formatted(tables, content, wipe, derive, content, name);
        }
    }

    private static final List<Projection> PROJECTIONS = List.of(
            new Projection(
                    "the use of budgets, of charges",
                    "tenancy.charge, tenancy.budget",
                    "SELECT owner, dimension, datacenter, used FROM tenancy.budget",
                    "UPDATE tenancy.budget SET used = 0",
                    """
                    UPDATE tenancy.budget b SET used = c.used FROM (
                        SELECT owner, dimension, place, sum(amount) AS used
                        FROM tenancy.charge CROSS JOIN LATERAL (SELECT DISTINCT unnest(ARRAY['', datacenter]) AS place) p
                        GROUP BY owner, dimension, place) c
                    WHERE b.owner = c.owner AND b.dimension = c.dimension AND b.datacenter = c.place
                    """),
            new Projection(
                    "intervals of usage, of its events",
                    "tenancy.usage_event, tenancy.usage",
                    "SELECT * FROM tenancy.usage",
                    "DELETE FROM tenancy.usage",
                    """
                    INSERT INTO tenancy.usage (number, resource, kind, dimension, amount, datacenter, tenant, project,
                        environment, began, ended)
                    SELECT * FROM (
                        SELECT number, resource, kind, dimension, amount, datacenter, tenant, project, environment, at,
                               lead(at) OVER (PARTITION BY resource, dimension ORDER BY number)
                        FROM tenancy.usage_event) AS e
                    WHERE amount > 0
                    """),
            new Projection(
                    "what is reserved of hosts, of machines",
                    "maskin.vm, maskin.host",
                    "SELECT id, vcpus_reserved, memory_mib_reserved FROM maskin.host",
                    "UPDATE maskin.host SET vcpus_reserved = 0, memory_mib_reserved = 0",
                    """
                    UPDATE maskin.host h SET vcpus_reserved = v.vcpus, memory_mib_reserved = v.memory FROM (
                        SELECT host, sum(vcpus) AS vcpus, sum(memory_mib) AS memory FROM maskin.vm GROUP BY host) v
                    WHERE v.host = h.id
                    """),
            new Projection(
                    "which addresses are taken, of allocations",
                    "nett.allocation, nett.prefix, nett.chunk",
                    "SELECT prefix_id, base, taken, free FROM nett.chunk",
                    "UPDATE nett.chunk SET taken = repeat('0', 256)::bit(256), free = 256",
                    """
                    UPDATE nett.chunk c SET taken = n.taken::bit(256), free = length(replace(n.taken, '1', '')) FROM (
                        SELECT c.prefix_id, c.base, string_agg(
                            CASE WHEN a.id IS NULL AND c.base + o <<= p.prefix
                                      AND host(c.base + o) NOT IN (host(network(p.prefix)), host(broadcast(p.prefix)))
                                 THEN '0' ELSE '1' END, '' ORDER BY o) AS taken
                        FROM nett.chunk c JOIN nett.prefix p ON p.id = c.prefix_id CROSS JOIN generate_series(0, 255) AS o
                        LEFT JOIN nett.allocation a ON a.prefix_id = c.prefix_id AND a.address = c.base + o
                        GROUP BY c.prefix_id, c.base) n
                    WHERE n.prefix_id = c.prefix_id AND n.base = c.base
                    """),
            new Projection(
                    "how far audit chains reach, of entries",
                    "audit.entry, audit.chain",
                    "SELECT number, length, head FROM audit.chain WHERE length > 0",
                    "CREATE TEMPORARY TABLE tip ON COMMIT DROP AS SELECT * FROM audit.chain WHERE false",
                    """
                    INSERT INTO tip SELECT DISTINCT ON (chain) chain, position, hash FROM audit.entry
                        ORDER BY chain, position DESC;
                    IF EXISTS ((TABLE tip EXCEPT SELECT * FROM audit.chain)
                               UNION ALL (SELECT * FROM audit.chain WHERE length > 0 EXCEPT TABLE tip)) THEN
                        RAISE EXCEPTION 'a chain does not end with its last entry';
                    END IF
                    """));

    @BeforeAll
    void start() {
        System.out.println("projections seed " + SEED);
        server = RunningServer.start();
        site = Site.prepare(server, 2);
        api = server.api();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void invariant33_everyProjectionIsTheSameWhenItIsWorkedOutAnewAtAnyMoment() throws Exception {
        var clients = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CLIENTS; i++) {
                int client = i;
                clients.add(threads.submit(() -> live(client, new Random(SEED + client))));
            }
            var moments = new Random(SEED - 1);
            while (clients.stream().anyMatch(client -> !client.isDone())) {
                rebuild(PROJECTIONS.get(moments.nextInt(PROJECTIONS.size())));
                Thread.sleep(moments.nextInt(150));
            }
        }
        for (var client : clients) {
            try {
                client.get();
            } catch (ExecutionException failure) {
                throw new AssertionError("seed " + SEED, failure.getCause());
            }
        }
        PROJECTIONS.forEach(this::rebuild);
        assertThat(rebuilt.get()).isGreaterThan(2 * PROJECTIONS.size());
        site.deleteAllVms();
        assertThat(eventually(server.books()::contradictions, List::isEmpty)).isEmpty();
        PROJECTIONS.forEach(this::rebuild);
    }

    @Test
    void invariant33_theGraphIsThatOfTheDeclarations() {
        site.inventory();
        var derived = new TreeSet<String>();
        for (var row : server.books().strings("SELECT key || E'\\t' || declared FROM inventory.element")) {
            var fields = new HashMap<String, String>();
            Json.tree(row.split("\t", 2)[1])
                    .properties()
                    .forEach(
                            field -> fields.put(field.getKey(), field.getValue().asString()));
            Element.of(Key.parse(row.split("\t", 2)[0]).orElseThrow(), fields)
                    .edges()
                    .forEach(edge -> derived.add(edge.source() + " " + edge.type() + " " + edge.target()));
        }
        assertThat(derived).isNotEmpty();
        assertThat(server.books().strings("SELECT source || ' ' || type || ' ' || target FROM inventory.edge"))
                .containsExactlyInAnyOrderElementsOf(derived);
    }

    /// Makes, stops, starts, plugs and deletes machines, each after the other, as it comes.
    private void live(int client, Random random) {
        var own = new ArrayList<String>();
        for (int i = 0; i < CHANGES; i++) {
            int what = own.isEmpty() ? 0 : random.nextInt(5);
            var vm = own.isEmpty() ? "" : own.get(random.nextInt(own.size()));
            var name = "p-" + client + "-" + i;
            var reply = asked(() -> switch (what) {
                case 0 -> api.post("/v1/vms", Site.vm(name));
                case 1 -> api.post(vm + ":stop", Map.of("force", true));
                case 2 -> api.post(vm + ":start", null);
                case 3 -> api.post(vm + ":attach-network", Map.of("network", "net"));
                default -> api.delete(vm);
            });
            if (reply.status() == 202) {
                api.succeed(reply);
                if (what == 0) {
                    own.add("/v1/vms/" + reply.at("/resource/id"));
                } else if (what == 4) {
                    own.remove(vm);
                }
            }
        }
    }

    /// What a busy machine answers with 503 is asked again, as clients do.
    private static Reply asked(Supplier<Reply> request) {
        return eventually(request, reply -> reply.status() != 503);
    }

    /// Those who write meanwhile wait for it, or it for them; where both would, the database picks who repeats.
    private void rebuild(Projection projection) {
        eventually(
                () -> {
                    try {
                        server.books().execute(projection.rebuilding());
                        rebuilt.incrementAndGet();
                        return true;
                    } catch (AssertionError failure) {
                        if (String.valueOf(failure.getCause()).contains("deadlock detected")) {
                            return false;
                        }
                        throw new AssertionError("seed " + SEED, failure.getCause());
                    }
                },
                Boolean::booleanValue);
    }
}

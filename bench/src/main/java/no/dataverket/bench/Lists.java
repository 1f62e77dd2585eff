package no.dataverket.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import no.dataverket.bench.Latencies.Quantiles;
import no.dataverket.sdk.DataverketClient;
import no.dataverket.sdk.call.ListVmsCall;

/// Lists pages of machines with each filter, of tables of several sizes. Rows are copied in the database from one
/// that is there: what is measured is reading. Of the copies every fifth is of the tenant that is asked for, every
/// third is labelled `env=prod`, every twentieth `gpu=a100`, failed, or changed lately; every page is full.
final class Lists {

    private static final List<Integer> SIZES = List.of(1_000, 25_000);
    private static final int PAGE = 50;
    private static final int PAGES = 300;
    private static final String LATELY = "2030-01-01T00:00:00Z";

    private final MeasuredServer server;
    private final DataverketClient client;

    Lists(MeasuredServer server, DataverketClient client) {
        this.server = server;
        this.client = client;
    }

    /// @param filter by what the list was narrowed
    record Page(int rows, String filter, Quantiles latency) {}

    /// @param largeToSmall 99th percentile in the largest table divided by that in the smallest, where it is most
    /// @param medianLargeToSmall the same for the median, which other work on the machine disturbs less
    record Measured(List<Page> pages, double largeToSmall, double medianLargeToSmall) {}

    /// @param rows of the largest table
    Measured measure(int rows) {
        var sizes = Stream.concat(SIZES.stream().filter(size -> size < rows), Stream.of(rows))
                .toList();
        var latencies = new LinkedHashMap<Integer, Map<String, Quantiles>>();
        // Lets the server's JVM compile what is measured.
        read(sizes.getFirst());
        sizes.forEach(size -> latencies.put(size, read(size)));
        var pages = new ArrayList<Page>();
        latencies.forEach((size, each) -> each.forEach((filter, times) -> pages.add(new Page(size, filter, times))));
        var smallest = latencies.firstEntry().getValue();
        var largest = latencies.lastEntry().getValue();
        return new Measured(
                pages, worst(largest, smallest, Quantiles::p99Ms), worst(largest, smallest, Quantiles::p50Ms));
    }

    private static double worst(
            Map<String, Quantiles> large, Map<String, Quantiles> small, ToDoubleFunction<Quantiles> figure) {
        return small.keySet().stream()
                .mapToDouble(filter -> figure.applyAsDouble(Objects.requireNonNull(large.get(filter)))
                        / figure.applyAsDouble(Objects.requireNonNull(small.get(filter))))
                .max()
                .orElse(0);
    }

    /// Each filter in turn, many times over, so that what disturbs the machine disturbs all of them alike.
    private Map<String, Quantiles> read(int rows) {
        fill(rows);
        var lists = lists();
        var latencies = new LinkedHashMap<String, Latencies>();
        lists.keySet().forEach(filter -> latencies.put(filter, new Latencies()));
        for (int i = 0; i < Math.min(PAGES, rows); i++) {
            lists.forEach((filter, list) -> {
                long sent = System.nanoTime();
                int found = list.get().pageSize(PAGE).send().items().size();
                Objects.requireNonNull(latencies.get(filter)).since(sent);
                if (found < Math.min(PAGE, rows / 20)) {
                    throw new IllegalStateException(found + " of " + rows + " are found by " + filter);
                }
            });
        }
        var quantiles = new LinkedHashMap<String, Quantiles>();
        latencies.forEach((filter, times) -> quantiles.put(filter, times.quantiles()));
        return quantiles;
    }

    private Map<String, Supplier<ListVmsCall>> lists() {
        var lists = new LinkedHashMap<String, Supplier<ListVmsCall>>();
        lists.put("all", client::listVms);
        lists.put("tenant", this::ofTenant);
        lists.put("project", () -> ofTenant().project("load"));
        lists.put("environment", () -> ofTenant().project("load").environment("test"));
        lists.put("datacenter", () -> client.listVms().datacenter(Site.DATACENTER));
        lists.put("phase", () -> client.listVms().phase("FAILED"));
        lists.put("name", () -> client.listVms().namePrefix("copy-rare"));
        lists.put("usual label", () -> client.listVms().labelSelector("env=prod"));
        lists.put("rare label", () -> client.listVms().labelSelector("gpu=a100"));
        lists.put("label absent", () -> client.listVms().labelSelector("!env"));
        lists.put("changed lately", () -> client.listVms().updatedSince(LATELY));
        lists.put("tenant and label", () -> ofTenant().labelSelector("env=prod"));
        return lists;
    }

    private ListVmsCall ofTenant() {
        return client.listVms().tenant("bench");
    }

    private void fill(int rows) {
        try (var connection = server.database();
                var insert = connection.prepareStatement("""
                        INSERT INTO inventory.resource (id, kind, tenant, project, environment, datacenter, name, phase,
                                                        spec, status, updated_at)
                        SELECT gen_random_uuid(), kind, coalesce(other, tenant), coalesce(other, project),
                               coalesce(other, environment), datacenter,
                               CASE WHEN number % 20 = 1 THEN 'copy-rare-' ELSE 'copy-' END || number,
                               CASE WHEN number % 20 = 2 THEN 'FAILED' ELSE phase END,
                               jsonb_set(spec, '{labels}',
                                   CASE WHEN number % 3 = 0 THEN '{"env": "prod"}' ELSE '{}' END::jsonb
                                       || CASE WHEN number % 20 = 3 THEN '{"gpu": "a100"}' ELSE '{}' END::jsonb),
                               status, CASE WHEN number % 20 = 4 THEN ?::timestamptz ELSE updated_at END
                        FROM (SELECT * FROM inventory.resource WHERE kind = 'VM' AND name = 'warm-0') AS one,
                             generate_series(1 + (SELECT count(*) FROM inventory.resource WHERE name LIKE 'copy-%'), ?) AS number,
                             LATERAL (SELECT CASE WHEN number % 5 > 0 THEN md5('tenant-' || number % 5)::uuid END AS other)
                        """);
                var statement = connection.createStatement()) {
            insert.setString(1, LATELY);
            insert.setInt(2, rows);
            insert.executeUpdate();
            statement.execute("VACUUM ANALYZE inventory.resource");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}

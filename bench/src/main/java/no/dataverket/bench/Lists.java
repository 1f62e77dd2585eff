package no.dataverket.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import no.dataverket.bench.Latencies.Quantiles;
import no.dataverket.sdk.DataverketClient;
import no.dataverket.sdk.call.ListVmsCall;

/// Lists pages of machines with each filter, of a small table and of a large one. Rows are copied in the
/// database from one that is there: what is measured is reading.
final class Lists {

    private static final int SMALL = 1_000;
    private static final int PAGE = 50;
    private static final int PAGES = 200;

    private final MeasuredServer server;
    private final DataverketClient client;

    Lists(MeasuredServer server, DataverketClient client) {
        this.server = server;
        this.client = client;
    }

    /// @param filter by what the list was narrowed
    record Page(int rows, String filter, Quantiles latency) {}

    /// @param largeToSmall 99th percentile in the large table divided by that in the small one, where it is most
    record Measured(List<Page> pages, double largeToSmall) {}

    /// @param rows of the large table
    Measured measure(int rows) {
        int small = Math.min(SMALL, rows);
        var pages = new ArrayList<Page>();
        read(small);
        var before = read(small);
        var after = read(rows);
        before.forEach((filter, latency) -> pages.add(new Page(small, filter, latency)));
        after.forEach((filter, latency) -> pages.add(new Page(rows, filter, latency)));
        double worst = before.keySet().stream()
                .mapToDouble(filter -> ratio(after, before, filter))
                .max()
                .orElse(0);
        return new Measured(pages, worst);
    }

    private static double ratio(Map<String, Quantiles> large, Map<String, Quantiles> small, String filter) {
        return Objects.requireNonNull(large.get(filter)).p99Ms()
                / Objects.requireNonNull(small.get(filter)).p99Ms();
    }

    private Map<String, Quantiles> read(int rows) {
        fill(rows);
        var pages = new LinkedHashMap<String, Quantiles>();
        lists().forEach((filter, list) -> {
            var latencies = new Latencies();
            for (int i = 0; i < PAGES; i++) {
                long sent = System.nanoTime();
                int found = list.get();
                latencies.since(sent);
                if (found == 0) {
                    throw new IllegalStateException("Nothing is found by " + filter);
                }
            }
            pages.put(filter, latencies.quantiles());
        });
        return pages;
    }

    private Map<String, Supplier<Integer>> lists() {
        var lists = new LinkedHashMap<String, Supplier<Integer>>();
        lists.put("all", () -> size(client.listVms()));
        lists.put("tenant", () -> size(client.listVms().tenant("bench")));
        lists.put("project", () -> size(client.listVms().tenant("bench").project("load")));
        lists.put(
                "environment",
                () -> size(client.listVms().tenant("bench").project("load").environment("test")));
        lists.put("datacenter", () -> size(client.listVms().datacenter(Site.DATACENTER)));
        return lists;
    }

    private void fill(int rows) {
        try (var connection = server.database();
                var insert = connection.prepareStatement("""
                        INSERT INTO inventory.resource (id, kind, tenant, project, environment, datacenter, name, phase,
                                                        spec, status)
                        SELECT gen_random_uuid(), kind, tenant, project, environment, datacenter, 'copy-' || number, phase,
                               spec, status
                        FROM (SELECT * FROM inventory.resource WHERE kind = 'VM' AND name = 'warm-0') AS one,
                             generate_series(1 + (SELECT count(*) FROM inventory.resource WHERE kind = 'VM'), ?) AS number
                        """);
                var statement = connection.createStatement()) {
            insert.setInt(1, rows);
            insert.executeUpdate();
            statement.execute("VACUUM ANALYZE inventory.resource");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static int size(ListVmsCall request) {
        return request.pageSize(PAGE).send().items().size();
    }
}

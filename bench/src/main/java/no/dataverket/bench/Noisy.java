package no.dataverket.bench;

import java.time.Duration;
import no.dataverket.bench.Latencies.Quantiles;
import no.dataverket.sdk.DataverketClient;
import no.dataverket.sdk.model.TenantCreate;
import no.dataverket.sdk.model.TokenCreate;

/// How much longer a tenant waits for its answers while another one asks without a pause. The quiet one asks at regular
/// times, as a person's console does: first alone, then beside the flood.
final class Noisy {

    private static final Duration INTERVAL = Duration.ofMillis(20);
    private static final int PAGE = 50;

    private final MeasuredServer server;
    private final DataverketClient operator;
    private final Options options;

    Noisy(MeasuredServer server, DataverketClient operator, Options options) {
        this.server = server;
        this.operator = operator;
        this.options = options;
    }

    /// @param clients of the noisy tenant, each of which asks again once it is answered
    /// @param besideToAlone 99th percentile beside the flood divided by that alone
    record Measured(int clients, Quantiles alone, Quantiles beside, double besideToAlone, Flood.Measured flood) {}

    Measured measure() {
        operator.createTenant(TenantCreate.of("quiet")).send();
        var orders = new Flood.Orders(
                server.endpoint().resolve("/v1/vms?page_size=" + PAGE).toString(),
                token("noisy", "bench"),
                options.clients());
        try (var quiet = server.client(token("quiet", "quiet"))) {
            var alone = measured(quiet);
            try (var flood = Flood.begin(orders, server.log("flood"))) {
                var beside = measured(quiet);
                return new Measured(options.clients(), alone, beside, beside.p99Ms() / alone.p99Ms(), flood.end());
            }
        }
    }

    private String token(String name, String tenant) {
        return operator.createToken(TokenCreate.of(name, "TENANT_ADMIN").withTenant(tenant))
                .send()
                .secret();
    }

    /// The second of two passes: during the first the server's JVM compiles what there is to do.
    private Quantiles measured(DataverketClient client) {
        ask(client, options.requests());
        return ask(client, options.requests());
    }

    private static Quantiles ask(DataverketClient client, int requests) {
        var latencies = new Latencies();
        long began = System.nanoTime();
        for (int i = 0; i < requests; i++) {
            long due = began + i * INTERVAL.toNanos();
            Pause.of(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
            long sent = System.nanoTime();
            client.listVms().pageSize(PAGE).send();
            latencies.since(sent);
        }
        return latencies.quantiles();
    }
}

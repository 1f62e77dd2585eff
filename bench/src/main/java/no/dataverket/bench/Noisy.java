package no.dataverket.bench;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import no.dataverket.bench.Latencies.Quantiles;
import no.dataverket.sdk.ApiException;
import no.dataverket.sdk.DataverketClient;
import no.dataverket.sdk.model.TenantCreate;
import no.dataverket.sdk.model.TokenCreate;

/// How much longer a tenant waits for its answers while another one asks without a pause. The quiet one asks at regular
/// times, as a person's console does: first alone, then beside the flood.
final class Noisy {

    private static final Duration INTERVAL = Duration.ofMillis(20);
    private static final int PAGE = 50;
    private static final int TOO_MANY_REQUESTS = 429;

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
    /// @param floodPerSecond requests of the noisy tenant that were answered, a second
    /// @param refused those of them that were answered with 429
    record Measured(
            int clients, Quantiles alone, Quantiles beside, double besideToAlone, double floodPerSecond, int refused) {}

    Measured measure() {
        operator.createTenant(TenantCreate.of("quiet")).send();
        try (var quiet = server.client(token("quiet", "quiet"));
                var noisy = server.client(token("noisy", "bench"))) {
            // Lets the server's JVM compile what is measured.
            ask(quiet, options.requests());
            var alone = ask(quiet, options.requests());
            var over = new AtomicBoolean();
            var answered = new AtomicInteger();
            var refused = new AtomicInteger();
            long began = System.nanoTime();
            var flood = Thread.ofVirtual()
                    .start(() -> Crowd.each(options.clients(), unused -> flood(noisy, over, answered, refused)));
            Quantiles beside;
            double seconds;
            try {
                beside = ask(quiet, options.requests());
            } finally {
                over.set(true);
                seconds = (System.nanoTime() - began) / 1e9;
                join(flood);
            }
            return new Measured(
                    options.clients(),
                    alone,
                    beside,
                    beside.p99Ms() / alone.p99Ms(),
                    answered.get() / seconds,
                    refused.get());
        }
    }

    private String token(String name, String tenant) {
        return operator.createToken(TokenCreate.of(name, "TENANT_ADMIN").withTenant(tenant))
                .send()
                .secret();
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

    private static void flood(
            DataverketClient client, AtomicBoolean over, AtomicInteger answered, AtomicInteger refused) {
        while (!over.get()) {
            try {
                client.listVms().pageSize(PAGE).send();
            } catch (ApiException refusal) {
                if (refusal.status() != TOO_MANY_REQUESTS) {
                    throw refusal;
                }
                refused.incrementAndGet();
            }
            answered.incrementAndGet();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

package no.dataverket.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import no.dataverket.bench.Latencies.Quantiles;
import no.dataverket.sdk.DataverketClient;
import no.dataverket.sdk.TaskFailedException;

/// Creates machines and watches what becomes of them.
final class Load {

    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final MeasuredServer server;
    private final DataverketClient client;
    private final Site site;
    private final Options options;

    Load(MeasuredServer server, DataverketClient client, Site site, Options options) {
        this.server = server;
        this.client = client;
        this.site = site;
        this.options = options;
    }

    /// What came of as many machines as possible at once.
    ///
    /// @param accepted requests answered with 202, a second
    /// @param completed tasks succeeded, a second, from the first request to the last task's end
    /// @param failed tasks that ended otherwise
    record Burst(
            double accepted, double completed, int failed, double seconds, Quantiles acceptance, Counters counters) {}

    /// What came of machines at a low rate.
    ///
    /// @param acceptance from the request to its answer
    /// @param completion from the request to the end of its task, as a client sees it who waits for it
    record Calm(int perSecond, int failed, Quantiles acceptance, Quantiles completion) {}

    /// Lets the server's JVM compile what is measured afterwards.
    void warmUp() {
        Crowd.share(
                options.clients(),
                options.warmUp(),
                i -> client.createVm(site.machine("warm", i)).send());
        awaitTasks("warm-%");
    }

    /// Creates all machines as fast as the clients can.
    Burst burst() {
        var acceptance = new Latencies();
        var before = Counters.of(server);
        long began = System.nanoTime();
        Crowd.share(options.clients(), options.vms(), i -> {
            long sent = System.nanoTime();
            client.createVm(site.machine("burst", i)).send();
            acceptance.since(sent);
        });
        double accepting = (System.nanoTime() - began) / 1e9;
        int failed = awaitTasks("burst-%");
        double completing = (System.nanoTime() - began) / 1e9;
        var counted = Counters.of(server).minus(before);
        return new Burst(
                options.vms() / accepting,
                (options.vms() - failed) / completing,
                failed,
                completing,
                acceptance.quantiles(),
                counted);
    }

    /// Creates machines at regular times, each waited for by its own client.
    Calm calm() {
        var acceptance = new Latencies();
        var completion = new Latencies();
        var failed = new AtomicInteger();
        long began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < options.latencyVms(); i++) {
                int number = i;
                long due = began + Math.round(i * 1e9 / options.rate());
                Pause.of(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
                threads.execute(() -> {
                    long sent = System.nanoTime();
                    var task =
                            client.createVm(site.machine("calm", number)).send().task();
                    acceptance.since(sent);
                    try {
                        client.awaitSuccess(task.id(), LIMIT);
                        completion.since(sent);
                    } catch (TaskFailedException unsuccessful) {
                        failed.incrementAndGet();
                    }
                });
            }
        }
        return new Calm(options.rate(), failed.get(), acceptance.quantiles(), completion.quantiles());
    }

    private int awaitTasks(String names) {
        long end = System.nanoTime() + LIMIT.toNanos();
        try (var connection = server.database();
                var ask = connection.prepareStatement("""
                        SELECT count(*) FILTER (WHERE finished_at IS NULL) AS open,
                               count(*) FILTER (WHERE finished_at IS NOT NULL AND state <> 'SUCCEEDED') AS failed
                        FROM tasks.task WHERE kind = 'vm.create' AND target_name LIKE ?
                        """)) {
            ask.setString(1, names);
            while (true) {
                try (var result = ask.executeQuery()) {
                    result.next();
                    if (result.getInt("open") == 0) {
                        return result.getInt("failed");
                    }
                    if (System.nanoTime() > end) {
                        throw new IllegalStateException(result.getInt("open") + " tasks have not ended");
                    }
                }
                Pause.of(LOOK);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}

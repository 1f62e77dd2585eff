package no.dataverket.sentral.tasks;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import no.dataverket.core.db.Database;
import no.dataverket.core.db.DatabaseFailure;

/// What a scrape sees of the tasks: how many are in each state that is not final, for how long the oldest has
/// waited, and how much the bus has not taken yet.
final class TaskGauges {

    private TaskGauges() {}

    static void register(PrometheusRegistry registry, Database database, Lease lease) {
        ReportedDeadLetters.measure(registry, database);
        GaugeWithCallback.builder()
                .name("dataverket_lease_held")
                .help("1 in the process that runs the tasks, 0 in the others.")
                .callback(callback -> callback.call(lease.held() ? 1 : 0))
                .register(registry);
        CounterWithCallback.builder()
                .name("dataverket_lease_refusals_total")
                .help("Writes that were refused because this process had lost the lease.")
                .callback(callback -> callback.call(lease.refusals()))
                .register(registry);
        GaugeWithCallback.builder()
                .name("dataverket_tasks")
                .help("Tasks that have not ended, by state and by what they wait for.")
                .labelNames("state", "waiting_for")
                .callback(callback -> count(database, callback))
                .register(registry);
        GaugeWithCallback.builder()
                .name("dataverket_outbox_messages")
                .help("Commands that the bus has not taken yet.")
                .callback(callback -> callback.call(single(database, "SELECT count(*) AS n FROM tasks.outbox")))
                .register(registry);
        GaugeWithCallback.builder()
                .name("dataverket_tasks_stuck")
                .help("Tasks that make no progress, and should.")
                .callback(callback -> callback.call(
                        single(database, "SELECT count(*) AS n FROM tasks.task WHERE " + Stuck.CONDITION)))
                .register(registry);
        GaugeWithCallback.builder()
                .name("dataverket_tasks_oldest_seconds")
                .help("Age of the oldest task that has not ended.")
                .callback(callback -> callback.call(single(database, """
                        SELECT coalesce(extract(epoch FROM now() - min(created_at)), 0)::bigint AS n
                        FROM tasks.task WHERE wake_at IS NOT NULL
                        """)))
                .register(registry);
    }

    private static void count(Database database, GaugeWithCallback.Callback callback) {
        try {
            database.run(transaction -> transaction
                    .query("""
                            SELECT state, CASE blocker ->> 'kind' WHEN 'APPROVAL' THEN 'approval'
                                    ELSE coalesce(blocker ->> 'dependency', '') END AS waiting_for, count(*) AS n
                            FROM tasks.task WHERE wake_at IS NOT NULL GROUP BY 1, 2
                            """, row -> new Counted(row.text("state"), row.text("waiting_for"), row.number("n")))
                    .forEach(found -> callback.call(found.n(), found.state(), found.waitingFor())));
        } catch (DatabaseFailure away) {
            callback.call(Double.NaN, "UNKNOWN", "database");
        }
    }

    private record Counted(String state, String waitingFor, long n) {}

    private static double single(Database database, String sql) {
        try {
            return database.call(transaction -> transaction.one(sql, row -> row.number("n")));
        } catch (DatabaseFailure away) {
            return Double.NaN;
        }
    }
}

package no.dataverket.maskin.placement;

import java.time.Duration;
import java.util.List;
import no.dataverket.core.db.Database;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.work.Reconciler;
import no.dataverket.maskin.placement.decision.Outlook;
import no.dataverket.maskin.placement.decision.Outlook.Day;

/// What was reserved in each datacenter, once an hour. Hosts that are away or in maintenance count too, as their
/// machines go on to hold their room: otherwise a drain would look like a departure.
public final class CapacitySamples {

    /// Often enough that each hour has one, though the process was away for most of it.
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(10);

    private static final int DAYS_KEPT = 2 * Outlook.DAYS_BACK;
    private static final double SECONDS_IN_A_DAY = Duration.ofDays(1).toSeconds();

    private CapacitySamples() {}

    /// Takes samples until it is closed.
    public static AutoCloseable take(Database database) {
        return new Reconciler("capacity", BETWEEN_LOOKS, () -> database.run(CapacitySamples::take));
    }

    /// Takes the sample of this hour, if nobody has.
    static void take(Transaction transaction) {
        transaction.write("""
            INSERT INTO maskin.capacity_sample (datacenter, hour, vcpus_reserved, memory_mib_reserved)
            SELECT datacenter, date_trunc('hour', now(), 'UTC'), sum(vcpus_reserved), sum(memory_mib_reserved)
            FROM maskin.host GROUP BY datacenter
            ON CONFLICT DO NOTHING
            """);
        transaction.write(
                "DELETE FROM maskin.capacity_sample WHERE hour < now() - make_interval(days => ?)", DAYS_KEPT);
    }

    /// The days of which there are samples, today not among them: it is not over.
    static List<Day> days(Transaction transaction, String datacenter) {
        return transaction.query(
                """
                SELECT count(*) AS samples, sum(vcpus_reserved)::bigint AS vcpus,
                       sum(memory_mib_reserved)::bigint AS memory_mib, sum(extract(epoch FROM hour))::bigint AS seconds
                FROM maskin.capacity_sample
                WHERE datacenter = ? AND hour < date_trunc('day', now(), 'UTC')
                  AND hour >= date_trunc('day', now(), 'UTC') - make_interval(days => ?)
                GROUP BY date_trunc('day', hour, 'UTC') ORDER BY 4
                """,
                row -> {
                    double samples = row.number("samples");
                    return new Day(
                            row.number("seconds") / samples / SECONDS_IN_A_DAY,
                            row.number("vcpus") / samples,
                            row.number("memory_mib") / samples);
                },
                datacenter,
                Outlook.DAYS_BACK);
    }
}

package no.dataverket.lab.maskin;

import static no.dataverket.core.testing.Eventually.eventually;
import static no.dataverket.lab.maskin.MaskinLab.DATACENTER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.api.CapacityLimit;
import no.dataverket.contract.api.CapacityOutlook;
import no.dataverket.contract.api.DatacenterCapacity;
import no.dataverket.contract.command.MaskinMessages.DescribeCapacity;
import no.dataverket.contract.command.MaskinMessages.PlaceVm;
import no.dataverket.core.bus.Origin;
import no.dataverket.lab.hypervisor.HostSize;
import no.dataverket.lab.maskin.MaskinLab.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What is reserved is kept once an hour, and says after some days when a datacenter is full.
@Tag("integration")
final class CapacityOutlookIntegrationTest {

    /// So many samples of each day, of which the last days are growing.
    private static final String HISTORY = """
        INSERT INTO maskin.capacity_sample (datacenter, hour, vcpus_reserved, memory_mib_reserved)
        SELECT ?, date_trunc('hour', hour, 'UTC'), 4, (extract(epoch FROM hour - ?::timestamptz) / 86400 * ?)::bigint
        FROM generate_series(date_trunc('day', now(), 'UTC') - make_interval(days => ?),
                             date_trunc('day', now(), 'UTC') - interval '1 hour', interval '1 hour') AS hour
        """;

    @Test
    void aHistoryOfReservationsSaysWhenTheDatacenterIsFull() {
        try (var lab = new MaskinLab(List.of("hv-1", "hv-2"), new HostSize(8, 9 * 1024, 1L << 40))) {
            lab.register("hv-1");
            lab.register("hv-2");
            lab.succeed(Task.of(1), new PlaceVm(Id.next(IdKind.VM), DATACENTER, 1, 2048));
            assertThat(outlook(lab).daysToFull()).isNull();
            assertThat(outlook(lab).explanation()).contains("0 whole days of history; 7 are needed");

            lab.restart();
            assertThat(eventually(() -> samples(lab), found -> found > 0)).isPositive();
            assertThat(lab.count("SELECT max(memory_mib_reserved) AS n FROM maskin.capacity_sample"))
                    .isEqualTo(2048);

            history(lab, 6, 512);
            assertThat(outlook(lab).days()).isEqualTo(6);
            assertThat(outlook(lab).daysToFull()).as("too few days").isNull();

            history(lab, 14, 512);
            var outlook = outlook(lab);
            assertThat(outlook.days()).isEqualTo(14);
            assertThat(outlook.limitedBy()).isEqualTo(CapacityLimit.MEMORY);
            assertThat(outlook.memoryMibPerWeek()).isEqualTo(7 * 512);
            assertThat(outlook.vcpusPerWeek()).as("what does not grow").isNull();
            long free = 2 * 8192 - 2048;
            assertThat(outlook.daysToFull()).isEqualTo((int) free / 512);
            assertThat(outlook.explanation()).contains(free + " MiB free", "3584 MiB more", "14 days", "least squares");

            history(lab, 14, 0);
            assertThat(outlook(lab).daysToFull()).isNull();
            assertThat(outlook(lab).explanation()).contains("did not clearly grow over 14 days");
        }
    }

    private static void history(MaskinLab lab, int days, int memoryMibPerDay) {
        lab.run(transaction -> {
            transaction.update("DELETE FROM maskin.capacity_sample");
            transaction.update(HISTORY, DATACENTER, "2026-01-01T00:00:00Z", memoryMibPerDay, days);
        });
    }

    private static long samples(MaskinLab lab) {
        return lab.count("SELECT count(*) AS n FROM maskin.capacity_sample");
    }

    private static CapacityOutlook outlook(MaskinLab lab) {
        var capacity = lab.bus()
                .ask(
                        new DescribeCapacity(DATACENTER),
                        DatacenterCapacity.class,
                        Origin.ofService("test", "0123456789abcdef0123456789abcdef"),
                        Duration.ofSeconds(10));
        return Objects.requireNonNull(capacity.outlook());
    }
}

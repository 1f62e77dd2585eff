package no.dataverket.lab.maskin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.bus.Envelope;
import no.dataverket.contract.command.MaskinMessages.PlaceVm;
import no.dataverket.contract.command.StepReport.Outcome;
import no.dataverket.lab.hypervisor.HostSize;
import no.dataverket.lab.maskin.MaskinLab.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PlacementScaleIntegrationTest {

    private static final int PLACEMENTS = 1_000;

    private final MaskinLab lab = new MaskinLab(List.of(), HostSize.large());

    @BeforeAll
    void fillTheHall() {
        lab.run(transaction -> transaction.update("""
                INSERT INTO maskin.host
                    (id, name, datacenter, driver, endpoint, generation, reachable, vcpus, memory_mib, machine_type)
                SELECT gen_random_uuid(), 'hv-' || n, 'hall', 'simulated', 'sim:' || n, 1, true, 256, 262144, 'sim-1.0'
                FROM generate_series(1, 1000) AS n
                """));
        lab.run(transaction -> transaction.update("ANALYZE maskin.host"));
    }

    @AfterAll
    void close() {
        lab.close();
    }

    @Test
    void aThousandHostsAreNotReadForOnePlacement() {
        var horizon = lab.database.call(transaction ->
                transaction.one("SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS x", row -> row.text("x")));
        var plan = lab.database.call(transaction -> transaction.search(
                "EXPLAIN SELECT * FROM maskin.fleet f LEFT JOIN maskin.host h ON h.changed_in >= ?::text::xid8",
                row -> row.text("QUERY PLAN"),
                horizon));
        assertThat(String.join("\n", plan)).contains("host_changed").doesNotContain("Seq Scan on host");
    }

    @Test
    void manyMachinesSpreadOverAThousandHostsInShortTime() {
        long began = System.nanoTime();
        var commands = new ArrayList<Envelope>();
        for (int i = 0; i < PLACEMENTS; i++) {
            commands.add(lab.publish(Task.of(1), new PlaceVm(Id.next(IdKind.VM), "hall", 4, 4096)));
        }
        assertThat(commands.stream().map(lab::report)).allMatch(report -> report.outcome() == Outcome.SUCCEEDED);
        double seconds = (System.nanoTime() - began) / 1e9;
        assertThat(seconds).isLessThan(60);
        assertThat(lab.count("SELECT max(vcpus_reserved) AS n FROM maskin.host"))
                .isLessThanOrEqualTo(12);
    }
}

package no.dataverket.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import no.dataverket.core.json.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Runs the benchmark tiny: that it works, not how fast it is.
@Tag("integration")
final class BenchIntegrationTest {

    private static final String BINARIES =
            Path.of(System.getProperty("user.home"), ".cache", "dataverket").toString();

    @Test
    void aTinyRunReportsEveryFigure() {
        var report = Bench.run(Options.read(
                "--hosts",
                "5",
                "--vms",
                "20",
                "--clients",
                "4",
                "--networks",
                "2",
                "--latency-vms",
                "5",
                "--rows",
                "60",
                "--floor-seconds",
                "1",
                "--binaries",
                BINARIES));

        assertThat(report.burst().failed()).isZero();
        assertThat(report.calm().failed()).isZero();
        var json = Json.tree(report.json());
        for (var figure : new String[] {
            "/floor/commits1",
            "/floor/commits32",
            "/floor/publishes",
            "/floor/pipelined",
            "/hosts_per_second",
            "/burst/accepted",
            "/burst/completed",
            "/burst/acceptance/p99_ms",
            "/ratios/completed_to_floor",
            "/ratios/steps_per_second",
            "/ratios/writes_per_task",
            "/ratios/messages_per_task",
            "/calm/completion/p50_ms",
            "/list/p99_ms",
            "/memory/resident_mib"
        }) {
            assertThat(json.at(figure).asDouble()).as(figure).isPositive();
        }
        assertThat(report.table()).contains("machines completed/s", "completed / floor commits", "Java");
    }
}

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
                "--tasks",
                "200",
                "--in-flight",
                "300",
                "--warm-up",
                "10",
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
                "--requests",
                "30",
                "--machines",
                "40",
                "--hall",
                "200",
                "--decisions",
                "500",
                "--reservations",
                "200",
                "--floor-seconds",
                "1",
                "--binaries",
                BINARIES));

        var json = Json.tree(report.json());
        assertThat(json.at("/accept/burst/failed").asInt(-1)).isZero();
        assertThat(json.at("/accept/calm/failed").asInt(-1)).isZero();
        for (var figure : new String[] {
            "/engine/floor/commits1",
            "/engine/floor/commits32",
            "/engine/floor/publishes",
            "/engine/floor/pipelined",
            "/engine/carried/steps_per_second",
            "/engine/carried/flushes_per_task",
            "/engine/carried/messages_per_task",
            "/engine/carried/processor_ms",
            "/engine/carried/postgres_ms",
            "/engine/carried/nats_ms",
            "/engine/steps_to_floor",
            "/restart/resumed_seconds",
            "/restart/pace_seconds",
            "/restart/moved_seconds",
            "/restart/ended_seconds",
            "/accept/floor/commits32",
            "/accept/hosts_per_second",
            "/accept/burst/accepted",
            "/accept/burst/completed",
            "/accept/burst/acceptance/p99_ms",
            "/accept/accepted_to_floor",
            "/accept/writes_per_machine",
            "/accept/messages_per_machine",
            "/accept/processor_ms_per_machine",
            "/accept/postgres_ms_per_machine",
            "/accept/nats_ms_per_machine",
            "/accept/calm/completion/p50_ms",
            "/lists/pages/0/latency/p99_ms",
            "/lists/large_to_small",
            "/lists/median_large_to_small",
            "/noisy/alone/p99_ms",
            "/noisy/beside/p99_ms",
            "/noisy/beside_to_alone",
            "/noisy/flood/per_second",
            "/placement/floor/commits32",
            "/placement/decisions/per_second",
            "/placement/decisions/document_bytes",
            "/placement/reservations/per_second",
            "/placement/reservations/latency/p99_ms",
            "/placement/reservations_to_floor",
            "/reconcile/estate_mib",
            "/reconcile/raw_seconds",
            "/reconcile/without/waits/list/p99_ms",
            "/reconcile/without/waits/get/p99_ms",
            "/reconcile/without/heap_mib",
            "/reconcile/with/waits/list/p99_ms",
            "/reconcile/with/waits/raw/p99_ms",
            "/reconcile/with/heap_mib",
            "/reconcile/with/processor",
            "/reconcile/passes/first_seconds",
            "/reconcile/passes/looks_per_second",
            "/reconcile/passes/pass_seconds",
            "/reconcile/passes/look_ms",
            "/memory/resident_mib"
        }) {
            assertThat(json.at(figure).asDouble()).as(figure).isPositive();
        }
        assertThat(report.table()).contains("accept: machines completed/s", "engine: steps / floor commits", "Java");
    }
}

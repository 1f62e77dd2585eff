package no.dataverket.sentral.offerings;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import no.dataverket.contract.api.Finding;
import no.dataverket.contract.api.FindingCode;
import no.dataverket.core.db.DatabaseFailure;

/// The findings as a metric, one series for each code of the catalogue, also while there is nothing to find:
/// an alert must be able to tell "nothing is wrong" from "nobody looked".
final class FindingGauge {

    private FindingGauge() {}

    static void register(PrometheusRegistry registry, Supplier<List<Finding>> look) {
        GaugeWithCallback.builder()
                .name("dataverket_finding")
                .help("How many are concerned by a finding of the catalogue; NaN if that can't be told.")
                .labelNames("code", "severity")
                .callback(callback -> measure(look, callback))
                .register(registry);
    }

    private static void measure(Supplier<List<Finding>> look, GaugeWithCallback.Callback callback) {
        try {
            var counts = look.get().stream()
                    .collect(Collectors.groupingBy(Finding::code, Collectors.summingLong(Finding::count)));
            for (var code : FindingCode.values()) {
                report(callback, code, counts.getOrDefault(code.name(), 0L));
            }
        } catch (DatabaseFailure away) {
            for (var code : FindingCode.values()) {
                report(callback, code, Double.NaN);
            }
        }
    }

    private static void report(GaugeWithCallback.Callback callback, FindingCode code, double value) {
        callback.call(value, code.name(), code.severity().name());
    }
}

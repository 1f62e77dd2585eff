package no.dataverket.nett;

import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import no.dataverket.core.db.Database;
import no.dataverket.core.work.Reconciler;
import no.dataverket.nett.ipam.Checker;
import no.dataverket.nett.network.OwnershipChecker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Audits the books every minute. A finding is a defect of ours: it is logged once and stays in the metric
/// `dataverket_nett_contradictions` until it is mended.
final class Books implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Books.class);
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final Checker checker;
    private final OwnershipChecker ownership;
    private final PrometheusRegistry registry;
    private final Gauge contradictions;
    private final Reconciler loop;
    private List<String> told = List.of();

    Books(Database database, PrometheusRegistry registry) {
        this.checker = new Checker(database);
        this.ownership = new OwnershipChecker(database);
        this.registry = registry;
        this.contradictions = Gauge.builder()
                .name("dataverket_nett_contradictions")
                .help(
                        "What contradicts itself in the books of prefixes, addresses and VLANs; anything but 0 is a defect.")
                .register(registry);
        this.loop = new Reconciler("nett-books", PERIOD, this::audit);
    }

    @Override
    public void close() {
        loop.close();
        registry.unregister(contradictions);
    }

    private void audit() {
        var findings = new ArrayList<>(checker.findings());
        findings.addAll(ownership.findings());
        contradictions.set(findings.size());
        if (!findings.isEmpty() && !findings.equals(told)) {
            LOG.atError().addKeyValue("findings", findings).log("the books contradict themselves");
        }
        told = List.copyOf(findings);
    }
}

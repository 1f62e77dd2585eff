package no.dataverket.lab.maskin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.dataverket.contract.Id;
import no.dataverket.contract.command.MaskinMessages.HostPlace;
import no.dataverket.contract.command.MaskinMessages.ReleaseHost;
import no.dataverket.contract.command.MaskinMessages.SetSchedulable;
import no.dataverket.lab.hypervisor.HostSize;
import no.dataverket.lab.hypervisor.SimulatedHypervisors;
import no.dataverket.lab.maskin.MaskinLab.Task;
import no.dataverket.maskin.host.QuarantineRule;
import no.dataverket.maskin.runtime.RuntimeFailure.Kind;
import no.dataverket.maskin.runtime.VmId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Every host of a site fails at once, for two processes at once, as when an image is bad. No more hosts are ever in
/// quarantine than the budget of the site and of each rack allows, at no commit; and as many as it allows are.
@Tag("integration")
final class QuarantineBudgetIntegrationTest {

    private static final long SEED = 20261122;
    private static final int HOSTS = 20;
    private static final int RACKS = 5;
    private static final int OF_SITE = 2;
    private static final int ROUNDS = 3;
    private static final QuarantineRule RULE = new QuarantineRule(3, Duration.ofHours(1), Duration.ofHours(1));

    private static final String TOO_MANY = """
        SELECT format('%s of %s', count(*) FILTER (WHERE quarantined), datacenter)
        FROM maskin.host GROUP BY datacenter
        HAVING count(*) FILTER (WHERE quarantined) > greatest(1, count(*) / 10)
        UNION ALL
        SELECT format('%s of rack %s', count(*) FILTER (WHERE quarantined), rack)
        FROM maskin.host WHERE rack IS NOT NULL GROUP BY datacenter, rack
        HAVING count(*) FILTER (WHERE quarantined) > greatest(1, count(*) / 4)
        """;

    private final Random random = new Random(SEED);
    private final Map<String, Id> hosts = new LinkedHashMap<>();
    private long generation = 1;

    @Test
    void theBudgetHoldsAtEveryCommitThoughAllHostsFailForTwoProcesses() throws Exception {
        var names = SimulatedHypervisors.names("hv-", HOSTS);
        try (var lab = new MaskinLab(names, HostSize.large(), MaskinLab.QUICK.quarantining(RULE));
                var one = new DiskMaker(lab, RULE);
                var other = new DiskMaker(lab, RULE)) {
            for (int i = 0; i < HOSTS; i++) {
                var id = lab.register(names.get(i));
                hosts.put(names.get(i), id);
                var place = new HostPlace("r" + (1 + i % RACKS), "feed-a", "hall-1", "no");
                lab.succeed(Task.of(++generation), new SetSchedulable(id, true, place));
            }
            var witness = Witness.of(lab, "host", TOO_MANY);
            for (int round = 0; round < ROUNDS; round++) {
                failEverywhere(one, other);
                assertThat(witness.wrong()).isEmpty();
                assertThat(quarantined(lab)).as("what the budget allows").isEqualTo(OF_SITE);
                assertThat(lab.count("SELECT count(*) AS n FROM maskin.host WHERE verdict = 'REPORTED'"))
                        .as("the others are reported")
                        .isEqualTo(HOSTS - OF_SITE);
                for (var host : hosts.values()) {
                    lab.succeed(Task.of(++generation), new ReleaseHost(host));
                }
                assertThat(quarantined(lab)).isZero();
            }
            looksAtEveryCommit(lab, witness);
        }
    }

    private static void looksAtEveryCommit(MaskinLab lab, Witness witness) {
        lab.run(transaction ->
                transaction.update("UPDATE maskin.host SET quarantined = true WHERE rack IN ('r1', 'r2')"));
        assertThat(witness.wrong()).contains("8 of lab1", "4 of rack r1", "4 of rack r2");
    }

    /// Each host fails for so many machines that it should be in quarantine, in any order, for both processes.
    private void failEverywhere(DiskMaker one, DiskMaker other) throws Exception {
        var failures = new ArrayList<Callable<Boolean>>();
        hosts.keySet().forEach(host -> {
            for (int i = 0; i < RULE.machines(); i++) {
                var process = (i + host.length()) % 2 == 0 ? one : other;
                failures.add(() -> {
                    process.fail(host, Objects.requireNonNull(hosts.get(host)), VmId.random(), Kind.INTERNAL);
                    return true;
                });
            }
        });
        Collections.shuffle(failures, random);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> done = threads.invokeAll(failures);
            for (var failure : done) {
                assertThat(failure.get()).isTrue();
            }
        }
    }

    private static long quarantined(MaskinLab lab) {
        return lab.count("SELECT count(*) AS n FROM maskin.host WHERE quarantined");
    }
}

package no.dataverket.lab.maskin;

import static no.dataverket.lab.maskin.MaskinLab.DATACENTER;
import static no.dataverket.lab.maskin.MaskinLab.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.bus.Envelope;
import no.dataverket.contract.command.MaskinMessages.PlaceVm;
import no.dataverket.contract.command.MaskinMessages.ReleaseVm;
import no.dataverket.contract.command.StepReport.Outcome;
import no.dataverket.lab.hypervisor.HostSize;
import no.dataverket.lab.hypervisor.SimulatedHypervisors;
import no.dataverket.lab.maskin.MaskinLab.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Invariant 4: no host ever promises more than its class lets it, at no commit, whatever comes at once and whatever is
/// cut off in the middle. Machines of random sizes come and go on eight hosts that are too small for them all, while
/// the
/// database ends transactions of the scheduler that are under way.
@Tag("integration")
final class Invariant4CapacityIntegrationTest {

    private static final long SEED = 20261122;
    private static final int HOSTS = 8;
    private static final int ROUNDS = 3;
    private static final int AT_ONCE = 64;
    private static final int CUTS_A_ROUND = 4;

    private static final String EXCESS = """
            SELECT format('%s has %s vcpus and %s MiB reserved, promised are %s and %s, machines take %s and %s', h.name,
                          h.vcpus_reserved, h.memory_mib_reserved, h.vcpus, h.memory_mib, sum(v.vcpus), sum(v.memory_mib))
            FROM maskin.host h JOIN maskin.vm v ON v.host = h.id
            WHERE h.id = NEW.host GROUP BY h.id
            HAVING sum(v.vcpus) <> h.vcpus_reserved OR sum(v.memory_mib) <> h.memory_mib_reserved
                OR h.vcpus_reserved > h.vcpus OR h.memory_mib_reserved > h.memory_mib
            """;

    /// Ends what others do in the middle of a transaction.
    private static final String CUT = """
            SELECT count(*) FILTER (WHERE pg_terminate_backend(pid)) AS n FROM pg_stat_activity
            WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()
              AND (state LIKE 'idle in transaction%' OR state = 'active') AND query NOT LIKE 'LISTEN%'
            """;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Map<Id, Task> placed = new LinkedHashMap<>();
    private int refused;
    private int cut;

    @Test
    void noHostPromisesMoreThanItMayAtAnyCommit() {
        var names = SimulatedHypervisors.names("hv-", HOSTS);
        try (var lab = new MaskinLab(names, new HostSize(4, 9 * 1024, 1L << 40))) {
            names.forEach(lab::register);
            var witness = Witness.of(lab, EXCESS);
            for (int round = 0; round < ROUNDS; round++) {
                comeAndGo(lab);
                assertThat(witness.wrong()).isEmpty();
                assertThat(lab.count("SELECT count(*) AS n FROM maskin.vm")).isEqualTo(placed.size());
            }
            assertThat(refused).as("machines for which there was no room").isPositive();
            assertThat(cut).as("transactions that were cut off").isPositive();
            looksAtEveryCommit(lab, witness);
            placed.forEach((vm, task) -> lab.succeed(task.undoing(), new ReleaseVm(vm)));
            assertThat(lab.count("SELECT sum(vcpus_reserved + memory_mib_reserved) AS n FROM maskin.host"))
                    .isZero();
        }
    }

    private void looksAtEveryCommit(MaskinLab lab, Witness witness) {
        var vm = placed.keySet().iterator().next();
        lab.run(transaction -> transaction.update("UPDATE maskin.vm SET vcpus = vcpus + 1 WHERE id = ?", vm));
        assertThat(witness.wrong()).hasSize(1);
        lab.run(transaction -> transaction.update("UPDATE maskin.vm SET vcpus = vcpus - 1 WHERE id = ?", vm));
    }

    private void comeAndGo(MaskinLab lab) {
        var leaving = new ArrayList<>(placed.keySet()).subList(0, placed.size() / 2);
        var goes = new ArrayList<Envelope>();
        leaving.forEach(vm -> goes.add(lab.publish(taskOf(vm).undoing(), new ReleaseVm(vm))));
        var comes = new LinkedHashMap<Id, Envelope>();
        var tasks = new LinkedHashMap<Id, Task>();
        for (int i = 0; i < AT_ONCE; i++) {
            var vm = Id.next(IdKind.VM);
            var task = Task.of(1);
            tasks.put(vm, task);
            comes.put(
                    vm,
                    lab.publish(
                            task, new PlaceVm(vm, DATACENTER, 1 + random.nextInt(5), 256 * (1 + random.nextInt(13)))));
        }
        cutOff(lab, List.copyOf(comes.values()));
        goes.forEach(go -> assertThat(lab.report(go).outcome()).isEqualTo(Outcome.SUCCEEDED));
        List.copyOf(leaving).forEach(placed::remove);
        comes.forEach((vm, come) -> {
            var report = lab.report(come);
            if (report.outcome() == Outcome.SUCCEEDED) {
                placed.put(vm, Objects.requireNonNull(tasks.get(vm)));
            } else {
                assertThat(problem(report)).isEqualTo("NO_CAPACITY");
                refused++;
            }
        });
    }

    /// Until a few were met, or nothing is under way any more.
    private void cutOff(MaskinLab lab, List<Envelope> commands) {
        int met = 0;
        while (met < CUTS_A_ROUND
                && commands.stream().anyMatch(command -> lab.reportsOf(command).isEmpty())) {
            met += (int) lab.count(CUT);
        }
        cut += met;
    }

    private Task taskOf(Id vm) {
        return Objects.requireNonNull(placed.get(vm));
    }
}

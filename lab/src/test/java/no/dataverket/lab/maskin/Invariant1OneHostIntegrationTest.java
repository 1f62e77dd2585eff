package no.dataverket.lab.maskin;

import static no.dataverket.core.testing.Eventually.eventually;
import static no.dataverket.lab.maskin.MaskinLab.vmId;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import no.dataverket.contract.Id;
import no.dataverket.contract.api.FenceMeans;
import no.dataverket.contract.command.MaskinMessages.FenceHost;
import no.dataverket.contract.command.MaskinMessages.HostObserved;
import no.dataverket.contract.command.MaskinMessages.ReleaseHost;
import no.dataverket.contract.command.MaskinMessages.RelocateVm;
import no.dataverket.contract.command.MaskinMessages.ResumeVm;
import no.dataverket.contract.command.StepReport.Outcome;
import no.dataverket.lab.hypervisor.HostSize;
import no.dataverket.lab.hypervisor.RunInterval;
import no.dataverket.lab.maskin.MaskinLab.Task;
import no.dataverket.maskin.runtime.ObservedVm;
import no.dataverket.maskin.runtime.Power;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Invariant 1: no machine ever runs on two hypervisors. Four hosts write down what ran on them and when. A
/// nemesis partitions one, cuts its power, and brings it back in the middle of the failover; whatever comes
/// first, the runs of a machine never overlap, and each on another host is under a greater epoch.
@Tag("integration")
final class Invariant1OneHostIntegrationTest {

    private static final List<String> HOSTS = List.of("hv-1", "hv-2", "hv-3", "hv-4");
    private static final int MACHINES = 6;
    private static final int ROUNDS = 6;
    private static final long SEED = 20261122;
    private static final int LONGEST_PAUSE_MILLIS = 60;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Map<String, Id> hosts = new LinkedHashMap<>();
    private final List<Guest> guests = new ArrayList<>();
    private long generation = 1;
    private final AtomicInteger moves = new AtomicInteger();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    @Test
    void noMachineRunsTwiceWhateverComesFirst() {
        try (var lab = new MaskinLab(HOSTS, HostSize.large())) {
            HOSTS.forEach(name -> hosts.put(name, lab.registerSharing(name)));
            var image = Guest.image(lab, "1");
            for (int i = 0; i < MACHINES; i++) {
                guests.add(Guest.of(image).create(lab));
            }
            for (int round = 0; round < ROUNDS; round++) {
                generation++;
                var guest = guests.get(random.nextInt(guests.size()));
                failOver(lab, placeOf(lab, guest), round % 2 == 0);
            }
            assertThat(moves.get()).as("machines that were failed over").isPositive();
            assertThat(lab.hypervisors.doubleRuns()).isEmpty();
            guests.forEach(guest -> epochsGrow(lab, guest));
        }
    }

    /// @param undisturbed whether the nemesis waits until the failover is over
    private void failOver(MaskinLab lab, String victim, boolean undisturbed) {
        var there = guests.stream()
                .filter(guest -> placeOf(lab, guest).equals(victim))
                .toList();
        lab.host(victim).backdoor().cutOff();
        eventually(() -> isLost(lab, victim), lost -> lost);
        for (var guest : there) {
            var refused = lab.send(Task.of(generation), relocation(guest, victim));
            assertThat(MaskinLab.problem(refused)).isEqualTo("FENCE_PROOF_MISSING");
        }
        lab.host(victim).backdoor().cutPower();
        var id = Objects.requireNonNull(hosts.get(victim));
        lab.succeed(Task.of(generation), new FenceHost(id, FenceMeans.POWER_OFF, "read OFF twice", "nemesis"));
        int pause = random.nextInt(LONGEST_PAUSE_MILLIS);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            there.forEach(guest -> threads.execute(() -> {
                try {
                    move(lab, guest, victim);
                } catch (RuntimeException | AssertionError failure) {
                    failures.add(failure);
                }
            }));
            if (!undisturbed) {
                threads.execute(() -> {
                    sleep(pause);
                    lab.host(victim).backdoor().reconnect();
                });
            }
        }
        assertThat(failures).isEmpty();
        lab.host(victim).backdoor().reconnect();
        eventually(() -> lab.send(Task.of(generation), new ReleaseHost(id)).outcome(), Outcome.SUCCEEDED::equals);
        guests.forEach(guest -> eventually(() -> runningOn(lab, guest), List.of(placeOf(lab, guest))::equals));
    }

    /// Moves a machine, unless its host was faster.
    private void move(MaskinLab lab, Guest guest, String from) {
        var task = Task.of(generation);
        var report = lab.send(task, relocation(guest, from));
        if (report.outcome() == Outcome.SUCCEEDED) {
            lab.succeed(task, new ResumeVm(guest.vm(), List.of(guest.port(0))));
            moves.incrementAndGet();
        } else {
            assertThat(MaskinLab.problem(report)).isEqualTo("FENCE_PROOF_MISSING");
            assertThat(MaskinLab.detail(report)).contains("answers again");
        }
    }

    private static void epochsGrow(MaskinLab lab, Guest guest) {
        var runs = lab.hypervisors.runs().stream()
                .filter(run -> run.vm().equals(vmId(guest.vm())))
                .sorted(Comparator.comparingLong(run -> run.started().tick()))
                .toList();
        assertThat(runs).isNotEmpty();
        RunInterval before = runs.getFirst();
        for (var run : runs.subList(1, runs.size())) {
            if (run.host().equals(before.host())) {
                assertThat(run.revision().epoch())
                        .isGreaterThanOrEqualTo(before.revision().epoch());
            } else {
                assertThat(run.revision().epoch())
                        .as("%s after %s", run, before)
                        .isGreaterThan(before.revision().epoch());
            }
            before = run;
        }
    }

    private RelocateVm relocation(Guest guest, String from) {
        return new RelocateVm(guest.vm(), Objects.requireNonNull(hosts.get(from)), null, List.of(), null);
    }

    private boolean isLost(MaskinLab lab, String name) {
        List<HostObserved> facts = lab.factsOfHost(Objects.requireNonNull(hosts.get(name)));
        var custody = facts.isEmpty() ? null : facts.getLast().custody();
        return custody != null && custody.lost();
    }

    private static List<String> runningOn(MaskinLab lab, Guest guest) {
        return HOSTS.stream()
                .filter(name -> lab.host(name)
                        .seen(vmId(guest.vm()))
                        .map(ObservedVm::power)
                        .filter(Power.RUNNING::equals)
                        .isPresent())
                .collect(Collectors.toList());
    }

    private static String placeOf(MaskinLab lab, Guest guest) {
        return lab.database.call(transaction -> transaction.one(
                "SELECT h.name FROM maskin.vm v JOIN maskin.host h ON h.id = v.host WHERE v.id = ?",
                row -> row.text("name"),
                guest.vm()));
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

package no.dataverket.lab.maskin;

import static no.dataverket.core.testing.Eventually.eventually;
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
import no.dataverket.contract.api.FenceMeans;
import no.dataverket.contract.api.PlacementLevel;
import no.dataverket.contract.api.SpreadRule;
import no.dataverket.contract.bus.Envelope;
import no.dataverket.contract.command.MaskinMessages.FenceHost;
import no.dataverket.contract.command.MaskinMessages.HostPlace;
import no.dataverket.contract.command.MaskinMessages.PlaceVm;
import no.dataverket.contract.command.MaskinMessages.PlacementWish;
import no.dataverket.contract.command.MaskinMessages.ReleaseHost;
import no.dataverket.contract.command.MaskinMessages.RelocateVm;
import no.dataverket.contract.command.MaskinMessages.ResumeVm;
import no.dataverket.contract.command.MaskinMessages.SetSchedulable;
import no.dataverket.contract.command.StepReport.Outcome;
import no.dataverket.lab.hypervisor.HostSize;
import no.dataverket.lab.hypervisor.SimulatedHypervisors;
import no.dataverket.lab.maskin.MaskinLab.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Invariant 5: what was required to be apart is apart, at every commit, also after hosts were lost and their machines
/// were taken over. A machine that can't be taken over without standing too close stays down and says so.
@Tag("integration")
final class Invariant5SpreadIntegrationTest {

    private static final long SEED = 20261122;
    private static final int HOSTS = 6;
    private static final int RACKS = 3;
    private static final int ROUNDS = 4;
    private static final int AT_ONCE = 6;

    private static final Map<String, List<SpreadRule>> GROUPS = Map.of(
            "web", List.of(new SpreadRule(PlacementLevel.HOST, null, true)),
            "db", List.of(new SpreadRule(PlacementLevel.RACK, null, true)),
            "queue",
                    List.of(
                            new SpreadRule(PlacementLevel.HOST, 2, true),
                            new SpreadRule(PlacementLevel.RACK, 3, true)));

    private static final String TOO_CLOSE = """
            SELECT format('%s of group %s share a %s', count(*), g.name, r ->> 'level')
            FROM maskin.placement_group g
                CROSS JOIN jsonb_array_elements(g.rules -> 'rules') AS r
                JOIN maskin.vm v ON v.placement_group = g.id
                JOIN maskin.host h ON h.id = v.host
            WHERE g.id = NEW.placement_group AND (r ->> 'required')::boolean
            GROUP BY g.id, r, CASE r ->> 'level' WHEN 'HOST' THEN h.name WHEN 'RACK' THEN h.rack END
            HAVING count(*) > (r ->> 'most')::integer
            """;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Map<String, Id> hosts = new LinkedHashMap<>();
    private final Map<Guest, String> groupOf = new LinkedHashMap<>();
    private long generation = 1;
    private int moved;
    private int refused;

    @Test
    void whatIsRequiredApartIsApartAtEveryCommit() {
        var names = SimulatedHypervisors.names("hv-", HOSTS);
        try (var lab = new MaskinLab(names, HostSize.large())) {
            for (int i = 0; i < HOSTS; i++) {
                var id = lab.registerSharing(names.get(i));
                hosts.put(names.get(i), id);
                var place = new HostPlace("r" + (1 + i % RACKS), "feed-a", "hall-1", "no");
                lab.succeed(Task.of(3), new SetSchedulable(id, true, place));
            }
            var witness = Witness.of(lab, TOO_CLOSE);
            var image = Guest.image(lab, "1");
            for (int round = 0; round < ROUNDS; round++) {
                generation++;
                create(lab, image);
                lose(lab, names.get(random.nextInt(HOSTS)));
                assertThat(witness.wrong()).isEmpty();
            }
            assertThat(moved).as("machines that were taken over").isPositive();
            assertThat(refused).as("machines that would have stood too close").isPositive();
            assertThat(lab.hypervisors.doubleRuns()).isEmpty();
            looksAtEveryCommit(lab, witness);
        }
    }

    private void looksAtEveryCommit(MaskinLab lab, Witness witness) {
        var any = hosts.values().iterator().next();
        lab.run(transaction ->
                transaction.update("UPDATE maskin.vm SET host = ? WHERE placement_group IS NOT NULL", any));
        assertThat(witness.wrong()).hasSizeGreaterThanOrEqualTo(GROUPS.size());
    }

    private void create(MaskinLab lab, Id image) {
        var coming = new LinkedHashMap<Guest, Envelope>();
        var groups = List.copyOf(GROUPS.keySet().stream().sorted().toList());
        for (int i = 0; i < AT_ONCE; i++) {
            var guest = Guest.of(image);
            var group = groups.get(random.nextInt(groups.size()));
            groupOf.put(guest, group);
            coming.put(
                    guest,
                    lab.publish(
                            guest.creating(), new PlaceVm(guest.vm(), DATACENTER, 1, 256, null, null, wish(group))));
        }
        coming.forEach((guest, placing) -> {
            var report = lab.report(placing);
            if (report.outcome() == Outcome.SUCCEEDED) {
                lab.succeed(guest.creating(), guest.prepare());
                lab.succeed(guest.creating(), guest.provision());
            } else {
                assertThat(problem(report)).isEqualTo("NO_CAPACITY");
                refused++;
                groupOf.remove(guest);
            }
        });
    }

    /// Loses a host, takes over what can be taken over, all at once, and gives it back.
    private void lose(MaskinLab lab, String victim) {
        var id = Objects.requireNonNull(hosts.get(victim));
        var there = groupOf.keySet().stream()
                .filter(guest -> placeOf(lab, guest).equals(victim))
                .toList();
        lab.host(victim).backdoor().cutPower();
        eventually(() -> lab.factsOfHost(id), facts -> {
            var custody = facts.isEmpty() ? null : facts.getLast().custody();
            return custody != null && custody.lost();
        });
        lab.succeed(Task.of(generation), new FenceHost(id, FenceMeans.POWER_OFF, "read OFF twice", "nemesis"));
        var tasks = new ArrayList<Task>();
        var moves = new ArrayList<Envelope>();
        for (var guest : there) {
            var task = Task.of(generation);
            tasks.add(task);
            moves.add(lab.publish(
                    task, new RelocateVm(guest.vm(), id, guest.image(), List.of(), wish(groupOf.get(guest)))));
        }
        for (int i = 0; i < there.size(); i++) {
            var report = lab.report(moves.get(i));
            if (report.outcome() == Outcome.SUCCEEDED) {
                var guest = there.get(i);
                lab.succeed(tasks.get(i), new ResumeVm(guest.vm(), List.of(guest.port(0))));
                moved++;
            } else {
                assertThat(problem(report)).isEqualTo("NO_CAPACITY");
                refused++;
            }
        }
        lab.host(victim).backdoor().reconnect();
        eventually(() -> lab.send(Task.of(generation), new ReleaseHost(id)).outcome(), Outcome.SUCCEEDED::equals);
    }

    private static PlacementWish wish(@Nullable String group) {
        var name = Objects.requireNonNull(group);
        return new PlacementWish(name, GROUPS.get(name), null, null);
    }

    private static String placeOf(MaskinLab lab, Guest guest) {
        return lab.database.call(transaction -> transaction.one(
                "SELECT h.name FROM maskin.vm v JOIN maskin.host h ON h.id = v.host WHERE v.id = ?",
                row -> row.text("name"),
                guest.vm()));
    }
}

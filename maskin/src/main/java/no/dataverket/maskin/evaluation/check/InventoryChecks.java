package no.dataverket.maskin.evaluation.check;

import static no.dataverket.maskin.evaluation.Workbench.FIRST;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.dataverket.maskin.evaluation.Check;
import no.dataverket.maskin.evaluation.Criterion;
import no.dataverket.maskin.evaluation.Incident;
import no.dataverket.maskin.evaluation.Workbench;

/// What is on the host is told in full, and what is not ours is left alone.
final class InventoryChecks {

    static final List<Check> ALL = List.of(
            Check.of(
                    "inventory-as-one-by-one",
                    Criterion.STATE,
                    "all machines are observed at once as they are one by one",
                    InventoryChecks::all),
            Check.of(
                    "files-without-a-machine",
                    Criterion.STORAGE_INVENTORY,
                    "files without a machine are reported, and can be removed",
                    InventoryChecks::leftovers),
            Check.of(
                            "foreign-machines",
                            Criterion.RECONCILIATION,
                            "machines of others are counted and left alone",
                            InventoryChecks::foreign)
                    .needing(Incident.FOREIGN_MACHINE));

    private InventoryChecks() {}

    private static void all(Workbench bench) {
        var running = bench.running(1).id();
        var off = bench.defined(1).id();
        var inventory = bench.runtime().observeAll();
        bench.evidence()
                .holds(
                        "the running one is in the inventory as it is by itself",
                        inventory.find(running).equals(Optional.of(bench.observe(running))));
        bench.evidence()
                .holds("so is the one that is off", inventory.find(off).equals(Optional.of(bench.observe(off))));
    }

    private static void leftovers(Workbench bench) {
        var vm = bench.newVm();
        var runtime = bench.runtime();
        runtime.ensureDisk(bench.disk(vm, FIRST, bench.guest().diskBytes()));
        bench.evidence()
                .holds(
                        "its files are reported",
                        runtime.observeAll().leftovers().contains(vm));
        runtime.ensureAbsent(vm, FIRST, bench.patience());
        bench.evidence()
                .holds(
                        "after its removal they are not",
                        !runtime.observeAll().leftovers().contains(vm));
    }

    private static void foreign(Workbench bench) {
        var name = "not-ours-" + UUID.randomUUID().toString().substring(0, 8);
        bench.incidents().addForeign(name);
        try {
            var inventory = bench.runtime().observeAll();
            bench.evidence().holds("it is counted", inventory.foreign().contains(name));
            bench.evidence()
                    .holds(
                            "it is not taken for ours",
                            inventory.vms().stream().noneMatch(vm -> vm.name().equals(name)));
        } finally {
            bench.incidents().removeForeign(name);
        }
    }
}

package no.dataverket.sentral.inventory.plan;

import java.util.SortedMap;
import java.util.TreeMap;
import no.dataverket.contract.Failure;
import no.dataverket.contract.ProblemCode;
import no.dataverket.core.db.Transaction;
import no.dataverket.sentral.inventory.element.Element;
import no.dataverket.sentral.inventory.graph.DatacenterCounts;

/// Devices on which something runs. Nobody takes them out of the inventory: what runs there would stand nowhere,
/// and a loss of its rack or its feed would look harmless.
public final class Occupancy {

    private Occupancy() {}

    /// @param now all elements
    /// @param after all elements as they are to be
    /// @throws Failure `RESOURCE_IN_USE` if a device goes whose hypervisor is registered, and no other has it then
    public static void requireFree(
            Transaction transaction, SortedMap<String, Element> now, SortedMap<String, Element> after) {
        var homeless = new TreeMap<String, String>();
        now.forEach((key, element) -> {
            var hypervisor = element.field("hypervisor");
            if (hypervisor != null && !after.containsKey(key)) {
                homeless.put(hypervisor, key);
            }
        });
        if (homeless.isEmpty()) {
            return;
        }
        after.values().forEach(element -> {
            var hypervisor = element.field("hypervisor");
            if (hypervisor != null) {
                homeless.remove(hypervisor);
            }
        });
        var registered = DatacenterCounts.registered(transaction, homeless.keySet());
        homeless.keySet().retainAll(registered);
        if (!homeless.isEmpty()) {
            int machines = DatacenterCounts.machines(transaction, homeless.keySet()).stream()
                    .mapToInt(DatacenterCounts.Placed::vms)
                    .sum();
            throw Failure.of(
                            ProblemCode.RESOURCE_IN_USE,
                            homeless.firstEntry().getValue() + " can't go: " + homeless.firstKey()
                                    + " is registered there"
                                    + (machines == 0 ? "." : ", with " + machines + " machines."))
                    .dependents(homeless.keySet().stream().sorted().toList())
                    .hint("Move its machines away and delete the hypervisor first: dvce hypervisor delete HYPERVISOR");
        }
    }
}

package no.dataverket.maskin.placement.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import no.dataverket.maskin.placement.decision.Decision.Example;
import no.dataverket.maskin.placement.decision.Decision.Refusal;

/// Counts the hosts that failed each filter, and keeps the first few of each by name.
final class Tally {

    private static final Filter[] FILTERS = Filter.values();

    private final int limit;
    private final int[] hosts = new int[FILTERS.length];
    private final List<List<Example>> examples = new ArrayList<>();

    /// Of the cell that is counted now, how many failed. A cell's hosts come by name.
    private final int[] ofCell = new int[FILTERS.length];

    Tally(int limit) {
        this.limit = limit;
        for (int i = 0; i < FILTERS.length; i++) {
            examples.add(new ArrayList<>());
        }
    }

    void beginCell() {
        Arrays.fill(ofCell, 0);
    }

    /// A host of the cell failed.
    ///
    /// @return whether it is wanted as an example
    boolean count(Filter filter) {
        hosts[filter.ordinal()]++;
        return ofCell[filter.ordinal()]++ < limit;
    }

    /// All hosts of a cell failed.
    ///
    /// @return how many of them, the first by name, are wanted as examples
    int countAll(Filter filter, int count) {
        hosts[filter.ordinal()] += count;
        return Math.min(count, limit);
    }

    void keep(Filter filter, Example example) {
        examples.get(filter.ordinal()).add(example);
    }

    List<Refusal> refusals() {
        var refusals = new ArrayList<Refusal>();
        for (var filter : FILTERS) {
            if (hosts[filter.ordinal()] > 0) {
                var few = examples.get(filter.ordinal()).stream()
                        .sorted(Comparator.comparing(Example::host))
                        .limit(limit)
                        .toList();
                refusals.add(new Refusal(filter, hosts[filter.ordinal()], few));
            }
        }
        return refusals;
    }
}

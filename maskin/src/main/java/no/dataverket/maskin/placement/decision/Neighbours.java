package no.dataverket.maskin.placement.decision;

import org.jspecify.annotations.Nullable;

/// How crowded it is around each host of one cell. Rules stand beside the columns that they are about, so that a pass
/// over thousands of hosts reads numbers and nothing else.
final class Neighbours {

    private final Column[] required;
    private final Column[] preferred;

    /// A rule with its numbers.
    ///
    /// @param domains of the cell's hosts, by their position
    /// @param counts of the group's machines, by domain
    record Column(Apart rule, int most, int[] domains, int[] counts) {}

    Neighbours(Column[] required, Column[] preferred) {
        this.required = required;
        this.preferred = preferred;
    }

    /// The required rule that one more machine there would break; null if none. What stands in an unknown domain may
    /// fail together with anything.
    @Nullable
    Apart broken(int position) {
        for (var column : required) {
            int domain = column.domains()[position];
            if (domain < 0 || column.counts()[domain] >= column.most()) {
                return column.rule();
            }
        }
        return null;
    }

    /// How many more than wished would be together there.
    int together(int position) {
        int together = 0;
        for (var column : preferred) {
            int domain = column.domains()[position];
            together += domain < 0 ? 1 : Math.max(0, column.counts()[domain] + 1 - column.most());
        }
        return together;
    }
}

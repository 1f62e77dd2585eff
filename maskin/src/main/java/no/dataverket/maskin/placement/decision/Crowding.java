package no.dataverket.maskin.placement.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How many of a group are in each failure domain already. One of these serves all decisions, one after the other.
final class Crowding {

    private static final int LEVELS = Level.values().length;

    private final int[][] counts = new int[LEVELS][0];
    private final boolean[] counted = new boolean[LEVELS];
    private List<Apart> required = List.of();
    private List<Apart> preferred = List.of();

    /// Begins with nobody anywhere.
    void begin(List<Apart> rules, int[] domainsOfLevel, int slots) {
        Arrays.fill(counted, false);
        required = new ArrayList<>();
        preferred = new ArrayList<>();
        for (var rule : rules) {
            (rule.required() ? required : preferred).add(rule);
            int level = rule.level().ordinal();
            int domains = rule.level() == Level.HOST ? slots : domainsOfLevel[level];
            if (counts[level].length < domains) {
                counts[level] = new int[domains + domains / 2];
            } else if (!counted[level]) {
                Arrays.fill(counts[level], 0);
            }
            counted[level] = true;
        }
    }

    void count(Entry entry) {
        for (int level = 0; level < LEVELS; level++) {
            int domain = entry.domain(level);
            if (counted[level] && domain >= 0) {
                counts[level][domain]++;
            }
        }
    }

    /// What it means for the hosts of a cell.
    Neighbours of(Cell cell) {
        return new Neighbours(columns(required, cell), columns(preferred, cell));
    }

    private Neighbours.Column[] columns(List<Apart> rules, Cell cell) {
        var columns = new Neighbours.Column[rules.size()];
        for (int i = 0; i < columns.length; i++) {
            var rule = rules.get(i);
            int level = rule.level().ordinal();
            columns[i] = new Neighbours.Column(rule, rule.most(), cell.domains[level], counts[level]);
        }
        return columns;
    }

    int in(Cell cell, int position, Level level) {
        int domain = cell.domains[level.ordinal()][position];
        return domain < 0 ? 0 : counts[level.ordinal()][domain];
    }
}

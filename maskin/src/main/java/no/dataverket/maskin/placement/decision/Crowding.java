package no.dataverket.maskin.placement.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /// The required rule that one more machine there would break; null if none. What stands in an unknown domain may
    /// fail together with anything.
    @Nullable
    Apart broken(Cell cell, int position) {
        for (int i = 0; i < required.size(); i++) {
            var rule = required.get(i);
            int domain = cell.domains[rule.level().ordinal()][position];
            if (domain < 0 || counts[rule.level().ordinal()][domain] >= rule.most()) {
                return rule;
            }
        }
        return null;
    }

    /// How many more than wished would be together there.
    int together(Cell cell, int position) {
        int together = 0;
        for (int i = 0; i < preferred.size(); i++) {
            var rule = preferred.get(i);
            int domain = cell.domains[rule.level().ordinal()][position];
            together += domain < 0 ? 1 : Math.max(0, counts[rule.level().ordinal()][domain] + 1 - rule.most());
        }
        return together;
    }

    int in(Cell cell, int position, Level level) {
        int domain = cell.domains[level.ordinal()][position];
        return domain < 0 ? 0 : counts[level.ordinal()][domain];
    }
}

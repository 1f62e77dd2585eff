package no.dataverket.maskin.placement.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.dataverket.maskin.placement.decision.Decision.Example;
import no.dataverket.maskin.placement.decision.Decision.Scored;
import org.jspecify.annotations.Nullable;

/// One decision while it is made: hosts are filtered, then scored, and the best few are kept. A score is one number:
/// how well the group is kept apart counts most, then whether the image is at hand, then the strategy's share of free
/// memory. Among equals the first name is chosen.
final class Choice {

    /// How many refused hosts are named for each filter where another host will do.
    static final int FEW = 3;

    /// The same where none will.
    static final int MANY = 20;

    private static final int BEST = 5;
    private static final int TOGETHER_LIMIT = 0xFFFF;
    private static final int SHARE_BITS = 31;

    private final Wanted wanted;
    private final Strategy strategy;
    private final Crowding crowding;
    private final @Nullable BitSet holding;
    private final Tally tally;

    private final long[] scores = new long[BEST];
    private final @Nullable Cell[] bestCells = new Cell[BEST];
    private final int[] bestPositions = new int[BEST];
    private int best;
    private int fitting;

    Choice(Wanted wanted, Strategy strategy, Crowding crowding, @Nullable BitSet holding, int examples) {
        this.wanted = wanted;
        this.strategy = strategy;
        this.crowding = crowding;
        this.holding = holding;
        this.tally = new Tally(examples);
    }

    Decision among(List<Cell> cells, Policy policy) {
        int considered = 0;
        for (var cell : cells) {
            considered += cell.size;
            var filter = failed(cell.kind, true);
            if (filter == null) {
                scan(cell);
            } else {
                int wantedExamples = tally.countAll(filter, cell.size);
                for (int position = 0; position < wantedExamples; position++) {
                    tally.keep(filter, example(cell, position, filter));
                }
            }
        }
        if (wanted.restartable() && fitting == 1) {
            tally.countAll(Filter.FAILOVER, 1);
            tally.keep(Filter.FAILOVER, example(cell(0), bestPositions[0], Filter.FAILOVER));
            best = 0;
        }
        var scored = new ArrayList<Scored>(best);
        for (int i = 0; i < best; i++) {
            scored.add(scored(cell(i), bestPositions[i]));
        }
        return new Decision(wanted, policy, considered, tally.refusals(), scored);
    }

    /// The first by name that would do if it answered, and went away later than that.
    Optional<HostView> awaited(List<Cell> cells, Instant awaySince) {
        return cells.stream()
                .filter(cell -> !cell.kind.reachable() && failed(cell.kind, false) == null)
                .flatMap(cell ->
                        fitting(cell).map(position -> cell.entry(position).view()))
                .filter(host -> host.standing().since().isAfter(awaySince))
                .min(Comparator.comparing(HostView::name));
    }

    private Stream<Integer> fitting(Cell cell) {
        var neighbours = crowding.of(cell);
        return IntStream.range(0, cell.size)
                .filter(position -> failed(cell, neighbours, position) == null)
                .boxed();
    }

    /// What every host of a kind fails.
    private @Nullable Filter failed(Cell.Kind kind, boolean askWhetherItAnswers) {
        if (wanted.hostClass() != null && !wanted.hostClass().equals(kind.hostClass())) {
            return Filter.CLASS;
        }
        if (!wanted.residency().isEmpty()
                && (kind.jurisdiction() == null || !wanted.residency().contains(kind.jurisdiction()))) {
            return Filter.RESIDENCY;
        }
        if (!kind.schedulable()) {
            return Filter.SCHEDULABLE;
        }
        if (kind.maintenance()) {
            return Filter.MAINTENANCE;
        }
        if (kind.quarantined()) {
            return Filter.QUARANTINE;
        }
        if (askWhetherItAnswers && !kind.reachable()) {
            return Filter.REACHABLE;
        }
        if (wanted.storage() != null && !wanted.storage().equals(kind.storage())) {
            return Filter.STORAGE;
        }
        var networks = kind.networks();
        return networks == null || networks.containsAll(wanted.networks()) ? null : Filter.NETWORK;
    }

    /// What one host of a kind that will do fails.
    private @Nullable Filter failed(Cell cell, Neighbours neighbours, int position) {
        if (wanted.imageRequired() && !holdsImage(cell, position)) {
            return Filter.IMAGE;
        }
        if (cell.freeVcpus[position] < wanted.vcpus()) {
            return Filter.VCPUS;
        }
        if (cell.freeMemory[position] < wanted.memoryMib()) {
            return Filter.MEMORY;
        }
        return neighbours.broken(position) == null ? null : Filter.APART;
    }

    private void scan(Cell cell) {
        tally.beginCell();
        var neighbours = crowding.of(cell);
        for (int position = 0; position < cell.size; position++) {
            var filter = failed(cell, neighbours, position);
            if (filter == null) {
                fitting++;
                offer(cell, position, score(cell, neighbours, position));
            } else if (tally.count(filter)) {
                tally.keep(filter, example(cell, position, filter));
            }
        }
    }

    private boolean holdsImage(Cell cell, int position) {
        return cell.kind.allImages() || holding == null || holding.get(cell.slot(position));
    }

    private long score(Cell cell, Neighbours neighbours, int position) {
        int together = Math.min(TOGETHER_LIMIT, neighbours.together(position));
        int share = cell.freeShare[position];
        int worth = switch (strategy) {
            case SPREAD -> share;
            case BIN_PACK -> Cell.WHOLE - share;
        };
        long image = holdsImage(cell, position) ? 1 : 0;
        return ((long) (TOGETHER_LIMIT - together) << (SHARE_BITS + 1)) | image << SHARE_BITS | worth;
    }

    private void offer(Cell cell, int position, long score) {
        if (best == BEST && !isBetter(score, cell, position, BEST - 1)) {
            return;
        }
        int at = best < BEST ? best++ : BEST - 1;
        while (at > 0 && isBetter(score, cell, position, at - 1)) {
            scores[at] = scores[at - 1];
            bestCells[at] = bestCells[at - 1];
            bestPositions[at] = bestPositions[at - 1];
            at--;
        }
        scores[at] = score;
        bestCells[at] = cell;
        bestPositions[at] = position;
    }

    private boolean isBetter(long score, Cell cell, int position, int than) {
        if (score != scores[than]) {
            return score > scores[than];
        }
        var other = cell(than);
        // A cell's hosts come by name.
        return other != cell && cell.name(position).compareTo(other.name(bestPositions[than])) < 0;
    }

    private Cell cell(int index) {
        return Objects.requireNonNull(bestCells[index]);
    }

    private Scored scored(Cell cell, int position) {
        var host = cell.entry(position).view();
        return new Scored(
                host.id(),
                host.name(),
                crowding.of(cell).together(position),
                holdsImage(cell, position),
                cell.freeShare[position],
                host.room());
    }

    private Example example(Cell cell, int position, Filter filter) {
        var name = cell.name(position);
        var detail = switch (filter) {
            case VCPUS -> name + " has " + cell.freeVcpus[position] + " of " + wanted.vcpus() + " vcpus free";
            case MEMORY -> name + " has " + cell.freeMemory[position] + " of " + wanted.memoryMib() + " MiB free";
            case APART -> name + " " + crowded(cell, position);
            case CLASS -> name + " is of class " + cell.kind.hostClass();
            case RESIDENCY ->
                name + " stands in " + Objects.requireNonNullElse(cell.kind.jurisdiction(), "an unknown jurisdiction");
            case SCHEDULABLE, MAINTENANCE, QUARANTINE, REACHABLE, STORAGE, NETWORK, IMAGE, FAILOVER ->
                name + " " + filter.words();
        };
        return new Example(name, detail);
    }

    private String crowded(Cell cell, int position) {
        var rule = Objects.requireNonNull(crowding.of(cell).broken(position));
        var domain = cell.entry(position).view().domain(rule.level());
        if (domain == null) {
            return "stands in no known " + rule.level().words();
        }
        int there = crowding.in(cell, position, rule.level());
        return rule.level() == Level.HOST
                ? "holds " + there + " of the group"
                : "shares " + rule.level().words() + " " + domain + " with " + there + " of the group";
    }
}

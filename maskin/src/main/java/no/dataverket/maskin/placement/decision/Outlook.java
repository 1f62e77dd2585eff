package no.dataverket.maskin.placement.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// When a datacenter is full if it goes on as it did: what is reserved, as a mean of each day, is laid on a straight
/// line by least squares, and what is free is used up at the rate of that line. A rate that is no more than the ups and
/// downs of the days is none, and too few days are no history.
///
/// @param days of history that there are
/// @param growths of what grows, the first to run out first
public record Outlook(int days, List<Growth> growths) {

    /// How far back days count.
    public static final int DAYS_BACK = 30;

    /// With fewer days nothing is said.
    public static final int LEAST_DAYS = 7;

    /// A line of a month says nothing of later than this.
    public static final int HORIZON_DAYS = 1_000;

    /// A rate must be so many times its standard error.
    private static final double CLEARLY = 2;

    /// Less than this share of what there is, each day, is rounding and not growth.
    private static final double NOTHING = 1e-9;

    /// What arithmetic may be off, in days.
    private static final double ROUNDING = 1e-6;

    public Outlook {
        growths = List.copyOf(growths);
    }

    /// What runs out.
    public enum Limit {
        VCPUS,
        MEMORY
    }

    /// What was reserved on a day, as a mean.
    ///
    /// @param at in days since any beginning
    public record Day(double at, double vcpus, double memoryMib) {}

    /// What grows.
    ///
    /// @param perDay how much is reserved more each day
    /// @param days until nothing of it is free; more than [#HORIZON_DAYS] where it takes longer than that
    public record Growth(Limit limit, double perDay, int days) {

        public boolean isWithinHorizon() {
            return days <= HORIZON_DAYS;
        }
    }

    private record Line(double slope, double error) {}

    /// @param history the days that are known, of the last [#DAYS_BACK]
    /// @param room what usable hosts promise and what of it is reserved now
    public static Outlook of(List<Day> history, Headroom.Sum room) {
        var growths = new ArrayList<Growth>();
        if (history.size() >= LEAST_DAYS) {
            growth(Limit.VCPUS, history, Day::vcpus, room.vcpus(), room.vcpusReserved())
                    .ifPresent(growths::add);
            growth(Limit.MEMORY, history, Day::memoryMib, room.memoryMib(), room.memoryMibReserved())
                    .ifPresent(growths::add);
            growths.sort(Comparator.comparing(Growth::days));
        }
        return new Outlook(history.size(), growths);
    }

    /// What is full first, if it can be said when.
    public Optional<Growth> first() {
        return growths.stream().filter(Growth::isWithinHorizon).findFirst();
    }

    private static Optional<Growth> growth(
            Limit limit, List<Day> history, ToDoubleFunction<Day> reserved, long promised, long reservedNow) {
        var line = line(history, reserved);
        boolean grows = line.slope() > CLEARLY * line.error() && line.slope() > NOTHING * Math.max(1, promised);
        if (!grows) {
            return Optional.empty();
        }
        long free = Math.max(0, promised - reservedNow);
        int days = (int) Math.min(HORIZON_DAYS + 1.0, Math.ceil(free / line.slope() - ROUNDING));
        return Optional.of(new Growth(limit, line.slope(), days));
    }

    private static Line line(List<Day> history, ToDoubleFunction<Day> reserved) {
        double meanAt = history.stream().mapToDouble(Day::at).average().orElse(0);
        double mean = history.stream().mapToDouble(reserved).average().orElse(0);
        double spread = 0;
        double together = 0;
        for (var day : history) {
            double distance = day.at() - meanAt;
            spread += distance * distance;
            together += distance * (reserved.applyAsDouble(day) - mean);
        }
        double slope = together / spread;
        double beside = 0;
        for (var day : history) {
            double off = reserved.applyAsDouble(day) - mean - slope * (day.at() - meanAt);
            beside += off * off;
        }
        return new Line(slope, Math.sqrt(beside / (history.size() - 2) / spread));
    }
}

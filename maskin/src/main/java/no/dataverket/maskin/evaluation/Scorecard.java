package no.dataverket.maskin.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The score of a runtime in the five dimensions.
///
/// @param acceptable whether it is in all of them
public record Scorecard(List<Part> dimensions, boolean acceptable) {

    private static final double ENOUGH = 2.0;

    /// The score in one dimension.
    ///
    /// @param mean of the points in its criteria
    /// @param acceptable whether every mandatory criterion has at least two points, the mean of all is at
    ///     least two, and nothing is unknown
    public record Part(String dimension, double mean, boolean acceptable, List<Score> scores) {

        public Part {
            scores = List.copyOf(scores);
        }
    }

    public Scorecard {
        dimensions = List.copyOf(dimensions);
    }

    /// Scores a candidate.
    ///
    /// @param outcomes of its checks; none where nothing was measured
    public static Scorecard of(Candidate candidate, List<Outcome> outcomes) {
        var parts = new ArrayList<Part>();
        for (var dimension : Dimension.values()) {
            var scores = Criterion.of(dimension).stream()
                    .map(criterion -> Score.of(criterion, candidate, outcomes))
                    .toList();
            var mean = scores.stream().mapToInt(Score::points).average().orElse(0);
            parts.add(new Part(
                    dimension.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    Math.round(mean * 100) / 100.0,
                    mean >= ENOUGH && scores.stream().allMatch(Score::suffices),
                    scores));
        }
        return new Scorecard(parts, parts.stream().allMatch(Part::acceptable));
    }
}

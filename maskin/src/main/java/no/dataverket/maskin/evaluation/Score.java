package no.dataverket.maskin.evaluation;

import java.util.List;
import java.util.stream.Collectors;
import no.dataverket.maskin.evaluation.Outcome.Found;

/// What a runtime has in one criterion.
///
/// @param points 0 to 3; nothing while unknown is 0
/// @param says why
public record Score(String criterion, String words, boolean mandatory, int points, Basis basis, String says) {

    /// What all points are of.
    public static final int MOST = 3;

    private static final int WITH_OUR_WORK = 2;

    /// Where a score comes from.
    public enum Basis {
        MEASURED("measured"),
        DOCUMENTED("documentation"),
        UNKNOWN("unknown");

        private final String words;

        Basis(String words) {
            this.words = words;
        }

        /// For people.
        public String words() {
            return words;
        }
    }

    /// Scores a criterion. Checks decide where all of them could be carried out, or where one was broken;
    /// otherwise documentation does.
    static Score of(Criterion criterion, Candidate candidate, List<Outcome> outcomes) {
        var checks = outcomes.stream()
                .filter(outcome -> outcome.criterion().equals(criterion.id()))
                .toList();
        var broken = named(checks, Found.BROKEN);
        if (!broken.isEmpty()) {
            return score(criterion, 0, Basis.MEASURED, "broken: " + broken);
        }
        var unmeasured = named(checks, Found.NOT_MEASURED);
        if (!checks.isEmpty() && unmeasured.isEmpty()) {
            var kept = named(checks, Found.KEPT);
            var lacking = named(checks, Found.LACKING);
            return lacking.isEmpty()
                    ? score(criterion, MOST, Basis.MEASURED, kept)
                    : score(criterion, WITH_OUR_WORK, Basis.MEASURED, (kept + "; not declared: " + lacking).strip());
        }
        var open = unmeasured.isEmpty() ? "" : " (not measured: " + unmeasured + ")";
        return candidate
                .line(criterion)
                .map(line -> score(criterion, line.points(), Basis.DOCUMENTED, line.says() + open))
                .orElseGet(() -> score(criterion, 0, Basis.UNKNOWN, ("nothing is known" + open)));
    }

    /// Whether it is good enough by itself, where nothing else makes up for it.
    boolean suffices() {
        return basis != Basis.UNKNOWN && (!mandatory || points >= WITH_OUR_WORK);
    }

    private static Score score(Criterion criterion, int points, Basis basis, String says) {
        return new Score(criterion.id(), criterion.words(), criterion.isMandatory(), points, basis, says);
    }

    private static String named(List<Outcome> outcomes, Found found) {
        return outcomes.stream()
                .filter(outcome -> outcome.found() == found)
                .map(Outcome::check)
                .collect(Collectors.joining(", "));
    }
}

package no.dataverket.maskin.evaluation;

import java.util.List;

/// How a check went, as reports keep it.
///
/// @param check its identifier
/// @param criterion what it is evidence for
/// @param why what was wrong, lacking, or in the way; empty where the promise was kept
/// @param millis how long it took
public record Outcome(
        String check, String criterion, String promise, Found found, String why, List<String> evidence, long millis) {

    /// The verdict in a word.
    public enum Found {
        KEPT("kept"),
        BROKEN("broken"),
        LACKING("lacking"),
        NOT_MEASURED("not measured");

        private final String words;

        Found(String words) {
            this.words = words;
        }

        /// For people.
        public String words() {
            return words;
        }
    }

    public Outcome {
        evidence = List.copyOf(evidence);
    }

    /// What a report keeps of a result.
    public static Outcome of(Result result) {
        var check = result.check();
        return new Outcome(
                check.id(),
                check.criterion().id(),
                check.promise(),
                result.verdict().found(),
                result.verdict().why(),
                result.evidence(),
                result.took().toMillis());
    }
}

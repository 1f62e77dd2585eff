package no.dataverket.maskin.evaluation;

import java.util.Set;
import java.util.stream.Collectors;
import no.dataverket.maskin.evaluation.Outcome.Found;
import no.dataverket.maskin.runtime.Capability;

/// What a check found.
public sealed interface Verdict {

    /// In a word.
    Found found();

    /// What was wrong, lacking, or in the way; empty where the promise was kept.
    String why();

    /// The runtime kept the promise.
    record Kept() implements Verdict {

        @Override
        public Found found() {
            return Found.KEPT;
        }

        @Override
        public String why() {
            return "";
        }
    }

    /// It did not.
    record Broken(String why) implements Verdict {

        @Override
        public Found found() {
            return Found.BROKEN;
        }
    }

    /// The runtime says that it can't do what the promise is about, as it may.
    record Lacking(Set<Capability> capabilities) implements Verdict {

        @Override
        public Found found() {
            return Found.LACKING;
        }

        @Override
        public String why() {
            return "the runtime does not declare "
                    + capabilities.stream().map(Capability::name).sorted().collect(Collectors.joining(", "));
        }
    }

    /// It could not be found out here.
    record NotMeasured(String why) implements Verdict {

        @Override
        public Found found() {
            return Found.NOT_MEASURED;
        }
    }
}

package no.dataverket.maskin.evaluation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import no.dataverket.maskin.evaluation.Outcome.Found;
import no.dataverket.maskin.runtime.HostFacts;

/// What one evaluation of a runtime on a host found.
///
/// @param format how this document is written; it is `dataverket.runtime-evaluation/v1`
/// @param candidate what was evaluated
/// @param version of Dataverket
/// @param host on which it was measured, as its hypervisor tells
/// @param outcomes of every check
public record Report(
        String format,
        String candidate,
        String title,
        String version,
        Instant at,
        HostFacts host,
        List<Outcome> outcomes,
        Scorecard scorecard) {

    private static final String FORMAT = "dataverket.runtime-evaluation/v1";

    public Report {
        outcomes = List.copyOf(outcomes);
    }

    /// Scores what was found.
    public static Report of(Candidate candidate, String version, Instant at, HostFacts host, List<Result> results) {
        var outcomes = results.stream().map(Outcome::of).toList();
        return new Report(
                FORMAT,
                candidate.name(),
                candidate.title(),
                version,
                at.truncatedTo(ChronoUnit.SECONDS),
                host,
                outcomes,
                Scorecard.of(candidate, outcomes));
    }

    /// How many checks went so.
    public long count(Found found) {
        return outcomes.stream().filter(outcome -> outcome.found() == found).count();
    }
}

package no.dataverket.maskin.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.dataverket.maskin.evaluation.Score.Basis;
import org.jspecify.annotations.Nullable;

/// All candidates side by side, in Markdown.
public final class ScorecardDocument {

    private final Map<String, Report> reports = new TreeMap<>();
    private final StringBuilder text = new StringBuilder();

    private ScorecardDocument(List<Report> measured) {
        measured.forEach(report -> reports.put(report.candidate(), report));
    }

    /// Renders the document.
    ///
    /// @param measured the newest report of each candidate that was measured
    public static String of(List<Report> measured) {
        return new ScorecardDocument(measured).render();
    }

    private String render() {
        text.append("""
                # Runtimes, scored

                Made by `dvce runtime scorecard docs/runtimes`; changes by hand are lost. The reports in `docs/runtimes` are what
                `dvce runtime evaluate` found. Why it is done so stands in [0023](adr/0023-runtime-evaluation.md), what was
                decided in [0024](adr/0024-vm-runtime.md).

                **Points.** 3: does it by itself. 2: does it with work that is ours by design. 1: only against its grain. 0: not.
                A criterion for which the kit has checks is scored by them, where they could be carried out: 3 if every promise was
                kept, 2 if the runtime declares that it lacks something that it may lack, 0 if a promise was broken. Points in
                **bold** are measured; the others come from documentation, which each line names.

                **Acceptable** is a dimension in which no mandatory criterion has less than 2 points, the mean is at least 2, and
                nothing is unknown. A runtime must be acceptable in all five.

                """);
        var candidates = Candidate.all();
        var cards = new ArrayList<Scorecard>();
        for (var candidate : candidates) {
            cards.add(Scorecard.of(candidate, outcomes(candidate)));
        }
        dimensions(candidates, cards);
        criteria(candidates, cards);
        for (var candidate : candidates) {
            section(candidate, reports.get(candidate.name()));
        }
        return text.toString();
    }

    private List<Outcome> outcomes(Candidate candidate) {
        var report = reports.get(candidate.name());
        return report == null ? List.of() : report.outcomes();
    }

    private void dimensions(List<Candidate> candidates, List<Scorecard> cards) {
        text.append("## Dimensions\n\n");
        head("dimension", candidates);
        for (var dimension : Dimension.values()) {
            text.append("| ").append(dimension.title());
            for (var card : cards) {
                var part = card.dimensions().get(dimension.ordinal());
                text.append(String.format(Locale.ROOT, " | %.2f%s", part.mean(), part.acceptable() ? "" : " ✗"));
            }
            text.append(" |\n");
        }
        text.append("| acceptable in all");
        cards.forEach(card -> text.append(" | ").append(card.acceptable() ? "yes" : "no"));
        text.append(
                " |\n\n✗: not acceptable. The simulator is no candidate; it stands here because the same checks run against it.\n\n");
    }

    private void criteria(List<Candidate> candidates, List<Scorecard> cards) {
        text.append("## Criteria\n");
        for (var dimension : Dimension.values()) {
            text.append("\n### ").append(dimension.title()).append("\n\n");
            head("criterion", candidates);
            var criteria = Criterion.of(dimension);
            for (var at = 0; at < criteria.size(); at++) {
                var criterion = criteria.get(at);
                text.append("| ").append(criterion.words()).append(criterion.isMandatory() ? " (mandatory)" : "");
                for (var card : cards) {
                    text.append(" | ")
                            .append(points(card.dimensions()
                                    .get(dimension.ordinal())
                                    .scores()
                                    .get(at)));
                }
                text.append(" |\n");
            }
        }
    }

    private void head(String first, List<Candidate> candidates) {
        text.append("| ").append(first);
        candidates.forEach(candidate -> text.append(" | ").append(candidate.name()));
        text.append(" |\n|---").append("|---".repeat(candidates.size())).append("|\n");
    }

    private static String points(Score score) {
        return switch (score.basis()) {
            case MEASURED -> "**" + score.points() + "**";
            case DOCUMENTED -> Integer.toString(score.points());
            case UNKNOWN -> "?";
        };
    }

    private void section(Candidate candidate, @Nullable Report report) {
        text.append("\n## ").append(candidate.title()).append("\n\n");
        if (report != null) {
            measured(report);
        } else {
            text.append("Nothing was measured; we have no driver for it.\n");
        }
        text.append("\nFrom documentation:\n\n");
        var outcomes = outcomes(candidate);
        for (var line : candidate.lines()) {
            var open = line.criteria().stream()
                    .filter(id ->
                            Score.of(Criterion.of(id), candidate, outcomes).basis() != Basis.MEASURED)
                    .collect(Collectors.joining(", "));
            if (!open.isEmpty()) {
                text.append("- ")
                        .append(open)
                        .append(": ")
                        .append(line.points())
                        .append(". ");
                text.append(line.says())
                        .append(" (")
                        .append(candidate.sources().get(line.source()))
                        .append(")\n");
            }
        }
    }

    private void measured(Report report) {
        var host = report.host();
        text.append("Measured on ").append(host.hypervisor()).append(", ");
        text.append(host.virtualization().name().toLowerCase(Locale.ROOT)).append(", on ");
        text.append(report.at().toString(), 0, "2026-01-01".length()).append(".\n\n");
        text.append("| check | criterion | found | promise |\n|---|---|---|---|\n");
        for (var outcome : report.outcomes()) {
            text.append("| ").append(outcome.check()).append(" | ").append(outcome.criterion());
            text.append(" | ").append(outcome.found().words()).append(" | ").append(outcome.promise());
            text.append(outcome.why().isEmpty() ? "" : ": " + outcome.why()).append(" |\n");
        }
    }
}

package no.dataverket.maskin.evaluation;

import java.util.Locale;
import no.dataverket.maskin.evaluation.Outcome.Found;

/// A report for people.
public final class ReportText {

    private ReportText() {}

    /// The whole report.
    public static String of(Report report) {
        var text = new StringBuilder();
        var host = report.host();
        text.append(report.title()).append('\n');
        text.append("on ").append(host.hostname()).append(": ").append(host.hypervisor());
        text.append(", ").append(host.vcpus()).append(" processors, ");
        text.append(host.memoryMib()).append(" MiB, ");
        text.append(host.virtualization().name().toLowerCase(Locale.ROOT)).append("\n\n");
        for (var outcome : report.outcomes()) {
            text.append(line(outcome)).append('\n');
        }
        text.append('\n');
        for (var part : report.scorecard().dimensions()) {
            append(text, part);
        }
        text.append('\n').append(summary(report)).append('\n');
        return text.toString();
    }

    /// One check, in one line.
    public static String line(Outcome outcome) {
        return String.format(
                Locale.ROOT,
                "%-12s  %-28s  %s",
                outcome.found().words(),
                outcome.check(),
                outcome.why().isEmpty() ? outcome.promise() : outcome.why());
    }

    /// What came of it, in one line.
    public static String summary(Report report) {
        var counted = new StringBuilder();
        for (var found : Found.values()) {
            counted.append(found == Found.KEPT ? "" : ", ")
                    .append(report.count(found))
                    .append(' ')
                    .append(found.words());
        }
        return "Checks: " + counted + ". "
                + (report.scorecard().acceptable()
                        ? "Acceptable in all five dimensions."
                        : "Not acceptable in every dimension.");
    }

    private static void append(StringBuilder text, Scorecard.Part part) {
        text.append(String.format(
                Locale.ROOT,
                "%-34s %.2f of 3  %s%n",
                title(part.dimension()),
                part.mean(),
                part.acceptable() ? "acceptable" : "NOT ACCEPTABLE"));
        for (var score : part.scores()) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %d  %-13s  %-21s  %s%n",
                    score.points(),
                    score.basis().words(),
                    score.criterion(),
                    score.says()));
        }
    }

    static String title(String dimension) {
        return Dimension.valueOf(dimension.toUpperCase(Locale.ROOT).replace('-', '_'))
                .title();
    }
}

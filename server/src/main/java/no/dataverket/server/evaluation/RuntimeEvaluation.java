package no.dataverket.server.evaluation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import no.dataverket.contract.Failure;
import no.dataverket.core.json.Json;
import no.dataverket.maskin.evaluation.Candidate;
import no.dataverket.maskin.evaluation.Evaluation;
import no.dataverket.maskin.evaluation.Obstacle;
import no.dataverket.maskin.evaluation.Outcome;
import no.dataverket.maskin.evaluation.Outcome.Found;
import no.dataverket.maskin.evaluation.Report;
import no.dataverket.maskin.evaluation.ReportText;
import no.dataverket.maskin.evaluation.Result;
import no.dataverket.maskin.evaluation.ScorecardDocument;
import no.dataverket.maskin.evaluation.check.Kit;
import no.dataverket.maskin.runtime.RuntimeFailure;
import org.jspecify.annotations.Nullable;

/// Evaluates a runtime on a host that is not in service, and renders what evaluations found. Results go
/// to `out`, progress and trouble to `err`.
public final class RuntimeEvaluation {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final String version;
    private final PrintStream out;
    private final PrintStream err;

    public RuntimeEvaluation(String version, PrintStream out, PrintStream err) {
        this.version = version;
        this.out = out;
        this.err = err;
    }

    /// Runs `evaluate` or `scorecard` with their arguments; answers the exit code.
    public int run(List<String> arguments) {
        var rest = arguments.subList(1, arguments.size());
        return attempt(() -> switch (arguments.getFirst()) {
                    case "evaluate" -> evaluate(EvaluationOptions.read(rest));
                    case "scorecard" -> scorecard(rest);
                    default -> throw new Refusal(Exit.USAGE, "evaluate or scorecard?");
                })
                .code();
    }

    /// A command that may fail, as exit code.
    interface Work {
        Exit run() throws IOException;
    }

    Exit attempt(Work work) {
        try {
            return work.run();
        } catch (Refusal refusal) {
            return trouble(refusal.exit(), refusal);
        } catch (RuntimeFailure failure) {
            return trouble(
                    failure.kind() == RuntimeFailure.Kind.UNREACHABLE ? Exit.UNAVAILABLE : Exit.FAILURE, failure);
        } catch (Failure | Obstacle | IOException | IllegalArgumentException failure) {
            return trouble(Exit.FAILURE, failure);
        }
    }

    private Exit trouble(Exit exit, Exception failure) {
        err.println("error: " + failure.getMessage());
        return exit;
    }

    private Exit evaluate(EvaluationOptions options) throws IOException {
        var candidate = Candidate.ofDriver(options.driver())
                .orElseThrow(() -> new Refusal(
                        Exit.USAGE, "there is no driver " + options.driver() + "; there are libvirt and simulated"));
        var finished = new CountDownLatch(1);
        var hook = breakOff(Thread.currentThread(), finished);
        try (var subject = Subjects.open(options)) {
            return evaluate(options, candidate, subject);
        } finally {
            finished.countDown();
            forget(hook);
        }
    }

    Exit evaluate(EvaluationOptions options, Candidate candidate, Subject subject) throws IOException {
        var evaluation = new Evaluation(
                subject.runtime(), subject.guest(), subject.incidents(), options.patience(), subject.ledger());
        removeRest(evaluation, subject);
        refuseHostInService(subject);
        var host = subject.runtime().facts();
        var results = evaluation.run(Kit.checks(), options::wants, this::tell);
        var interrupted = Thread.interrupted();
        removeRest(evaluation, subject);
        if (interrupted) {
            err.println("broken off; nothing of it is left on " + host.hostname());
            return Exit.INTERRUPTED;
        }
        var report = Report.of(candidate, version, Instant.now(), host, results);
        // First, so that a disk that is full costs the file alone.
        out.print(options.json() ? text(report) : ReportText.of(report));
        err.println("report: " + keep(report, options.report()));
        return exit(report);
    }

    /// Whatever this or an earlier evaluation left.
    private void removeRest(Evaluation evaluation, Subject subject) {
        for (var vm : subject.leftOver().get()) {
            err.println("removing machine " + vm + ", which was left over");
            evaluation.remove(vm);
        }
    }

    private static void refuseHostInService(Subject subject) {
        var there = subject.runtime().observeAll().vms();
        if (!there.isEmpty()) {
            throw new Refusal(
                    Exit.CONFLICT,
                    subject.runtime().facts().hostname() + " carries " + there.size()
                            + " machines of the platform; evaluate a host before it is put into service");
        }
    }

    private void tell(Result result) {
        err.println(ReportText.line(Outcome.of(result)));
    }

    private static Exit exit(Report report) {
        if (report.count(Found.BROKEN) > 0) {
            return Exit.FAILURE;
        }
        return report.count(Found.NOT_MEASURED) > 0 ? Exit.INCOMPLETE : Exit.DONE;
    }

    private static Path keep(Report report, @Nullable Path given) throws IOException {
        var file = given == null ? usual(report) : given;
        Files.createDirectories(Objects.requireNonNull(file.getParent(), "a report is in a directory"));
        return Files.writeString(file, text(report));
    }

    /// Beside the command line's other state, which a person may write to.
    private static Path usual(Report report) {
        var given = System.getenv("XDG_STATE_HOME");
        var state = given == null || given.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".local", "state")
                : Path.of(given);
        return state.resolve("dataverket/evaluations")
                .resolve(report.candidate() + "-" + STAMP.format(report.at()) + ".json");
    }

    private static String text(Report report) {
        return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n";
    }

    private Exit scorecard(List<String> arguments) throws IOException {
        if (arguments.size() != 1) {
            throw new Refusal(Exit.USAGE, "scorecard needs the directory with the reports");
        }
        var directory = Path.of(arguments.getFirst());
        if (!Files.isDirectory(directory)) {
            throw new Refusal(Exit.USAGE, directory + " is no directory");
        }
        out.print(ScorecardDocument.of(reports(directory)));
        return Exit.DONE;
    }

    /// The reports in a directory, the newest of a candidate last.
    static List<Report> reports(Path directory) throws IOException {
        var reports = new ArrayList<Report>();
        try (var files = Files.newDirectoryStream(directory, "*.json")) {
            for (var file : files) {
                reports.add(Json.read(Files.readString(file), Report.class));
            }
        }
        reports.sort(Comparator.comparing(Report::at));
        return reports;
    }

    /// Ends the evaluation when the process is told to end, and keeps the process until the host is clean.
    private static Thread breakOff(Thread worker, CountDownLatch finished) {
        var hook = new Thread(() -> {
            worker.interrupt();
            try {
                finished.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
        return hook;
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            // the hook sees that it is finished
        }
    }
}

package no.dataverket.maskin.evaluation.check;

import static no.dataverket.maskin.evaluation.Workbench.FIRST;
import static no.dataverket.maskin.evaluation.Workbench.SECOND;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import no.dataverket.maskin.evaluation.Check;
import no.dataverket.maskin.evaluation.Criterion;
import no.dataverket.maskin.evaluation.Incident;
import no.dataverket.maskin.evaluation.Workbench;
import no.dataverket.maskin.runtime.Capability;
import no.dataverket.maskin.runtime.Power;
import no.dataverket.maskin.runtime.RebootRequest;
import no.dataverket.maskin.runtime.RemoveOutcome;
import no.dataverket.maskin.runtime.RuntimeFailure.Kind;
import no.dataverket.maskin.runtime.StartOutcome;
import no.dataverket.maskin.runtime.StopMode;
import no.dataverket.maskin.runtime.StopOutcome;

/// Machines start and stop once for each time they are told to, and say how.
final class PowerChecks {

    private static final int CALLERS = 8;
    private static final Duration SHORT = Duration.ofMillis(500);

    static final List<Check> ALL = List.of(
            Check.of(
                    "start-and-stop-once",
                    Criterion.POWER,
                    "a machine is started once and stopped once, however often it is asked for",
                    PowerChecks::once),
            Check.of(
                    "starts-at-once",
                    Criterion.AUTOMATION,
                    "many starts at the same time make one run",
                    PowerChecks::atOnce),
            Check.of(
                    "absent-machine",
                    Criterion.AUTOMATION,
                    "a machine that is not there is neither started nor missed",
                    PowerChecks::absent),
            Check.of("graceful-stop", Criterion.POWER, "a guest shuts down when it is asked", PowerChecks::graceful)
                    .where(Capability.CONSOLE_LOG),
            Check.of(
                            "deadline-of-a-stop",
                            Criterion.POWER,
                            "a guest that does not listen is off when the time is up",
                            PowerChecks::deadline)
                    .needing(Incident.PAUSE),
            Check.of("resume", Criterion.POWER, "a paused machine is seen to be, and resumed", PowerChecks::resumed)
                    .needing(Incident.PAUSE));

    private PowerChecks() {}

    private static void once(Workbench bench) {
        var definition = bench.defined(1);
        var vm = definition.id();
        var runtime = bench.runtime();
        var evidence = bench.evidence();
        evidence.same("starting", runtime.ensureRunning(vm, FIRST, bench.patience()), StartOutcome.STARTED);
        var first = bench.observe(vm);
        evidence.same("its power", first.power(), Power.RUNNING);
        evidence.same(
                "starting again", runtime.ensureRunning(vm, FIRST, bench.patience()), StartOutcome.ALREADY_RUNNING);
        evidence.holds("the run is the same", bench.observe(vm).instance().equals(first.instance()));
        evidence.holds("it is of the definition", bench.instance(vm).specHash().equals(definition.specHash()));
        evidence.holds("nothing waits for a cold start", !first.runsOldDefinition());

        evidence.same("stopping", runtime.ensureStopped(vm, FIRST, new StopMode.Forced()), StopOutcome.DESTROYED);
        evidence.same(
                "stopping again", runtime.ensureStopped(vm, FIRST, new StopMode.Forced()), StopOutcome.ALREADY_OFF);
        evidence.same("its power", bench.observe(vm).power(), Power.OFF);
        evidence.holds("it has no run", bench.observe(vm).instance().isEmpty());
    }

    private static void atOnce(Workbench bench) {
        var vm = bench.defined(1).id();
        var outcomes = new ArrayList<StartOutcome>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, CALLERS)
                    .mapToObj(_ -> threads.submit(() -> bench.runtime().ensureRunning(vm, FIRST, bench.patience())))
                    .toList();
            for (var call : calls) {
                outcomes.add(call.get());
            }
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        bench.evidence().same("callers that were answered", outcomes.size(), CALLERS);
        bench.evidence()
                .same("of whom told that they started it", Collections.frequency(outcomes, StartOutcome.STARTED), 1);
    }

    private static void absent(Workbench bench) {
        var vm = bench.newVm();
        var runtime = bench.runtime();
        var evidence = bench.evidence();
        var reboot = new RebootRequest("token", new StopMode.Forced(), bench.patience());
        evidence.holds("it is not observed", runtime.observe(vm).isEmpty());
        evidence.refused(Kind.NOT_FOUND, "starting", () -> runtime.ensureRunning(vm, FIRST, bench.patience()));
        evidence.refused(Kind.NOT_FOUND, "rebooting", () -> runtime.reboot(vm, FIRST, reboot));
        evidence.refused(Kind.NOT_FOUND, "reading its console", () -> runtime.consoleLog(vm, 0, 100));
        evidence.same("stopping", runtime.ensureStopped(vm, FIRST, new StopMode.Forced()), StopOutcome.ALREADY_OFF);
        evidence.same("removing", runtime.ensureAbsent(vm, FIRST, bench.patience()), RemoveOutcome.ALREADY_ABSENT);
    }

    private static void graceful(Workbench bench) {
        var vm = bench.running(0).id();
        bench.awaitReady(vm);
        bench.evidence()
                .same(
                        "stopping",
                        bench.runtime().ensureStopped(vm, SECOND, new StopMode.Graceful(bench.patience())),
                        StopOutcome.SHUT_DOWN_BY_GUEST);
        bench.evidence().same("its power", bench.observe(vm).power(), Power.OFF);
        bench.evidence().same("the revision that is held", bench.observe(vm).revision(), SECOND);
    }

    private static void deadline(Workbench bench) {
        var vm = bench.running(0).id();
        bench.incidents().pause(vm);
        bench.evidence()
                .same(
                        "stopping",
                        bench.runtime().ensureStopped(vm, FIRST, new StopMode.Graceful(SHORT)),
                        StopOutcome.DESTROYED_AT_LIMIT);
        bench.evidence().same("its power", bench.observe(vm).power(), Power.OFF);
    }

    private static void resumed(Workbench bench) {
        var vm = bench.running(0).id();
        bench.incidents().pause(vm);
        var evidence = bench.evidence();
        evidence.same("its power", bench.observe(vm).power(), Power.PAUSED);
        evidence.holds("it has a run", bench.observe(vm).instance().isPresent());
        evidence.same("starting", bench.runtime().ensureRunning(vm, FIRST, bench.patience()), StartOutcome.RESUMED);
        evidence.same("its power", bench.observe(vm).power(), Power.RUNNING);
    }
}

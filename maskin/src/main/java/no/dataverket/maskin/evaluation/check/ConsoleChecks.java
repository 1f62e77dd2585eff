package no.dataverket.maskin.evaluation.check;

import static no.dataverket.maskin.evaluation.Workbench.FIRST;

import java.util.Arrays;
import java.util.List;
import no.dataverket.maskin.evaluation.Check;
import no.dataverket.maskin.evaluation.Criterion;
import no.dataverket.maskin.evaluation.Workbench;
import no.dataverket.maskin.runtime.Capability;
import no.dataverket.maskin.runtime.StopMode;

/// What a guest wrote is there for whoever has to find out what happened to it.
final class ConsoleChecks {

    private static final int PIECE = 10;
    private static final int ALL_OF_IT = 1 << 20;

    static final List<Check> ALL = List.of(Check.of(
                    "console-outlives-a-stop",
                    Criterion.OBSERVABILITY,
                    "the console log is read in pieces, and outlives stops and starts",
                    ConsoleChecks::outlivesAStop)
            .where(Capability.CONSOLE_LOG));

    private ConsoleChecks() {}

    private static void outlivesAStop(Workbench bench) {
        var vm = bench.defined(0).id();
        var runtime = bench.runtime();
        var evidence = bench.evidence();
        evidence.same(
                "bytes before the first start", runtime.consoleLog(vm, 0, PIECE).bytes().length, 0);
        runtime.ensureRunning(vm, FIRST, bench.patience());
        bench.awaitReady(vm);
        runtime.ensureStopped(vm, FIRST, new StopMode.Forced());

        var head = runtime.consoleLog(vm, 0, PIECE);
        var rest = runtime.consoleLog(vm, head.next(), ALL_OF_IT);
        evidence.same("a piece from", head.from(), 0L);
        evidence.same("its bytes", head.bytes().length, PIECE);
        evidence.same("the next piece from", rest.from(), (long) PIECE);
        evidence.holds(
                "together they say that the guest was ready",
                (head.text() + rest.text()).contains(bench.guest().readyMarker()));
        evidence.same(
                "bytes after the end",
                runtime.consoleLog(vm, rest.next(), PIECE).bytes().length,
                0);

        runtime.ensureRunning(vm, FIRST, bench.patience());
        bench.awaitReady(vm, rest.next());
        evidence.holds(
                "what was written before the second start is still there",
                Arrays.equals(runtime.consoleLog(vm, 0, PIECE).bytes(), head.bytes()));
    }
}

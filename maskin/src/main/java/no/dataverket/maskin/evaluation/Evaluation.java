package no.dataverket.maskin.evaluation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import no.dataverket.maskin.runtime.Capability;
import no.dataverket.maskin.runtime.RuntimeFailure;
import no.dataverket.maskin.runtime.VmId;
import no.dataverket.maskin.runtime.VmRuntime;

/// Carries checks out against a runtime, one after the other, each with machines of its own.
public final class Evaluation {

    private final VmRuntime runtime;
    private final Guest guest;
    private final Incidents incidents;
    private final Duration patience;
    private final Ledger ledger;

    public Evaluation(VmRuntime runtime, Guest guest, Incidents incidents, Duration patience, Ledger ledger) {
        this.runtime = runtime;
        this.guest = guest;
        this.incidents = incidents;
        this.patience = patience;
        this.ledger = ledger;
    }

    /// Carries checks out. An interrupt ends it after the machines of the check under way were removed;
    /// what was not begun is then not measured.
    ///
    /// @param wanted which ones; the others are not measured
    /// @param progress told of each result that was wanted
    public List<Result> run(List<Check> checks, Predicate<Check> wanted, Consumer<Result> progress) {
        var results = new ArrayList<Result>();
        for (var check : checks) {
            if (!wanted.test(check)) {
                results.add(unmeasured(check, "not asked for"));
                continue;
            }
            var result = Thread.currentThread().isInterrupted() ? unmeasured(check, "broken off") : run(check);
            results.add(result);
            progress.accept(result);
        }
        return results;
    }

    /// Carries one out.
    public Result run(Check check) {
        var lacking = EnumSet.noneOf(Capability.class);
        lacking.addAll(check.capabilities());
        lacking.removeAll(runtime.capabilities());
        if (!lacking.isEmpty()) {
            return new Result(check, new Verdict.Lacking(lacking), List.of(), Duration.ZERO);
        }
        var impossible = EnumSet.noneOf(Incident.class);
        impossible.addAll(check.incidents());
        impossible.removeAll(incidents.possible());
        if (!impossible.isEmpty()) {
            return unmeasured(check, "needs what can't be let happen here: " + impossible);
        }
        return carryOut(check);
    }

    /// Removes a machine that an evaluation left.
    public void remove(VmId vm) {
        Workbench.remove(runtime, vm, patience, ledger);
    }

    private Result carryOut(Check check) {
        var began = System.nanoTime();
        var bench = new Workbench(runtime, guest, incidents, patience, ledger);
        var verdict = verdict(check, bench);
        // what is left on the host matters more than being in time
        var interrupted = Thread.interrupted();
        try {
            bench.close();
        } catch (RuntimeFailure failure) {
            verdict = after(verdict, "its machines can't be removed: " + failure.getMessage());
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
            verdict = new Verdict.NotMeasured("broken off");
        }
        return new Result(check, verdict, bench.evidence().lines(), Duration.ofNanos(System.nanoTime() - began));
    }

    private static Verdict verdict(Check check, Workbench bench) {
        try {
            check.procedure().run(bench);
            return new Verdict.Kept();
        } catch (BrokenPromise broken) {
            return new Verdict.Broken(String.valueOf(broken.getMessage()));
        } catch (RuntimeFailure failure) {
            return new Verdict.Broken(failure.kind() + ": " + failure.getMessage());
        } catch (Obstacle obstacle) {
            return new Verdict.NotMeasured(String.valueOf(obstacle.getMessage()));
        } catch (RuntimeException unexpected) {
            return new Verdict.Broken("it failed as no runtime may: " + unexpected);
        }
    }

    private static Verdict after(Verdict verdict, String trouble) {
        return new Verdict.Broken(verdict instanceof Verdict.Broken(var why) ? why + "; and " + trouble : trouble);
    }

    private static Result unmeasured(Check check, String why) {
        return new Result(check, new Verdict.NotMeasured(why), List.of(), Duration.ZERO);
    }
}

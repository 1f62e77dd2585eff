package no.dataverket.sentral.offerings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Preflight;
import no.dataverket.contract.api.Preflight.PreflightCheck;
import no.dataverket.contract.api.Preflight.Requirement;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;
import no.dataverket.sentral.api.Change;
import no.dataverket.sentral.api.Mutations.Rehearsal;
import no.dataverket.sentral.tenancy.Budgets.Charge;
import org.jspecify.annotations.Nullable;

/// Answers what would come of a creation. The checks explain; the creation itself, carried out and taken back,
/// decides. So the answer is what the creation would answer in the same state, whatever the checks know of.
final class Preflights {

    private final Context context;

    Preflights(Context context) {
        this.context = context;
    }

    /// What would be created: its name must be free, and its charges must fit.
    record Subject(IdKind kind, Id environment, String name, String datacenter, List<Charge> charges) {}

    /// @param saga that would create it; null where none does
    /// @param create the creation itself
    /// @param examine finds what is missing for it
    /// @throws Failure for a scope that is not the actor's to know, as the creation does
    Answer answer(
            Call call,
            String offering,
            @Nullable String saga,
            Function<Change, Answer> create,
            BiFunction<Change, Checklist, Optional<Subject>> examine) {
        var examined = new AtomicReference<>(new Checklist());
        var rehearsal = context.mutations()
                .rehearse(
                        call,
                        change -> {
                            var checklist = new Checklist();
                            examine.apply(change, checklist)
                                    .ifPresent(subject -> budgetsAndName(change.transaction(), subject, checklist));
                            examined.set(checklist);
                        },
                        create);
        var checklist = examined.get();
        boolean waits = saga != null && dependencies(saga, checklist);
        var preview = rehearsal.preview();
        if (preview != null) {
            preview.approvalsNeeded().forEach(checklist::consent);
            waits |= !preview.approvalsNeeded().isEmpty();
        }
        return Answer.of(
                200,
                new Preflight(
                        offering,
                        rehearsal.problem() == null,
                        waits,
                        decided(checklist.checks(), rehearsal),
                        preview,
                        rehearsal.problem()));
    }

    private void budgetsAndName(Transaction transaction, Subject subject, Checklist checklist) {
        var refusals = context.budgets().refusals(transaction, subject.datacenter(), subject.charges());
        refusals.forEach(checklist::miss);
        if (refusals.isEmpty()) {
            checklist.check(Requirement.QUOTA, "every limit has room", () -> {});
        }
        checklist.check(
                Requirement.NAME,
                "the name " + subject.name() + " is free",
                () -> context.resources()
                        .named(transaction, subject.kind(), subject.environment(), subject.name())
                        .ifPresent(taken -> {
                            throw Failure.of(ProblemCode.NAME_TAKEN, "The name " + subject.name() + " is taken.");
                        }));
    }

    /// Whether anything that the saga needs is away.
    private boolean dependencies(String saga, Checklist checklist) {
        boolean waits = false;
        for (var service : context.engine().services(saga)) {
            if (context.services().of(service).up()) {
                checklist.present(service + " is up");
            } else {
                checklist.delay(
                        service + " is away; the task would wait for it", "See since when and why: dv health get");
                waits = true;
            }
        }
        return waits;
    }

    /// The checks, made to say what the creation said where the two differ: it may know of more, and the state
    /// may have changed between them.
    private static List<PreflightCheck> decided(List<PreflightCheck> checks, Rehearsal rehearsal) {
        var problem = rehearsal.problem();
        var decided = new ArrayList<PreflightCheck>();
        for (var check : checks) {
            boolean outdated = problem == null && check.blocks() && !check.satisfied();
            if (!outdated) {
                decided.add(check);
            }
        }
        if (problem != null && checks.stream().noneMatch(check -> problem.code().equals(check.code()))) {
            decided.add(Checklist.unmet(problem));
        }
        return decided;
    }
}

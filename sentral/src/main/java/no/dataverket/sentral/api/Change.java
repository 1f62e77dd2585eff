package no.dataverket.sentral.api;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Accepted;
import no.dataverket.contract.api.AuditChange;
import no.dataverket.contract.api.AuditEntry;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.Operation.Lane;
import no.dataverket.contract.api.Preview;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.http.Call;
import no.dataverket.core.json.Json;
import no.dataverket.core.telemetry.Telemetry;
import no.dataverket.sentral.approvals.Approvals;
import no.dataverket.sentral.audit.AuditLog;
import no.dataverket.sentral.audit.Differences;
import no.dataverket.sentral.inventory.Resource;
import no.dataverket.sentral.tasks.Engine;
import no.dataverket.sentral.tasks.TaskStart;
import no.dataverket.sentral.tenancy.Scope;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One mutation of the public API on its way: the transaction that everything of it shares, who asked, and
/// what it does, in case only that was asked.
public final class Change {

    private final Transaction transaction;
    private final Call call;
    private final Actor actor;
    private final Wishes wishes;
    private final Tools tools;
    private final Engine engine;
    private final AuditLog audit;
    private final Telemetry telemetry;
    private final Approvals.@Nullable Stored approved;
    private final boolean rehearses;
    private final List<String> approvalsNeeded = new ArrayList<>();
    private final List<String> creates = new ArrayList<>();
    private final List<String> changes = new ArrayList<>();
    private final List<String> deletes = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();
    private final List<String> blockedOn = new ArrayList<>();
    private final List<Supplier<Map<String, String>>> charges = new ArrayList<>();
    private final Map<String, String> quotaAfter = new LinkedHashMap<>();
    private @Nullable Id approval;
    private @Nullable Consent consent;
    private @Nullable JsonNode before;
    private @Nullable JsonNode after;
    private @Nullable Function<List<AuditChange>, AuditEntry> entry;
    private @Nullable Id begun;
    private boolean written;

    /// What a change is made with.
    record Tools(Engine engine, Approvals approvals, HeldRequests heldRequests, AuditLog audit, Telemetry telemetry) {}

    /// @param approved the approval that it is carried out by; null for a request as it comes
    /// @param rehearses whether all of it is taken back
    Change(Transaction transaction, Call call, Tools tools, Approvals.@Nullable Stored approved, boolean rehearses) {
        this.transaction = transaction;
        this.call = call;
        this.actor = new Actor(call.actor());
        this.wishes = Wishes.of(call);
        this.tools = tools;
        this.engine = tools.engine();
        this.audit = tools.audit();
        this.telemetry = tools.telemetry();
        this.approved = approved;
        this.rehearses = rehearses;
    }

    public Transaction transaction() {
        return transaction;
    }

    public Call call() {
        return call;
    }

    public Actor actor() {
        return actor;
    }

    /// Whether nothing may happen that a rollback does not undo.
    public boolean onlyAsks() {
        return rehearses;
    }

    /// Notes what the change would do, for those who ask first.
    public Change creates(String what) {
        creates.add(what);
        return this;
    }

    public Change changes(String what) {
        changes.add(what);
        return this;
    }

    public Change deletes(String what) {
        deletes.add(what);
        return this;
    }

    /// Charges budgets when everything else of the change is written: all who create something in the same
    /// scope wait for each other from then on.
    ///
    /// @param charging charges, and says what is used after it, for those who only ask
    public Change chargesLast(Supplier<Map<String, String>> charging) {
        charges.add(charging);
        return this;
    }

    /// Begins the task that carries the change, and notes the audit entry that goes with it.
    public Id begin(String kind, Resource target, long generation, Record input) {
        told(target.spec());
        return begin(start(
                kind,
                target.id(),
                target.name(),
                target.tenant(),
                target.project(),
                target.environment(),
                target.datacenter(),
                generation,
                Json.tree(input)));
    }

    /// Begins a task on a scope, and notes the audit entry that goes with it.
    public Id begin(String kind, Scope target, Record input) {
        return begin(start(kind, target, Json.tree(input)));
    }

    private Id begin(TaskStart start) {
        steps.addAll(engine.stepTitles(start.kind()));
        blockedOn.addAll(engine.away(start.kind()));
        wishes.requirePresent(blockedOn);
        var task = engine.begin(transaction, start, approved == null ? null : approved.task());
        begun = task;
        note(start, task, "ACCEPTED");
        return task;
    }

    private void note(TaskStart start, Id task, String outcome) {
        note(
                start.kind(),
                start.target(),
                start.targetName(),
                start.tenant(),
                start.project(),
                start.environment(),
                task,
                outcome);
    }

    /// Takes a failed task up again, as a new one.
    public Id retry(Id failed) {
        var task = engine.retry(transaction, failed);
        begun = task;
        return task;
    }

    private TaskStart start(String kind, Scope target, JsonNode input) {
        return start(
                kind,
                target.id(),
                target.name(),
                target.tenant(),
                target.project(),
                target.environment(),
                null,
                target.generation(),
                input);
    }

    private TaskStart start(
            String kind,
            Id target,
            String name,
            @Nullable Id tenant,
            @Nullable Id project,
            @Nullable Id environment,
            @Nullable String datacenter,
            long generation,
            JsonNode input) {
        return new TaskStart(
                kind,
                tenant,
                project,
                environment,
                datacenter,
                target,
                name,
                generation,
                actor.name(),
                call.requestId(),
                telemetry.correlation(),
                telemetry.traceparent(),
                input,
                wishes.priority(),
                null,
                call.operation().cost().lane() == Lane.DESTRUCTIVE);
    }

    /// Writes down the task of a change that is complete with its transaction, and notes the audit entry that goes
    /// with it.
    public Id done(String kind, Scope target) {
        var start = start(kind, target, Json.object());
        var task = engine.held().done(transaction, start, approved == null ? null : approved.task());
        note(start, task, "SUCCEEDED");
        return task;
    }

    /// Goes on only with the consent that the change needs; otherwise the request is kept, and this never returns.
    /// Called before anything is written.
    ///
    /// @throws no.dataverket.contract.Failure `MANUAL_ONLY`; `APPROVAL_VOID` if it needs more than was given
    public void needs(Consent asked) {
        consent = asked;
        var automation = asked.automationClass();
        if (approved != null) {
            if (automation.compareTo(approved.automation()) > 0) {
                throw Failure.of(ProblemCode.APPROVAL_VOID, "It needs " + automation + " by now.");
            }
            return;
        }
        switch (automation) {
            case AUTO, AUTO_WITH_NOTICE -> {}
            case MANUAL_ONLY ->
                throw Failure.of(ProblemCode.MANUAL_ONLY, "People do this by hand: " + asked.cause() + ".");
            case ONE_APPROVAL, FOUR_EYES -> {
                if (!rehearses) {
                    throw new Held(asked);
                }
                approvalsNeeded.add(asked.what());
            }
        }
    }

    /// Keeps the request until it is approved: with the task that waits, and the audit entry of having asked.
    ///
    /// @param effects what it does, as a rehearsal found
    /// @return the resource as it stands, and the task
    Accepted<Record> hold(Held held, Preview effects) {
        var asked = held.consent();
        // What only operators ask for and decide is not told to the tenant before it is done.
        boolean ofOperators = actor.operator() && asked.decider() == Access.OPERATOR;
        var start = start(
                asked.action(),
                asked.subject(),
                asked.name(),
                ofOperators ? null : asked.tenant(),
                ofOperators ? null : asked.project(),
                ofOperators ? null : asked.environment(),
                asked.datacenter(),
                asked.generation(),
                Json.object());
        var kept = tools.heldRequests().keep(transaction, call, asked, effects, start);
        approval = kept.approval();
        note(
                asked.action(),
                asked.subject(),
                asked.name(),
                asked.tenant(),
                asked.project(),
                asked.environment(),
                kept.task().id(),
                "WAITING_APPROVAL");
        return new Accepted<>(asked.view().apply(kept.approval()), kept.task());
    }

    /// What the change is carried out by, or about; it goes into its audit entry.
    public Change of(Id approvalId) {
        approval = approvalId;
        return this;
    }

    /// The approval that it is carried out by: those who decided have given what the actor lacks.
    public Optional<Id> approved() {
        return Optional.ofNullable(approved).map(Approvals.Stored::id);
    }

    /// Says what the change makes of the target's desired state, for the audit entry. Without it, what is created
    /// is told as it came, what is deleted as it was, and everything else as unchanged.
    public Change becomes(Record desired) {
        after = Json.tree(desired);
        return this;
    }

    /// Says what the target's desired state was, where it is no resource.
    public Change was(Record desired) {
        before = Json.tree(desired);
        return this;
    }

    /// Says of what kind the one audit entry of a change of a resource is that is complete with its transaction.
    public void audit(String action, Resource target) {
        told(target.spec());
        note(
                action,
                target.id(),
                target.name(),
                target.tenant(),
                target.project(),
                target.environment(),
                null,
                "SUCCEEDED");
    }

    /// The same for a scope.
    public void audit(String action, Scope target) {
        note(
                action,
                target.id(),
                target.name(),
                target.tenant(),
                target.project(),
                target.environment(),
                null,
                "SUCCEEDED");
    }

    /// The same for something else.
    public void audit(String action, Id target, String name, @Nullable Id tenant, @Nullable Id project) {
        note(action, target, name, tenant, project, null, null, "SUCCEEDED");
    }

    /// Writes the audit entry now, because what follows has an effect outside of the transaction: nothing of that
    /// kind happens without an entry.
    public void auditFirst(String action, Id target, String name, @Nullable Id tenant, @Nullable Id project) {
        audit(action, target, name, tenant, project);
        writeEntry();
    }

    /// The same for a resource.
    public void auditFirst(String action, Resource target) {
        audit(action, target);
        writeEntry();
    }

    /// Says that it was done before, so that nothing changes and nothing is to be told.
    public void alreadyDone() {
        written = true;
    }

    /// Completes the change: exactly one audit entry, then what others wait for, the project's room for a task and the
    /// budgets.
    void finish() {
        if (!written) {
            writeEntry();
        }
        if (begun != null) {
            engine.requireRoom(transaction, begun);
        }
        charges.forEach(charging -> quotaAfter.putAll(charging.get()));
        if (approved != null) {
            tools.approvals().update(transaction, approved, approved.machine().carryOut(hash()), Instant.now(), null);
        }
    }

    /// Hash of what is carried out, now that all of it is known.
    private String hash() {
        if (consent == null) {
            throw Failure.of(ProblemCode.APPROVAL_VOID, "It needs no approval any more.");
        }
        return Fingerprint.of(call, consent.subject(), consent.generation(), preview());
    }

    private void told(JsonNode spec) {
        if (!creates.isEmpty()) {
            after = after == null ? spec : after;
        } else {
            before = before == null ? spec : before;
        }
    }

    private void writeEntry() {
        if (entry == null) {
            throw new IllegalStateException(call.operation().id() + " changes something and says not what");
        }
        var becomes = after == null && deletes.isEmpty() ? before : after;
        audit.write(transaction, entry.apply(Differences.between(before, becomes)));
        written = true;
    }

    Preview preview() {
        return new Preview(
                List.copyOf(creates),
                List.copyOf(changes),
                List.copyOf(deletes),
                List.copyOf(steps),
                new LinkedHashMap<>(quotaAfter),
                List.copyOf(approvalsNeeded),
                List.copyOf(blockedOn));
    }

    private void note(
            String action,
            Id target,
            String name,
            @Nullable Id tenant,
            @Nullable Id project,
            @Nullable Id environment,
            @Nullable Id task,
            String outcome) {
        if (entry != null) {
            throw new IllegalStateException(call.operation().id() + " is two changes: also " + action);
        }
        entry = changed -> new AuditEntry(
                Id.next(IdKind.AUDIT_ENTRY),
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                actor.name(),
                action,
                target,
                name,
                tenant,
                project,
                environment,
                call.requestId(),
                task,
                outcome,
                actor.principal().id(),
                approved == null ? approval : approved.id(),
                changed);
    }
}

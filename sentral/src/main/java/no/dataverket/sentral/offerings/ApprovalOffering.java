package no.dataverket.sentral.offerings;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.Problem;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.ApprovalGrant;
import no.dataverket.contract.api.ApprovalRefusal;
import no.dataverket.contract.api.ApprovalState;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.Role;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;
import no.dataverket.core.http.Endpoint;
import no.dataverket.sentral.api.Actor;
import no.dataverket.sentral.api.Change;
import no.dataverket.sentral.api.Pages;
import no.dataverket.sentral.approvals.ApprovalRequest;
import no.dataverket.sentral.approvals.Approvals;
import no.dataverket.sentral.approvals.Person;

/// What waits for somebody's consent: seen by the one who asked and by those who may decide it, and by nobody else.
public final class ApprovalOffering implements Offering {

    private final Context context;

    public ApprovalOffering(Context context) {
        this.context = context;
    }

    @Override
    public Map<String, Endpoint> endpoints() {
        return Map.of(
                "listApprovals",
                this::list,
                "getApproval",
                this::get,
                "approveApproval",
                call -> context.mutations().run(call, this::approve),
                "rejectApproval",
                call -> context.mutations().run(call, this::reject),
                "withdrawApproval",
                call -> context.mutations().run(call, this::withdraw));
    }

    /// Takes back what a task waits for; nothing of it happens. Only the one who asked does that: everybody else
    /// may refuse it, if it is theirs to decide.
    ///
    /// @throws Failure `ACTION_FORBIDDEN`, `APPROVAL_DECIDED`
    static Approvals.Stored withdraw(Context context, Change change, Id task) {
        var transaction = change.transaction();
        var approval = context.approvals().lockOfTask(transaction, task).orElseThrow();
        if (!approval.requester().id().equals(change.actor().principal().id())) {
            throw Failure.of(ProblemCode.ACTION_FORBIDDEN, "Only the one who asked takes it back.")
                    .hint("If it is yours to decide, refuse it: dv approval reject " + approval.id() + " --reason WHY");
        }
        var stored = context.approvals()
                .update(transaction, approval, approval.machine().withdraw(), Instant.now(), null);
        var cause = Problem.of(ProblemCode.CANCELLED_BY_REQUEST, "The request was taken back before it was approved.");
        context.engine().held().end(transaction, task, true, cause);
        change.was(approval.view()).becomes(stored.view()).of(approval.id());
        return stored;
    }

    private Answer list(Call call) {
        var wanted = Pages.of(call);
        var actor = new Actor(call.actor());
        var state = call.parameter("state").map(ApprovalOffering::state).orElse(null);
        return context.database().call(transaction -> {
            var found = context.approvals()
                    .list(
                            transaction,
                            actor.visibility(),
                            actor.principal().id(),
                            state,
                            wanted.after(),
                            wanted.toRead());
            return wanted.page(
                    found,
                    approval -> approval.id().uuid(),
                    shown -> shown.stream().map(Approvals.Stored::view).toList());
        });
    }

    private Answer get(Call call) {
        return context.database()
                .call(transaction -> Answer.of(200, find(transaction, call).view()));
    }

    private Answer approve(Change change) {
        var body = change.call().body(ApprovalGrant.class);
        var approval = toDecide(change);
        var now = Instant.now();
        var by = Person.of(change.actor().principal());
        var decided = approval.machine().approve(by, body.comment(), body.hash(), now);
        return decided(change, "approval.approve", approval, decided, now);
    }

    private Answer reject(Change change) {
        var body = change.call().body(ApprovalRefusal.class);
        var approval = toDecide(change);
        var now = Instant.now();
        var by = Person.of(change.actor().principal());
        var decided = approval.machine().reject(by, body.reason(), now);
        if (!decided.equals(approval.machine())) {
            var cause = Problem.of(
                    ProblemCode.APPROVAL_REJECTED,
                    change.actor().name() + " refused the request. They say: " + body.reason());
            context.engine().held().end(change.transaction(), approval.task(), false, cause);
        }
        return decided(change, "approval.reject", approval, decided, now);
    }

    private Answer withdraw(Change change) {
        var found = find(change.transaction(), change.call());
        var stored = withdraw(context, change, found.task());
        tell(change.changes("approval " + found.id() + ": " + stored.machine().state()), "approval.withdraw", found);
        return Answer.of(200, stored.view());
    }

    /// Locked, and the actor's to decide.
    private Approvals.Stored toDecide(Change change) {
        var transaction = change.transaction();
        var found = find(transaction, change.call());
        var approval = context.approvals().lock(transaction, found.id()).orElseThrow();
        var subject = approval.subject();
        change.actor().require(access(approval.eligible()), subject.tenant(), subject.project());
        return approval;
    }

    private Answer decided(
            Change change, String action, Approvals.Stored approval, ApprovalRequest decided, Instant now) {
        if (decided.equals(approval.machine())) {
            change.alreadyDone();
            return Answer.of(200, approval.view());
        }
        var stored = context.approvals().update(change.transaction(), approval, decided, now, null);
        change.changes("approval " + approval.id() + ": " + decided.state())
                .was(approval.view())
                .becomes(stored.view())
                .of(approval.id());
        tell(change, action, approval);
        return Answer.of(200, stored.view());
    }

    private static void tell(Change change, String action, Approvals.Stored approval) {
        var subject = approval.subject();
        change.audit(
                action, approval.id(), subject.action() + " " + subject.name(), subject.tenant(), subject.project());
    }

    private Approvals.Stored find(Transaction transaction, Call call) {
        var actor = new Actor(call.actor());
        var named = call.named("approval");
        return Id.tryParse(named)
                .filter(id -> id.kind() == IdKind.APPROVAL)
                .flatMap(id -> context.approvals().find(transaction, id))
                .filter(approval -> sees(actor, approval))
                .orElseThrow(() -> Failure.of(ProblemCode.RESOURCE_NOT_FOUND, "There is no approval " + named + ".")
                        .hint("See what there is: dv approval list"));
    }

    private static boolean sees(Actor actor, Approvals.Stored approval) {
        var subject = approval.subject();
        return approval.requester().id().equals(actor.principal().id())
                || actor.may(access(approval.eligible()), subject.tenant(), subject.project());
    }

    private static Access access(Role role) {
        return role == Role.PLATFORM_OPERATOR ? Access.OPERATOR : Access.TENANT_ADMIN;
    }

    private static ApprovalState state(String named) {
        return Arrays.stream(ApprovalState.values())
                .filter(known -> known.name().equals(named))
                .findFirst()
                .orElseThrow(
                        () -> Failure.of(ProblemCode.VALIDATION_FAILED, "There is no state " + named + " of approvals.")
                                .hint("One of " + List.of(ApprovalState.values())));
    }
}

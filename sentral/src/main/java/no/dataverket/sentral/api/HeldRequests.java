package no.dataverket.sentral.api;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Preview;
import no.dataverket.contract.api.Task;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.http.Call;
import no.dataverket.sentral.approvals.ApprovalRequest;
import no.dataverket.sentral.approvals.Approvals;
import no.dataverket.sentral.approvals.Person;
import no.dataverket.sentral.tasks.HeldTasks;
import no.dataverket.sentral.tasks.TaskStart;
import no.dataverket.sentral.tasks.Tasks;

/// Keeps requests that need consent first: each as it came, with an approval, and with a task that waits for it.
final class HeldRequests {

    private final Approvals approvals;
    private final HeldTasks heldTasks;
    private final Tasks tasks;

    HeldRequests(Approvals approvals, HeldTasks heldTasks, Tasks tasks) {
        this.approvals = approvals;
        this.heldTasks = heldTasks;
        this.tasks = tasks;
    }

    /// What a kept request waits with.
    record Kept(Id approval, Task task) {}

    /// Keeps a request.
    ///
    /// @param effects what it does
    /// @param start what its task begins with
    /// @throws Failure `RESOURCE_BUSY` if exactly this is kept already, as far as the actor may know
    Kept keep(Transaction transaction, Call call, Consent consent, Preview effects, TaskStart start) {
        var actor = new Actor(call.actor());
        var hash = Fingerprint.of(call, consent.subject(), consent.generation(), effects);
        requireFirst(transaction, actor, consent, hash);
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var task = Id.next(IdKind.TASK);
        var machine = ApprovalRequest.open(
                Id.next(IdKind.APPROVAL),
                consent.automationClass(),
                Person.of(actor.principal()),
                actor.may(consent.decider(), consent.tenant(), consent.project()),
                hash,
                now.plus(Approvals.LIFE));
        var approval = new Approvals.Stored(
                machine,
                consent.automationClass(),
                subject(consent),
                consent.sensitivity(),
                effects,
                consent.cause(),
                consent.reason(),
                Actor.role(consent.decider()),
                actor.principal(),
                request(call),
                task,
                now,
                null,
                null);
        if (!approvals.insert(transaction, approval)) {
            throw waitsAlready(consent, "See it: dv approval list --state PENDING");
        }
        heldTasks.hold(
                transaction,
                task,
                start,
                approval.id(),
                consent.what() + ". Approve it: dv approval approve " + approval.id(),
                machine.expiresAt());
        return new Kept(
                approval.id(), tasks.find(transaction, task).orElseThrow().task());
    }

    /// Somebody else's request is told to those who may decide it, and to nobody else.
    private void requireFirst(Transaction transaction, Actor actor, Consent consent, String hash) {
        if (actor.may(consent.decider(), consent.tenant(), consent.project())) {
            approvals
                    .open(transaction, consent.subject(), consent.action(), hash)
                    .ifPresent(open -> {
                        throw waitsAlready(consent, "Look at it: dv approval get " + open);
                    });
        }
    }

    private static Failure waitsAlready(Consent consent, String hint) {
        return Failure.of(
                        ProblemCode.RESOURCE_BUSY,
                        "Exactly this waits for an approval already: " + consent.action() + " of " + consent.name()
                                + ".")
                .hint(hint);
    }

    private static Approvals.Subject subject(Consent consent) {
        return new Approvals.Subject(
                consent.action(),
                consent.subject(),
                consent.name(),
                consent.generation(),
                consent.tenant(),
                consent.project());
    }

    private static Approvals.KeptRequest request(Call call) {
        return new Approvals.KeptRequest(
                call.operation().id(),
                call.path(),
                call.query(),
                call.header("If-Match").orElse(null),
                call.body(),
                call.requestId(),
                call.operation().method().name(),
                call.uri());
    }
}

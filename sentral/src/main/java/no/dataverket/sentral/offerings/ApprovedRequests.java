package no.dataverket.sentral.offerings;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.Problem;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.ProblemKind;
import no.dataverket.contract.api.ApprovalState;
import no.dataverket.contract.api.AuditEntry;
import no.dataverket.contract.api.Operation;
import no.dataverket.contract.api.Operations;
import no.dataverket.contract.command.IdentitetMessages.ListTokens;
import no.dataverket.contract.command.IdentitetMessages.Tokens;
import no.dataverket.core.bus.Origin;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.http.Call;
import no.dataverket.core.http.Endpoint;
import no.dataverket.sentral.api.Approved;
import no.dataverket.sentral.approvals.Approvals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries out what was approved, by the endpoint that the request came to and in the name of the one who asked,
/// and ends what nobody decided in time. A reconciler: what is approved is found in the database, so that nothing
/// is lost when a process ends in between, and the approval's own state keeps two processes from doing it twice.
public final class ApprovedRequests {

    private static final Logger LOG = LoggerFactory.getLogger(ApprovedRequests.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Context context;
    private final Map<String, Endpoint> endpoints;

    /// What is over some time, so that it makes sense to wait for it: a service that is away, too many tasks.
    private static final Set<ProblemKind> PASSES = Set.of(ProblemKind.UNAVAILABLE, ProblemKind.RATE_LIMITED);

    public ApprovedRequests(Context context, Map<String, Endpoint> endpoints) {
        this.context = context;
        this.endpoints = endpoints;
    }

    /// Looks at all approvals about which something has to be done.
    public void pass() {
        var due = context.database().call(transaction -> context.approvals().due(transaction, Instant.now()));
        for (var id : due) {
            context.database()
                    .call(transaction -> context.approvals().find(transaction, id))
                    .ifPresent(this::settle);
        }
    }

    private void settle(Approvals.Stored approval) {
        if (approval.machine().state() != ApprovalState.APPROVED) {
            context.database().run(transaction -> expire(transaction, approval.id()));
            return;
        }
        try {
            requireInTime(approval);
            requireGoodToken(approval);
            var endpoint =
                    Objects.requireNonNull(endpoints.get(approval.request().operation()));
            Approved.carryOut(approval, () -> endpoint.handle(call(approval)));
        } catch (Failure failure) {
            if (!PASSES.contains(failure.code().kind())) {
                context.database().run(transaction -> invalidate(transaction, approval.id(), failure.problem()));
            }
        } catch (RuntimeException failure) {
            // The others don't wait for it; it is tried again until its time is over.
            LOG.atWarn()
                    .setCause(failure)
                    .addKeyValue("approval", approval.id())
                    .log("what was approved could not be carried out; it is tried again");
        }
    }

    /// What can't be carried out for hours is not carried out later, when nobody thinks of it any more.
    private static void requireInTime(Approvals.Stored approval) {
        if (!approval.machine().isInTime(Instant.now())) {
            throw Failure.of(
                    ProblemCode.APPROVAL_EXPIRED,
                    "It was approved, and could not be carried out before "
                            + approval.machine().expiresAt() + ".");
        }
    }

    /// What was asked by a token that is no longer good was not asked by anybody.
    private void requireGoodToken(Approvals.Stored approval) {
        var requester = approval.requester();
        var origin = Origin.ofService("sentral", context.telemetry().correlation());
        boolean good = context.bus().ask(new ListTokens(null), Tokens.class, origin, PATIENCE).tokens().stream()
                .filter(token -> token.id().equals(requester.token()))
                .anyMatch(
                        token -> token.expiresAt() == null || token.expiresAt().isAfter(Instant.now()));
        if (!good) {
            throw Failure.of(
                    ProblemCode.APPROVAL_VOID, "The token of " + requester.name() + ", who asked, is no longer good.");
        }
    }

    private static Call call(Approvals.Stored approval) {
        var request = approval.request();
        var headers = Map.of(
                "Idempotency-Key",
                approval.id().uuid().toString(),
                "If-Match",
                Objects.requireNonNullElse(request.ifMatch(), "*"));
        return new Call(
                operation(request.operation()),
                request.path(),
                request.query(),
                name -> Optional.ofNullable(headers.get(name)),
                approval.requester(),
                request.body(),
                request.requestId(),
                request.uri());
    }

    private void expire(Transaction transaction, Id id) {
        var approval = context.approvals().lock(transaction, id).orElseThrow();
        var expired = approval.machine().expire(Instant.now());
        if (expired.state() == ApprovalState.EXPIRED && approval.machine().state() == ApprovalState.PENDING) {
            context.approvals().update(transaction, approval, expired, Instant.now(), null);
            var cause = Problem.of(
                    ProblemCode.APPROVAL_EXPIRED,
                    "Nobody decided before " + approval.machine().expiresAt() + ".");
            end(transaction, approval, "approval.expire", cause);
        }
    }

    private void invalidate(Transaction transaction, Id id, Problem cause) {
        var approval = context.approvals().lock(transaction, id).orElseThrow();
        if (approval.machine().state() == ApprovalState.APPROVED) {
            LOG.atInfo()
                    .addKeyValue("approval", id)
                    .addKeyValue("problem", cause.code())
                    .log("what was approved can't be carried out");
            context.approvals().update(transaction, approval, approval.machine().invalidate(), Instant.now(), cause);
            end(transaction, approval, "approval.void", cause);
        }
    }

    private void end(Transaction transaction, Approvals.Stored approval, String action, Problem cause) {
        context.engine().held().end(transaction, approval.task(), false, cause);
        var subject = approval.subject();
        context.audit()
                .write(
                        transaction,
                        new AuditEntry(
                                Id.next(IdKind.AUDIT_ENTRY),
                                Instant.now().truncatedTo(ChronoUnit.MICROS),
                                "service:sentral",
                                action,
                                approval.id(),
                                subject.action() + " " + subject.name(),
                                subject.tenant(),
                                subject.project(),
                                null,
                                approval.request().requestId(),
                                approval.task(),
                                cause.code(),
                                null,
                                approval.id(),
                                List.of()));
    }

    private static Operation operation(String id) {
        return Operations.all().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}

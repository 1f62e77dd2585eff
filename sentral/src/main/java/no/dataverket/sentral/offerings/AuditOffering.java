package no.dataverket.sentral.offerings;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.UUID;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;
import no.dataverket.core.http.Endpoint;
import no.dataverket.sentral.api.Actor;
import no.dataverket.sentral.api.Pages;
import no.dataverket.sentral.audit.AuditChains;
import no.dataverket.sentral.audit.AuditLog;
import org.jspecify.annotations.Nullable;

/// The audit log: what went on, and whether the log of it is whole.
public final class AuditOffering implements Offering {

    private final Context context;
    private final AuditChains chains;

    public AuditOffering(Context context) {
        this.context = context;
        this.chains = new AuditChains(context.database());
    }

    @Override
    public Map<String, Endpoint> endpoints() {
        return Map.of(
                "listAuditEntries", this::entries,
                "listAuditChains", this::chains,
                "listAuditRecords", this::records,
                "verifyAudit", this::verify);
    }

    private Answer entries(Call call) {
        var wanted = Pages.of(call);
        var actor = new Actor(call.actor());
        var since = time(call, "since");
        var until = time(call, "until");
        var approval = call.parameter("approval").map(AuditOffering::approval).orElse(null);
        return context.database().call(transaction -> {
            var scope = context.finder().ofQuery(transaction, actor, call);
            var filter = new AuditLog.Filter(
                    scope.tenantId(),
                    scope.projectId(),
                    scope.environmentId(),
                    call.parameter("actor").orElse(null),
                    call.parameter("target").orElse(null),
                    call.parameter("request_id").orElse(null),
                    approval,
                    since,
                    until);
            var entries =
                    context.audit().list(transaction, actor.visibility(), filter, wanted.after(), wanted.toRead());
            return wanted.page(entries, entry -> entry.id().uuid(), shown -> shown);
        });
    }

    private Answer chains(Call call) {
        requireOperator(call);
        var wanted = Pages.of(call);
        var after = wanted.after();
        var found = chains.list().stream()
                .filter(chain -> after == null || chain.number() > after.getLeastSignificantBits())
                .limit(wanted.toRead())
                .toList();
        return wanted.page(found, chain -> new UUID(0, chain.number()), shown -> shown);
    }

    private Answer records(Call call) {
        requireOperator(call);
        var wanted = Pages.of(call);
        return wanted.page(chains.records(wanted.after(), wanted.toRead()), AuditChains::key, shown -> shown);
    }

    private Answer verify(Call call) {
        requireOperator(call);
        return Answer.of(200, chains.verify());
    }

    private static void requireOperator(Call call) {
        new Actor(call.actor()).require(Access.OPERATOR, null, null);
    }

    private static @Nullable Instant time(Call call, String parameter) {
        var text = call.parameter(parameter);
        try {
            return text.map(Instant::parse).orElse(null);
        } catch (DateTimeParseException unreadable) {
            throw Failure.of(
                    ProblemCode.VALIDATION_FAILED, parameter + " must be a time in UTC, as 2026-05-04T10:31:00Z.");
        }
    }

    private static Id approval(String text) {
        return Id.tryParse(text)
                .filter(id -> id.kind() == IdKind.APPROVAL)
                .orElseThrow(() ->
                        Failure.of(ProblemCode.VALIDATION_FAILED, "approval must be the identifier of an approval."));
    }
}

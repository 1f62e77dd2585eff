package no.dataverket.contract.api;

import static no.dataverket.contract.api.OperationBuilder.get;

import java.util.List;
import no.dataverket.contract.api.Operation.Access;

/// What was changed and by whom, and whether the log of it is whole.
final class AuditOperations {

    private static final List<String> AUDIT = List.of(
            "AT=at", "ACTOR=actor", "ACTION=action", "TARGET=target_name", "OUTCOME=outcome", "REQUEST=request_id");

    private AuditOperations() {}

    static List<Operation> all() {
        return List.of(
                get("listAuditEntries", "/v1/audit-entries", "List what was changed and by whom, newest first")
                        .lists(AuditEntry.class)
                        .scoped("tenant", "project", "environment")
                        .text("actor", "Only by this actor.")
                        .text("target", "Only on this resource, by identifier.")
                        .text("request_id", "Only of this request.")
                        .text("approval", "Only what this approval allowed or is about.")
                        .text("since", "Only at this time or later, RFC 3339.")
                        .text("until", "Only before this time, RFC 3339.")
                        .cli(
                                "dv",
                                "audit",
                                "list",
                                AUDIT,
                                "dv audit list",
                                "dv audit list --project shop --since 2026-01-01T00:00:00Z",
                                "dv audit list -o json")
                        .build(),
                get("listAuditChains", "/v1/operator/audit-chains", "List how far the chains of audit records reach")
                        .by(Access.OPERATOR)
                        .lists(AuditChain.class)
                        .build(),
                get("listAuditRecords", "/v1/operator/audit-records", "List the audit records as they are chained")
                        .by(Access.OPERATOR)
                        .lists(AuditRecord.class)
                        .build(),
                get("verifyAudit", "/v1/operator/audit:verify", "Check that the audit log is whole and unchanged")
                        .by(Access.OPERATOR)
                        .answers(AuditVerdict.class)
                        .build());
    }
}

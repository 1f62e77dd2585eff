package no.dataverket.contract.api;

import static no.dataverket.contract.api.OperationBuilder.get;
import static no.dataverket.contract.api.OperationBuilder.post;

import java.util.List;
import no.dataverket.contract.api.Operation.Access;

/// What an operator needs when something is wrong: findings and runbooks.
final class CareOperations {

    private static final List<String> RUNBOOK = List.of("ID=id", "SEVERITY=severity", "TITLE=title", "OWNER=owner");

    private CareOperations() {}

    static List<Operation> all() {
        return List.of(
                get("getFindings", "/v1/operator/findings", "What is wrong now, and what to do about it")
                        .by(Access.OPERATOR)
                        .answers(Findings.class)
                        .build(),
                get("listRunbooks", "/v1/runbooks", "List the runbooks")
                        .lists(Runbook.class)
                        .cli("dv", "runbook", "list", RUNBOOK, "dv runbook list", "dv runbook list -o wide", "dv now")
                        .build(),
                get("getRunbook", "/v1/runbooks/{runbook}", "Get a runbook")
                        .answers(Runbook.class)
                        .build(),
                post("useRunbook", "/v1/operator/runbooks/{runbook}:use", "Record that a runbook is being followed")
                        .by(Access.OPERATOR)
                        .takes(RunbookUse.class)
                        .answers(Runbook.class)
                        .cli(
                                "dv",
                                "runbook",
                                "use",
                                RUNBOOK,
                                "dv runbook use rb-svc-001",
                                "dv runbook use rb-vm-001 --reason 'web-1 is DEGRADED'",
                                "dv runbook list")
                        .build());
    }
}

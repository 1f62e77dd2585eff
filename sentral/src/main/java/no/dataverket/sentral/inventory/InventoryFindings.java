package no.dataverket.sentral.inventory;

import java.util.List;
import java.util.stream.Stream;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.RunbookLibrary;
import no.dataverket.contract.api.Finding;
import no.dataverket.contract.api.FindingCode;
import no.dataverket.core.db.Transaction;

/// What of the inventory somebody must look at: open differences, and what waits for a second operator.
public final class InventoryFindings {

    private static final int SHOWN = 10;

    private InventoryFindings() {}

    public static List<Finding> look(Transaction transaction) {
        return Stream.concat(drift(transaction).stream(), waiting(transaction).stream())
                .toList();
    }

    private static List<Finding> drift(Transaction transaction) {
        return transaction.query(
                """
                SELECT datacenter, count(*) AS n, min(since) AS since,
                    (array_agg(DISTINCT subject ORDER BY subject))[1:%d] AS subjects
                FROM inventory.drift_now WHERE state = 'OPEN'
                GROUP BY datacenter ORDER BY datacenter
                """.formatted(SHOWN),
                row -> RunbookLibrary.packaged()
                        .finding(
                                FindingCode.INVENTORY_DRIFT,
                                row.number("n") + " × OPEN in " + row.text("datacenter"),
                                row.number("n"),
                                row.texts("subjects"),
                                row.instant("since")));
    }

    private static List<Finding> waiting(Transaction transaction) {
        return transaction.query(
                """
                SELECT id, origin, elements AS n, requested_by, requested_at
                FROM inventory.trust_change WHERE state = 'PENDING_APPROVAL' AND expires_at > now()
                ORDER BY id LIMIT %d
                """.formatted(SHOWN),
                row -> RunbookLibrary.packaged()
                        .finding(
                                FindingCode.TRUST_WAITS,
                                row.number("n") + " × " + row.text("origin") + ", asked by " + row.text("requested_by"),
                                row.number("n"),
                                List.of(new Id(IdKind.TRUST_CHANGE, row.uuid("id")).toString()),
                                row.instant("requested_at")));
    }
}

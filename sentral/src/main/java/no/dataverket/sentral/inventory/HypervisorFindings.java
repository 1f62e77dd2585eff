package no.dataverket.sentral.inventory;

import java.util.List;
import no.dataverket.contract.RunbookLibrary;
import no.dataverket.contract.api.Finding;
import no.dataverket.contract.api.FindingCode;
import no.dataverket.contract.command.HostVerdict.Verdict;
import no.dataverket.core.db.Transaction;

/// Hypervisors that fail at what they are asked for: those in quarantine, and those that stay in service because so
/// many are.
public final class HypervisorFindings {

    private static final int SHOWN = 10;

    private HypervisorFindings() {}

    public static List<Finding> look(Transaction transaction) {
        return transaction.query("""
            SELECT verdict, datacenter, count(*) AS n, min(at) AS since,
                   (array_agg(name ORDER BY name))[1:%d] AS names
            FROM (SELECT datacenter, name, status #>> '{custody,verdict,verdict}' AS verdict,
                         (status #>> '{custody,verdict,at}')::timestamptz AS at
                  FROM inventory.resource WHERE kind = 'HYPERVISOR') AS judged
            WHERE verdict IN ('QUARANTINED', 'REPORTED')
            GROUP BY verdict, datacenter ORDER BY datacenter, verdict
            """.formatted(SHOWN), row -> {
            boolean quarantined = row.text("verdict").equals(Verdict.QUARANTINED.name());
            return RunbookLibrary.packaged()
                    .finding(
                            quarantined ? FindingCode.HYPERVISOR_QUARANTINED : FindingCode.HYPERVISOR_FAILS,
                            row.number("n") + " × hypervisor "
                                    + (quarantined ? "in quarantine" : "failing in service") + " in "
                                    + row.text("datacenter"),
                            row.number("n"),
                            row.texts("names"),
                            row.instant("since"));
        });
    }
}

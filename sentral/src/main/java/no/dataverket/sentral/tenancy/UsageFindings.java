package no.dataverket.sentral.tenancy;

import java.util.List;
import no.dataverket.contract.RunbookLibrary;
import no.dataverket.contract.api.Finding;
import no.dataverket.contract.api.FindingCode;
import no.dataverket.core.db.Transaction;

/// Whether use and its records differed when they were last compared. Comparing reads all of them, so it is not
/// done each time that somebody asks what is wrong.
public final class UsageFindings {

    private UsageFindings() {}

    public static List<Finding> look(Transaction transaction) {
        return transaction.query(
                "SELECT differences, checks, detail, since FROM tenancy.usage_check WHERE differences > 0",
                row -> RunbookLibrary.packaged()
                        .finding(
                                FindingCode.USAGE_DIFFERS,
                                row.text("detail"),
                                row.number("differences"),
                                row.texts("checks"),
                                row.instant("since")));
    }
}

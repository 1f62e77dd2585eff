package no.dataverket.sentral.approvals;

import java.time.Instant;
import java.util.List;
import no.dataverket.contract.RunbookLibrary;
import no.dataverket.contract.api.Finding;
import no.dataverket.contract.api.FindingCode;
import no.dataverket.contract.api.Role;
import no.dataverket.core.db.Transaction;

/// Requests that nobody has decided yet, by the role of those who can.
public final class ApprovalFindings {

    private ApprovalFindings() {}

    private record Waiting(Role eligible, long count, List<String> subjects, Instant since, Instant until) {}

    private record Names(List<String> names) {}

    public static List<Finding> look(Transaction transaction) {
        return transaction
                .query(
                        """
                        SELECT eligible, count(*) AS n, min(created_at) AS since, min(expires_at) AS until,
                            jsonb_build_object('names', (array_agg(DISTINCT subject_name))[1:10])::text AS subjects
                        FROM approvals.approval WHERE state = 'PENDING' GROUP BY eligible ORDER BY eligible
                        """,
                        row -> new Waiting(
                                Role.valueOf(row.text("eligible")),
                                row.number("n"),
                                row.json("subjects", Names.class).names(),
                                row.instant("since"),
                                row.instant("until")))
                .stream()
                .map(ApprovalFindings::finding)
                .toList();
    }

    private static Finding finding(Waiting waiting) {
        var detail = waiting.count() + (waiting.count() == 1 ? " request waits" : " requests wait") + " for a "
                + waiting.eligible() + "; undecided, the first ends at " + waiting.until();
        return RunbookLibrary.packaged()
                .finding(FindingCode.APPROVALS_WAITING, detail, waiting.count(), waiting.subjects(), waiting.since());
    }
}

package no.dataverket.sentral.tenancy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.dataverket.contract.RunbookLibrary;
import no.dataverket.contract.api.Finding;
import no.dataverket.contract.api.FindingCode;
import no.dataverket.core.db.Transaction;
import org.jspecify.annotations.Nullable;

/// Budgets that are nearly used up: quotas of scopes, and the capacity of datacenters.
public final class BudgetFindings {

    private static final int PERCENT = 90;

    private BudgetFindings() {}

    private record Near(
            UUID owner,
            @Nullable String kind,
            @Nullable String name,
            String dimension,
            String datacenter,
            long used,
            long most) {

        String where() {
            return datacenter.equals(Budgets.EVERYWHERE) ? "" : " in " + datacenter;
        }
    }

    /// @param datacenters names by identifier
    public static List<Finding> look(Transaction transaction, Map<UUID, String> datacenters) {
        return transaction
                .query(
                        """
                        SELECT b.owner, s.kind, s.name, b.dimension, b.datacenter, b.used, b.most
                        FROM tenancy.budget b LEFT JOIN tenancy.scope s ON s.id = b.owner
                        WHERE b.most > 0 AND b.used * 100 >= b.most * ? ORDER BY b.used::numeric / b.most DESC LIMIT 50
                        """,
                        row -> new Near(
                                row.uuid("owner"),
                                row.textOrNull("kind"),
                                row.textOrNull("name"),
                                row.text("dimension"),
                                row.text("datacenter"),
                                row.number("used"),
                                row.number("most")),
                        PERCENT)
                .stream()
                .map(near -> finding(near, datacenters))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Finding> finding(Near near, Map<UUID, String> datacenters) {
        var datacenter = datacenters.get(near.owner());
        if (datacenter != null) {
            return Optional.of(finding(FindingCode.CAPACITY_LOW, "datacenter " + datacenter, near));
        }
        var kind = near.kind();
        return kind == null
                ? Optional.empty()
                : Optional.of(finding(
                        FindingCode.QUOTA_NEAR_LIMIT,
                        kind.toLowerCase(java.util.Locale.ROOT) + " " + near.name(),
                        near));
    }

    private static Finding finding(FindingCode code, String owner, Near near) {
        var detail = owner + " uses " + near.used() + " of " + near.most() + " " + near.dimension() + near.where();
        return RunbookLibrary.packaged().finding(code, detail, 1, List.of(owner), null);
    }
}

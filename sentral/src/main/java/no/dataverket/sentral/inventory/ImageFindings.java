package no.dataverket.sentral.inventory;

import java.util.List;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.RunbookLibrary;
import no.dataverket.contract.api.Finding;
import no.dataverket.contract.api.FindingCode;
import no.dataverket.core.db.Transaction;

/// Machines that are made from image versions which are retired.
public final class ImageFindings {

    private ImageFindings() {}

    private record Retired(Id id, String name, String datacenter) {}

    public static List<Finding> look(Transaction transaction) {
        return transaction
                .query(
                        """
                        SELECT id, name, datacenter FROM inventory.resource
                        WHERE kind = 'IMAGE' AND environment IS NULL AND (spec ->> 'retired')::boolean
                        ORDER BY name, datacenter
                        """,
                        row -> new Retired(
                                new Id(IdKind.IMAGE, row.uuid("id")), row.text("name"), row.text("datacenter")))
                .stream()
                .flatMap(image -> users(transaction, image).stream())
                .toList();
    }

    private static List<Finding> users(Transaction transaction, Retired image) {
        return transaction.query(
                """
                SELECT count(*) AS n FROM inventory.resource
                WHERE kind = 'VM' AND spec ->> 'image' = ? HAVING count(*) > 0
                """, row -> finding(image, row.number("n")), image.id().toString());
    }

    private static Finding finding(Retired image, long machines) {
        var detail = machines + " × vm of " + image.name() + " in " + image.datacenter();
        return RunbookLibrary.packaged()
                .finding(FindingCode.RETIRED_IMAGE_USED, detail, machines, List.of(image.name()), null);
    }
}

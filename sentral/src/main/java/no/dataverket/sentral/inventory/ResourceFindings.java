package no.dataverket.sentral.inventory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.dataverket.contract.RunbookLibrary;
import no.dataverket.contract.api.Finding;
import no.dataverket.contract.api.FindingCode;
import no.dataverket.core.db.Transaction;

/// Resources that are not as they are wanted now.
public final class ResourceFindings {

    private static final int SHOWN = 10;

    private ResourceFindings() {}

    private record Found(
            String kind, String phase, String datacenter, long count, List<String> subjects, Instant since) {}

    private record Names(List<String> names) {}

    public static List<Finding> look(Transaction transaction) {
        return transaction
                .query(
                        """
                        SELECT kind, phase, datacenter, count(*) AS n, min(updated_at) AS since,
                            jsonb_build_object('names', (array_agg(name ORDER BY name))[1:%d])::text AS subjects
                        FROM inventory.resource WHERE phase IN ('DEGRADED', 'UNKNOWN', 'FAILED')
                        GROUP BY kind, phase, datacenter ORDER BY kind, phase, datacenter
                        """.formatted(SHOWN),
                        row -> new Found(
                                row.text("kind"),
                                row.text("phase"),
                                row.text("datacenter"),
                                row.number("n"),
                                row.json("subjects", Names.class).names(),
                                row.instant("since")))
                .stream()
                .map(ResourceFindings::finding)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Finding> finding(Found found) {
        var code = code(found);
        var detail = found.count() + " × " + found.kind().toLowerCase(java.util.Locale.ROOT) + " " + found.phase()
                + " in " + found.datacenter();
        return code.map(known ->
                RunbookLibrary.packaged().finding(known, detail, found.count(), found.subjects(), found.since()));
    }

    private static Optional<FindingCode> code(Found found) {
        if (found.phase().equals("FAILED")) {
            return Optional.of(FindingCode.RESOURCES_FAILED);
        }
        if (found.phase().equals("UNKNOWN")) {
            return Optional.of(found.kind().equals("VM") ? FindingCode.VM_UNKNOWN : FindingCode.HYPERVISOR_LOST);
        }
        return switch (found.kind()) {
            case "HYPERVISOR" -> Optional.of(FindingCode.HYPERVISOR_UNREACHABLE);
            case "NETWORK" -> Optional.of(FindingCode.NETWORK_DEGRADED);
            case "VM" -> Optional.of(FindingCode.VM_DEGRADED);
            case "VOLUME", "SNAPSHOT", "BACKUP" -> Optional.of(FindingCode.VOLUME_DEGRADED);
            default -> Optional.empty();
        };
    }
}

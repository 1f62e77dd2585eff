package no.dataverket.contract.api;

import java.util.List;
import java.util.stream.Stream;

/// Every operation of the public API, in the order of the document.
public final class Operations {

    private static final List<Operation> ALL = Stream.of(
                    PlatformOperations.all(),
                    HostOperations.all(),
                    CareOperations.all(),
                    TenancyOperations.all(),
                    QuotaOperations.all(),
                    OfferingOperations.all(),
                    InventoryOperations.all(),
                    WorkloadOperations.all(),
                    ConsoleOperations.all(),
                    ShapeOperations.all(),
                    VolumeOperations.all(),
                    CopyOperations.all(),
                    VmStatsOperations.all(),
                    VmDriftOperations.all(),
                    PlacementOperations.all(),
                    ImageOperations.all(),
                    TaskOperations.all(),
                    DeadLetterOperations.all(),
                    AuditOperations.all(),
                    ApprovalOperations.all())
            .flatMap(List::stream)
            .toList();

    private Operations() {}

    /// The whole table.
    public static List<Operation> all() {
        return ALL;
    }
}

package no.dataverket.maskin.evaluation.check;

import java.util.List;
import java.util.stream.Stream;
import no.dataverket.maskin.evaluation.Check;

/// All checks, in the order in which they are best carried out: what the others stand on comes first.
public final class Kit {

    private Kit() {}

    /// Every check.
    public static List<Check> checks() {
        return Stream.of(
                        IdentityChecks.ALL,
                        DefinitionChecks.ALL,
                        RevisionChecks.ALL,
                        OwnershipChecks.ALL,
                        PowerChecks.ALL,
                        RebootChecks.ALL,
                        RemovalChecks.ALL,
                        DiskChecks.ALL,
                        InterfaceChecks.ALL,
                        ConsoleChecks.ALL,
                        UsageChecks.ALL,
                        InventoryChecks.ALL,
                        HintChecks.ALL,
                        FailureChecks.ALL)
                .flatMap(List::stream)
                .toList();
    }
}

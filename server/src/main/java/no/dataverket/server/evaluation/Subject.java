package no.dataverket.server.evaluation;

import java.util.Set;
import java.util.function.Supplier;
import no.dataverket.core.service.Closing;
import no.dataverket.maskin.evaluation.Guest;
import no.dataverket.maskin.evaluation.Incidents;
import no.dataverket.maskin.evaluation.Ledger;
import no.dataverket.maskin.runtime.VmId;
import no.dataverket.maskin.runtime.VmRuntime;

/// A runtime that is evaluated, with all that it takes.
///
/// @param leftOver machines that this or an earlier evaluation made and did not remove
record Subject(
        VmRuntime runtime,
        Guest guest,
        Incidents incidents,
        Ledger ledger,
        Supplier<Set<VmId>> leftOver,
        Closing closing)
        implements AutoCloseable {

    @Override
    public void close() {
        closing.close();
    }
}

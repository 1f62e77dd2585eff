package no.dataverket.maskin.evaluation;

import no.dataverket.maskin.runtime.VmId;

/// Which machines an evaluation made, so that it removes those and no others.
public interface Ledger {

    /// Called before anything of the machine is made.
    void begin(VmId vm);

    /// Called when nothing of it is left.
    void end(VmId vm);
}

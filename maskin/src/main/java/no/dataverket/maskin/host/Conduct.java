package no.dataverket.maskin.host;

import no.dataverket.maskin.runtime.RuntimeFailure;
import no.dataverket.maskin.runtime.VmId;

/// Is told what becomes of operations that change something on one host.
interface Conduct {

    /// The host did what it was asked to.
    void succeeded(String operation);

    /// It did not.
    ///
    /// @param vm whose operation it was
    void failed(String operation, VmId vm, RuntimeFailure failure);
}

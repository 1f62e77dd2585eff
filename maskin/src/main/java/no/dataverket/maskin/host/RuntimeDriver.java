package no.dataverket.maskin.host;

import no.dataverket.maskin.runtime.VmRuntime;

/// Reaches hosts of one kind.
@FunctionalInterface
public interface RuntimeDriver {

    /// Opens the runtime of a host. Maskin opens a host once, shares the runtime among its threads, and
    /// closes it.
    ///
    /// @throws RuntimeFailure `UNREACHABLE` if the host does not answer
    VmRuntime open(HostAddress address);
}

package no.dataverket.maskin.runtime;

/// Something may have happened on a host. A hint says where to look and never what is true: hints come late,
/// several times, or not at all.
public sealed interface RuntimeHint {

    /// Observe this VM.
    record Changed(VmId vm) implements RuntimeHint {}

    /// Observe everything: hints were lost, because the connection to the hypervisor broke and is there again.
    ///
    /// @param cause for people
    record Resync(String cause) implements RuntimeHint {}
}

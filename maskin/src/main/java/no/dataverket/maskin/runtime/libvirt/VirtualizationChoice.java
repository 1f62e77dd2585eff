package no.dataverket.maskin.runtime.libvirt;

import java.time.Duration;
import no.dataverket.maskin.runtime.Virtualization;

/// How it's decided how guests are run.
public sealed interface VirtualizationChoice {

    /// By the operator, or by an earlier probe of which the answer was kept.
    ///
    /// @param note why, for people
    record Fixed(Virtualization virtualization, String note) implements VirtualizationChoice {}

    /// By trying: a guest is booted under KVM, and if it isn't up at the limit, guests are emulated. That
    /// `/dev/kvm` is there proves nothing: inside some virtual machines it's there, and takes minutes for what
    /// should take a second.
    ///
    /// @param limit how long the guest has; 20 s is ten times what it needs
    record Probe(ProbeGuest guest, Duration limit) implements VirtualizationChoice {}
}

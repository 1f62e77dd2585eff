package no.dataverket.maskin.runtime;

/// How guests get their processor time.
public enum Virtualization {
    /// By the processor's own virtualisation.
    KVM,
    /// Interpreted or translated: works everywhere and is slow.
    EMULATION
}

package no.dataverket.maskin.runtime;

/// What a runtime can do beyond the operations that each must have. Ask for these, never for a driver's name.
public enum Capability {
    /// Network interfaces are changed while the VM runs; without it [VmRuntime#ensureNics] acts at the next
    /// cold start.
    NIC_HOT_PLUG,
    /// The guest agent's presence is seen, what it tells is told, and it is used for graceful stops.
    GUEST_AGENT,
    /// [Boot.FromKernel] is understood.
    KERNEL_BOOT,
    /// The root disk grows while the VM runs; without it [VmRuntime#ensureDisk] refuses to grow a running VM's
    /// disk.
    LIVE_DISK_GROWTH,
    /// [VmRuntime#consoleLog] has content.
    CONSOLE_LOG,
    /// [VmRuntime#openConsole] opens what a person can type at.
    CONSOLE,
    /// [VmRuntime#watch] brings hints; without it only observation tells of changes.
    HINTS
}

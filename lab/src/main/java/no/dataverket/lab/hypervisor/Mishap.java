package no.dataverket.lab.hypervisor;

/// What befalls simulated hosts as time passes, if a test expects it.
public enum Mishap {
    /// The host answers, and does nothing that it is asked for.
    REFUSES(true),
    /// Each call takes long.
    IS_SLOW(true),
    /// The host loses its power, and so do its VMs. When it is back they are off.
    LOSES_POWER(true),
    /// Nobody reaches the host. Its VMs run on.
    IS_CUT_OFF(true),
    /// A VM's process dies.
    VM_DIES(false),
    /// Somebody undefines a VM's domain and leaves its files.
    LOSES_DOMAIN(false),
    /// Somebody makes a domain that isn't ours.
    HAS_STRANGER(false);

    private final boolean lasting;

    Mishap(boolean lasting) {
        this.lasting = lasting;
    }

    /// Whether it ends by itself. A host has one such trouble at a time.
    public boolean isLasting() {
        return lasting;
    }
}

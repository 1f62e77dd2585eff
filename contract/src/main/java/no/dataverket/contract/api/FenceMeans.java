package no.dataverket.contract.api;

/// What proves that nothing runs on a lost hypervisor any more.
public enum FenceMeans {
    /// Its power is cut, and its controller was read back.
    POWER_OFF,
    /// Its switch ports are shut, and were read back: what it runs reaches neither storage nor network.
    PORTS_DOWN,
    /// Its lease on the storage has run out, and the storage refuses it.
    STORAGE_EXPIRED,
    /// An operator stands for it by their word.
    OPERATORS_WORD
}

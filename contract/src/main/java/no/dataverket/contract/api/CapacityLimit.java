package no.dataverket.contract.api;

/// What of a datacenter's room runs out.
public enum CapacityLimit {
    VCPUS,
    MEMORY
}

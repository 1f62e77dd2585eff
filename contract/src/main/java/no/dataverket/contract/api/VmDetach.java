package no.dataverket.contract.api;

import no.dataverket.contract.Field;

/// Removes an interface from a machine.
public record VmDetach(
        @Field("Network, by name or identifier.") String network) {}

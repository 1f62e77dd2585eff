package no.dataverket.maskin.host;

import no.dataverket.contract.Id;

/// Where a host is.
///
/// @param name its name in the platform
/// @param endpoint address of its runtime, as the driver writes it
public record HostAddress(Id id, String name, String datacenter, String driver, String endpoint) {

    /// What tasks wait for when the host does not answer.
    public String dependency() {
        return driver + " on " + name;
    }
}

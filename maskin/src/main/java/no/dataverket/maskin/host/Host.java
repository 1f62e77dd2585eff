package no.dataverket.maskin.host;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A host as it is registered.
///
/// @param generation of the registration or the last change to it
/// @param message why it can't be reached, or what else people should know
/// @param reachableChangedAt when it last went away or came back
/// @param vms machines that are placed on it
public record Host(
        HostAddress address,
        long generation,
        boolean schedulable,
        boolean reachable,
        @Nullable String message,
        Instant reachableChangedAt,
        int vcpus,
        int memoryMib,
        int vcpusReserved,
        int memoryMibReserved,
        String machineType,
        int foreignDomains,
        int vms) {

    public String name() {
        return address.name();
    }
}

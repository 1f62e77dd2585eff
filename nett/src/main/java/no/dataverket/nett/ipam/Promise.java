package no.dataverket.nett.ipam;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What may be found at a place, because it was promised there once.
///
/// @param stamp which promise this is; an absence that was seen before a newer one proves nothing
/// @param vlan number of the owner, if it has one
public record Promise(
        UUID owner, UUID place, long stamp, @Nullable Integer vlan) {}

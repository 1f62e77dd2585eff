package no.dataverket.nett.ipam;

import java.util.UUID;
import no.dataverket.nett.address.Prefix;

/// A prefix that is promised to an owner, with room for addresses.
public record Leaf(UUID id, Prefix prefix) {}

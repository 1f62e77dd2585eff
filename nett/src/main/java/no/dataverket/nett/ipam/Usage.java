package no.dataverket.nett.ipam;

/// How full a prefix is.
///
/// @param total addresses that machines can have: without network, gateway and broadcast
/// @param used promised to machines
/// @param quarantined given back and not to be had yet
public record Usage(long total, long used, long quarantined) {}

package no.dataverket.maskin.placement.decision;

/// What a datacenter's operator decided about placement.
///
/// @param version rises with each change, so that a decision can say by what it was made
public record Policy(Strategy strategy, long version) {}

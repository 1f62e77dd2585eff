package no.dataverket.contract.command;

/// Asks a service for something that it knows; changes nothing that a task would have to follow.
///
/// @param <A> type of the answer
public interface Query<A> {}

package no.dataverket.contract.command;

/// The result of a command that has nothing to tell but that it is done.
///
/// @param note what was found, for people
public record Done(String note) {}

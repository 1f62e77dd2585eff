package no.dataverket.sentral.inventory.element;

import java.util.UUID;

/// Who declares, asks or decides.
///
/// @param id of the principal
/// @param name for people
public record Operator(UUID id, String name) {}

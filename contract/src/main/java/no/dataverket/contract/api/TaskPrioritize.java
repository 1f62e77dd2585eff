package no.dataverket.contract.api;

import no.dataverket.contract.Field;

/// Puts a task into another lane.
public record TaskPrioritize(
        @Field("Lane that it shall run in.") TaskPriority priority) {}

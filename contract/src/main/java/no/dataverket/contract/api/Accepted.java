package no.dataverket.contract.api;

import no.dataverket.contract.Field;

/// The answer to work that goes on after the answer: the resource as it stands, and the task that changes it.
public record Accepted<T>(
        @Field("The resource, visible from now on.") T resource,

        @Field("The task that carries the work; follow it with :wait.")
        Task task) {}

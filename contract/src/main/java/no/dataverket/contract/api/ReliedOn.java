package no.dataverket.contract.api;

import java.time.Instant;
import no.dataverket.contract.Field;

/// State of another part that a step was begun on, without asking anew.
public record ReliedOn(
        @Field(value = "What.", example = "network state of the host")
        String what,

        @Field("When it was last seen to be so.") Instant observedAt) {}

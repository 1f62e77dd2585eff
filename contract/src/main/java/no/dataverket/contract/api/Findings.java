package no.dataverket.contract.api;

import java.time.Instant;
import java.util.List;
import no.dataverket.contract.Field;

/// What is wrong now, the most urgent first; none if nothing is.
public record Findings(
        @Field("When it was looked.") Instant at,
        @Field("What was found.") List<Finding> findings) {}

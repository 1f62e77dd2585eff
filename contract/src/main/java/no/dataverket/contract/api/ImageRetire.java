package no.dataverket.contract.api;

import no.dataverket.contract.Field;

/// Lets nothing new be made from an image version, in any datacenter. Machines that are made from it stay.
public record ImageRetire(
        @Field(value = "Why; those who are refused are told.", min = 1, max = 500, example = "openssl of 2026-10")
        String reason) {}

package no.dataverket.contract.api;

import no.dataverket.contract.Field;

/// What an operator may change on a hypervisor.
public record HypervisorPatch(
        @Field("Whether new machines may be placed here.") boolean schedulable) {}

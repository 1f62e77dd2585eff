package no.dataverket.contract.api;

import no.dataverket.contract.Field;

/// What may be changed of how a datacenter's hypervisors are filled.
public record PlacementPolicyPatch(
        @Field("Which hypervisors are filled first.") PlacementStrategy strategy) {}

package no.dataverket.contract.api;

import no.dataverket.contract.Field;
import no.dataverket.contract.Id;

/// A machine that has a shape.
public record ShapeUse(
        @Field("Machine.") Id vm,
        @Field("Its name.") String name,
        @Field("Tenant.") Id tenant,
        @Field("Project.") Id project,
        @Field("Environment.") Id environment,
        @Field("Datacenter.") String datacenter,
        @Field("Phase.") Phase phase) {}

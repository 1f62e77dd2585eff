package no.dataverket.contract.api;

import no.dataverket.contract.Field;
import no.dataverket.contract.Id;

/// A machine that is made from an image version.
public record ImageUser(
        @Field("Machine.") Id vm,
        @Field("Its name.") String name,
        @Field("Tenant.") Id tenant,
        @Field("Project.") Id project,
        @Field("Environment.") Id environment,
        @Field("Datacenter.") String datacenter,
        @Field("Image.") Id image) {}

package no.dataverket.contract.api;

import java.util.List;
import no.dataverket.contract.Field;
import no.dataverket.contract.Id;

/// The limits of a tenant, a project or an environment, and their use. What is created counts at each of the
/// three levels.
public record Quota(
        @Field("The tenant, project or environment.") Id scope,

        @Field(value = "Its names from the tenant down.", example = "acme/shop")
        String address,

        @Field("Limits on all datacenters together.") Quotas limits,
        @Field("Use, in the same units as the limits.") Quotas usage,

        @Field("Sum of the limits one level below. It may be more than the limit here, which holds all the same.")
        Quotas allotted,

        @Field("Limits on single datacenters.") List<QuotaInDatacenter> datacenters,
        @Field("Rises with each change of the scope.") long generation) {

    /// Limits on what is in one datacenter, which hold besides those on all together.
    public record QuotaInDatacenter(
            @Field("Datacenter.") String datacenter,
            @Field("Limits.") Quotas limits,

            @Field("Use of what is limited here.") Quotas usage) {}
}

package no.dataverket.contract.api;

import static no.dataverket.contract.api.OperationBuilder.get;
import static no.dataverket.contract.api.OperationBuilder.post;

import java.util.List;
import no.dataverket.contract.api.Operation.Access;

/// What can be created, by whom, and what is missing for it.
final class OfferingOperations {

    private static final String[] SCOPE = {"tenant", "project", "environment"};
    private static final List<String> OFFERING = List.of(
            "NAME=name", "ENABLED=enabled", "ENVIRONMENT_REQUIRED=environment_required", "SELF_SERVICE=self_service");
    private static final List<String> PREFLIGHT = List.of("OFFERING=offering", "READY=ready", "WAITS=waits");

    private OfferingOperations() {}

    static List<Operation> all() {
        return List.of(
                get("listOfferings", "/v1/offerings", "What can be used in a scope, and what is missing for it")
                        .lists(OfferingInfo.class)
                        .scoped(SCOPE)
                        .cli(
                                "dv",
                                "offering",
                                "list",
                                OFFERING,
                                "dv offering list --project shop --env prod",
                                "dv offering list --project shop -o json",
                                "dv offering get vm --project shop --env prod")
                        .build(),
                get("getOffering", "/v1/offerings/{offering}", "One offering, its limits and what is missing for it")
                        .answers(OfferingInfo.class)
                        .scoped(SCOPE)
                        .cli(
                                "dv",
                                "offering",
                                "get",
                                OFFERING,
                                "dv offering get vm --project shop --env prod",
                                "dv offering get network --project shop -o json",
                                "dv offering list")
                        .build(),
                post(
                                "setOfferingAvailability",
                                "/v1/operator/offerings/{offering}:set-availability",
                                "Decide who may create it: in a project, in a tenant, or on the whole platform")
                        .by(Access.OPERATOR)
                        .takes(OfferingPolicy.class)
                        .answers(OfferingInfo.class)
                        .cli(
                                "dv",
                                "offering",
                                "set",
                                OFFERING,
                                "dv offering set network --scope acme --availability OPERATOR_GATED",
                                "dv offering set vm --scope acme/shop --availability DISABLED",
                                "dv offering set vm --scope acme/shop")
                        .build(),
                preflight(
                        "project",
                        "dv",
                        ProjectCreate.class,
                        "dv project preflight shop --tenant acme",
                        "dv project preflight shop --tenant acme -o json"),
                preflight(
                        "environment",
                        "dv",
                        EnvironmentCreate.class,
                        "dv environment preflight prod --project shop",
                        "dv environment preflight prod --project shop -o json"),
                preflight(
                        "network",
                        "dvnet",
                        NetworkCreate.class,
                        "dvnet network preflight app-net --project shop --env prod --datacenter lab1",
                        "dvnet network preflight app-net --project shop --env prod --datacenter lab1 -o json"),
                preflight(
                        "vm",
                        "dvce",
                        VmCreate.class,
                        "dvce vm preflight web-1 --project shop --env prod --datacenter lab1 --image debian-12 --network app-net",
                        "dvce vm preflight web-1 --project shop --env prod --datacenter lab1 --image debian-12 --network app-net -o json"),
                preflight(
                        "volume",
                        "dvce",
                        VolumeCreate.class,
                        "dvce volume preflight db-data --project shop --env prod --datacenter lab1 --size-gib 20",
                        "dvce volume preflight db-data --project shop --env prod --datacenter lab1 --size-gib 20 -o json"));
    }

    /// Takes what the creation takes, and says what would come of it.
    private static Operation preflight(String noun, String tool, Class<?> create, String... examples) {
        var title = noun.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + noun.substring(1);
        return post(
                        "preflight" + title,
                        "/v1/" + noun + "s:preflight",
                        "What creating a " + noun + " needs, and what is missing for it")
                .takes(create)
                .answers(Preflight.class)
                .cli(
                        tool,
                        noun,
                        "preflight",
                        PREFLIGHT,
                        examples[0],
                        examples[1],
                        "dv offering get " + noun + " --project shop")
                .build();
    }
}

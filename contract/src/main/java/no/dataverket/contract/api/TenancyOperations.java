package no.dataverket.contract.api;

import static no.dataverket.contract.api.OperationBuilder.delete;
import static no.dataverket.contract.api.OperationBuilder.get;
import static no.dataverket.contract.api.OperationBuilder.patch;
import static no.dataverket.contract.api.OperationBuilder.post;

import java.util.ArrayList;
import java.util.List;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.Operation.Lane;

/// Tenants, projects and environments, which differ only in what they hang under.
final class TenancyOperations {

    private static final List<String> COLUMNS =
            List.of("NAME=name", "VMS=usage.vms", "OF=quotas.vms", "AGE=created_at", "ID=id");

    private TenancyOperations() {}

    static List<Operation> all() {
        var all = new ArrayList<Operation>();
        all.addAll(scope("tenant", Tenant.class, TenantCreate.class, Access.OPERATOR, new String[0]));
        all.addAll(scope("project", Project.class, ProjectCreate.class, Access.TENANT_ADMIN, new String[] {"tenant"}));
        all.addAll(scope("environment", Environment.class, EnvironmentCreate.class, Access.EDITOR, new String[] {
            "tenant", "project"
        }));
        all.add(post(
                        "emptyEnvironment",
                        "/v1/environments/{environment}:empty",
                        "Delete every machine and network of an environment")
                .by(Access.EDITOR)
                .starts(Environment.class)
                .scoped("tenant", "project")
                .guarded()
                .costs(Lane.DESTRUCTIVE, 1)
                .cli(
                        "dv",
                        "environment",
                        "empty",
                        COLUMNS,
                        "dv environment empty prod --project shop --tenant acme",
                        "dv environment empty prod --project shop --tenant acme --dry-run",
                        "dv environment empty prod --project shop --tenant acme --yes --no-wait")
                .build());
        return all;
    }

    private static List<Operation> scope(String noun, Class<?> type, Class<?> create, Access writer, String[] parents) {
        var title = type.getSimpleName();
        var writePath = writer == Access.OPERATOR ? "/v1/operator/" + noun + "s" : "/v1/" + noun + "s";
        var readPath = "/v1/" + noun + "s";
        var parameter = "/{" + noun + "}";
        var in = parents.length == 0 ? "" : " --project shop".repeat(parents.length - 1) + " --tenant acme";
        var name = parents.length == 0 ? "acme" : parents.length == 1 ? "shop" : "prod";
        return List.of(
                get("list" + title + "s", readPath, "List the " + noun + "s that you may see")
                        .lists(type)
                        .scoped(parents)
                        .cli(
                                "dv",
                                noun,
                                "list",
                                COLUMNS,
                                "dv " + noun + " list",
                                "dv " + noun + " list -o json",
                                "dv " + noun + " list -q")
                        .build(),
                get("get" + title, readPath + parameter, "Get a " + noun)
                        .answers(type)
                        .scoped(parents)
                        .cli(
                                "dv",
                                noun,
                                "get",
                                COLUMNS,
                                "dv " + noun + " get " + name + in,
                                "dv " + noun + " get " + name + in + " -o yaml",
                                "dv " + noun + " list")
                        .build(),
                post("create" + title, writePath, "Create a " + noun)
                        .by(writer)
                        .takes(create)
                        .creates(type)
                        .cli(
                                "dv",
                                noun,
                                "create",
                                COLUMNS,
                                "dv " + noun + " create " + name + in,
                                "dv " + noun + " create " + name + in + " --quotas vms=40",
                                "dv " + noun + " list")
                        .build(),
                patch(
                                "update" + title,
                                writePath + parameter,
                                "Change a " + noun + ": description, labels, limits, protection")
                        .by(writer)
                        .takes(ScopePatch.class)
                        .answers(type)
                        .scoped(parents)
                        .guarded()
                        .cli(
                                "dv",
                                noun,
                                "update",
                                COLUMNS,
                                "dv " + noun + " update " + name + in + " --quotas vms=40",
                                "dv " + noun + " update " + name + in + " --deletion-protection true",
                                "dv " + noun + " get " + name + in)
                        .build(),
                delete("delete" + title, writePath + parameter, "Delete an empty " + noun)
                        .by(writer)
                        .scoped(parents)
                        .guarded()
                        .cli(
                                "dv",
                                noun,
                                "delete",
                                COLUMNS,
                                "dv " + noun + " delete " + name + in,
                                "dv " + noun + " delete " + name + in + " --yes",
                                "dv " + noun + " list")
                        .build());
    }
}

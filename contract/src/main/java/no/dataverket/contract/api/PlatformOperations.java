package no.dataverket.contract.api;

import static no.dataverket.contract.api.OperationBuilder.delete;
import static no.dataverket.contract.api.OperationBuilder.get;
import static no.dataverket.contract.api.OperationBuilder.patch;
import static no.dataverket.contract.api.OperationBuilder.post;

import java.util.List;
import java.util.stream.Stream;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.Operation.Lane;

/// The platform itself: health, identity, hardware, images, services.
final class PlatformOperations {

    private static final List<String> DATACENTER = List.of("NAME=name", "DESCRIPTION=description", "AGE=created_at");
    private static final List<String> HYPERVISOR = List.of(
            "NAME=name",
            "DATACENTER=datacenter",
            "PHASE=status.phase",
            "QUARANTINED=status.quarantined_at",
            "VIRTUALIZATION=status.virtualization",
            "VMS=status.vms",
            "VCPUS=status.vcpus_reserved",
            "OF=vcpus",
            "MEMORY_MIB=status.memory_mib_reserved",
            "OF=memory_mib");
    private static final List<String> IMAGE = List.of(
            "NAME=name",
            "VERSION=version",
            "DATACENTER=datacenter",
            "PHASE=phase",
            "MIN_MEMORY_MIB=min_memory_mib",
            "ID=id");
    private static final List<String> TOKEN =
            List.of("NAME=name", "ROLES=roles.role", "EXPIRES=expires_at", "LAST_USED=last_used_at", "ID=id");
    private static final List<String> SERVICE = List.of("NAME=name", "RUNNING=running", "PROCESS=process");

    private PlatformOperations() {}

    static List<Operation> all() {
        return Stream.of(identity(), hardware(), images(), services())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Operation> identity() {
        return List.of(
                get("getHealth", "/v1/health", "Whether the platform is well")
                        .by(Access.PUBLIC)
                        .answers(Health.class)
                        .cli("dv", "health", "get", List.of(), "dv health get", "dv health get -o json", "dv doctor")
                        .build(),
                get("whoAmI", "/v1/whoami", "Who the token speaks for, and what it may see")
                        .answers(WhoAmI.class)
                        .build(),
                get("listTokens", "/v1/tokens", "List the tokens that you may manage")
                        .lists(Token.class)
                        .cli(
                                "dvid",
                                "token",
                                "list",
                                TOKEN,
                                "dvid token list",
                                "dvid token list -o json",
                                "dvid token list -q")
                        .build(),
                post("createToken", "/v1/tokens", "Make a token; its secret is in the answer and nowhere else")
                        .takes(TokenCreate.class)
                        .creates(TokenCreated.class)
                        .cli(
                                "dvid",
                                "token",
                                "create",
                                TOKEN,
                                "dvid token create ci --role PROJECT_EDITOR --tenant acme --project shop",
                                "dvid token create admin --role TENANT_ADMIN --tenant acme --expires-in P30D",
                                "dvid token create ci --role PROJECT_VIEWER --tenant acme --project shop -o json")
                        .build(),
                delete("revokeToken", "/v1/tokens/{token}", "Revoke a token at once")
                        .cli(
                                "dvid",
                                "token",
                                "revoke",
                                List.of(),
                                "dvid token revoke TOKEN",
                                "dvid token revoke TOKEN --yes",
                                "dvid token list")
                        .build());
    }

    private static List<Operation> hardware() {
        return List.of(
                get("listDatacenters", "/v1/datacenters", "List the datacenters")
                        .lists(Datacenter.class)
                        .cli(
                                "dv",
                                "datacenter",
                                "list",
                                DATACENTER,
                                "dv datacenter list",
                                "dv datacenter list -o yaml",
                                "dv datacenter list -q")
                        .build(),
                get("getDatacenter", "/v1/datacenters/{datacenter}", "Get a datacenter")
                        .answers(Datacenter.class)
                        .cli(
                                "dv",
                                "datacenter",
                                "get",
                                DATACENTER,
                                "dv datacenter get lab1",
                                "dv datacenter get lab1 -o json",
                                "dv datacenter list")
                        .build(),
                post("createDatacenter", "/v1/operator/datacenters", "Register a datacenter")
                        .by(Access.OPERATOR)
                        .takes(DatacenterCreate.class)
                        .creates(Datacenter.class)
                        .cli(
                                "dv",
                                "datacenter",
                                "create",
                                DATACENTER,
                                "dv datacenter create osl1",
                                "dv datacenter create osl1 --description Oslo",
                                "dv datacenter list")
                        .build(),
                get("listHypervisors", "/v1/operator/hypervisors", "List the hypervisors")
                        .by(Access.OPERATOR)
                        .lists(Hypervisor.class)
                        .scoped("datacenter")
                        .cli(
                                "dvce",
                                "hypervisor",
                                "list",
                                HYPERVISOR,
                                "dvce hypervisor list",
                                "dvce hypervisor list --datacenter lab1",
                                "dvce hypervisor list -o json")
                        .build(),
                get("getHypervisor", "/v1/operator/hypervisors/{hypervisor}", "Get a hypervisor")
                        .by(Access.OPERATOR)
                        .answers(Hypervisor.class)
                        .scoped("datacenter")
                        .cli(
                                "dvce",
                                "hypervisor",
                                "get",
                                HYPERVISOR,
                                "dvce hypervisor get hv-1 --datacenter lab1",
                                "dvce hypervisor get hv-1 -o yaml",
                                "dvce hypervisor list")
                        .build(),
                post("createHypervisor", "/v1/operator/hypervisors", "Register a hypervisor")
                        .by(Access.OPERATOR)
                        .takes(HypervisorCreate.class)
                        .starts(Hypervisor.class)
                        .cli(
                                "dvce",
                                "hypervisor",
                                "create",
                                HYPERVISOR,
                                "dvce hypervisor create hv-1 --datacenter lab1 --driver libvirt --endpoint qemu:///system",
                                "dvce hypervisor create sim-1 --datacenter lab1 --driver simulated --endpoint sim-1 --vcpus 64 --memory-mib 262144",
                                "dvce hypervisor list")
                        .build(),
                patch("updateHypervisor", "/v1/operator/hypervisors/{hypervisor}", "Change a hypervisor")
                        .by(Access.OPERATOR)
                        .takes(HypervisorPatch.class)
                        .starts(Hypervisor.class)
                        .scoped("datacenter")
                        .guarded()
                        .cli(
                                "dvce",
                                "hypervisor",
                                "update",
                                HYPERVISOR,
                                "dvce hypervisor update hv-1 --schedulable false",
                                "dvce hypervisor update hv-1 --rack r1 --power-feed a --room hall-1",
                                "dvce hypervisor get hv-1")
                        .build(),
                delete("deleteHypervisor", "/v1/operator/hypervisors/{hypervisor}", "Remove an empty hypervisor")
                        .by(Access.OPERATOR)
                        .starts(Hypervisor.class)
                        .scoped("datacenter")
                        .guarded()
                        .cli(
                                "dvce",
                                "hypervisor",
                                "delete",
                                HYPERVISOR,
                                "dvce hypervisor delete hv-1",
                                "dvce hypervisor delete hv-1 --yes",
                                "dvce hypervisor list")
                        .build());
    }

    private static List<Operation> images() {
        return List.of(
                get("listImages", "/v1/images", "List the image versions")
                        .lists(Image.class)
                        .scoped("datacenter")
                        .text("name", "Only this family.")
                        .cli(
                                "dvce",
                                "image",
                                "list",
                                IMAGE,
                                "dvce image list",
                                "dvce image list --datacenter lab1",
                                "dvce image list -o json")
                        .build(),
                get(
                                "getImage",
                                "/v1/images/{image}",
                                "Get an image version: family, family@version, family:channel or identifier")
                        .answers(Image.class)
                        .scoped("datacenter")
                        .cli(
                                "dvce",
                                "image",
                                "get",
                                IMAGE,
                                "dvce image get debian-12",
                                "dvce image get debian-12:stable -o yaml",
                                "dvce image list")
                        .build(),
                post(
                                "createImage",
                                "/v1/operator/images",
                                "Register an image version from a directory on the site's image host")
                        .by(Access.OPERATOR)
                        .takes(ImageCreate.class)
                        .starts(Image.class)
                        .cli(
                                "dvce",
                                "image",
                                "create",
                                IMAGE,
                                "dvce image create debian-12 --version 20261121 --datacenter lab1 --source /var/lib/images/debian-12",
                                "dvce image create debian-12 --version 20261121 --datacenter lab1 --source /var/lib/images/debian-12 --dry-run",
                                "dvce image list")
                        .build(),
                patch("updateImage", "/v1/operator/images/{image}", "Change whether an image version may be removed")
                        .by(Access.OPERATOR)
                        .takes(ImagePatch.class)
                        .answers(Image.class)
                        .scoped("datacenter")
                        .guarded()
                        .cli(
                                "dvce",
                                "image",
                                "update",
                                IMAGE,
                                "dvce image update debian-12@20261121 --deletion-protection true",
                                "dvce image update debian-12@20261121 --deletion-protection false",
                                "dvce image get debian-12@20261121")
                        .build(),
                delete("deleteImage", "/v1/operator/images/{image}", "Remove an image version that no machine uses")
                        .by(Access.OPERATOR)
                        .starts(Image.class)
                        .scoped("datacenter")
                        .cli(
                                "dvce",
                                "image",
                                "delete",
                                IMAGE,
                                "dvce image delete debian-12@20261121",
                                "dvce image delete debian-12@20261121 --yes",
                                "dvce image list")
                        .build());
    }

    private static List<Operation> services() {
        return List.of(
                get("listServices", "/v1/operator/services", "List the platform's services")
                        .by(Access.OPERATOR)
                        .lists(Service.class)
                        .cli(
                                "dv",
                                "service",
                                "list",
                                SERVICE,
                                "dv service list",
                                "dv service list -o json",
                                "dv health get")
                        .build(),
                post("stopService", "/v1/operator/services/{service}:stop", "Stop a service; work that needs it waits")
                        .costs(Lane.DESTRUCTIVE, 1)
                        .by(Access.OPERATOR)
                        .answers(Service.class)
                        .cli(
                                "dv",
                                "service",
                                "stop",
                                SERVICE,
                                "dv service stop nett",
                                "dv service stop maskin",
                                "dv service list")
                        .build(),
                post(
                                "startService",
                                "/v1/operator/services/{service}:start",
                                "Start a service; work that waits goes on")
                        .by(Access.OPERATOR)
                        .answers(Service.class)
                        .cli(
                                "dv",
                                "service",
                                "start",
                                SERVICE,
                                "dv service start nett",
                                "dv service start maskin",
                                "dv service list")
                        .build());
    }
}

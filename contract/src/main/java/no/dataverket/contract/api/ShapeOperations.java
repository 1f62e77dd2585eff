package no.dataverket.contract.api;

import static no.dataverket.contract.api.OperationBuilder.get;
import static no.dataverket.contract.api.OperationBuilder.post;

import java.util.List;
import no.dataverket.contract.api.Operation.Access;

/// The sizes that machines come in.
final class ShapeOperations {

    private static final List<String> SHAPE = List.of(
            "NAME=name", "VCPUS=vcpus", "MEMORY_MIB=memory_mib", "DISK_GIB=disk_gib", "RETIRED=retired", "ID=id");
    private static final List<String> OFFER =
            List.of("NAME=name", "EVERYONE=everyone", "OFFERED_TO=offered_to", "RETIRED=retired", "ID=id");
    private static final List<String> USE =
            List.of("NAME=name", "PHASE=phase", "DATACENTER=datacenter", "PROJECT=project", "VM=vm");

    private ShapeOperations() {}

    static List<Operation> all() {
        return List.of(
                get("listShapes", "/v1/shapes", "List the shapes that you may use")
                        .lists(Shape.class)
                        .flag("retired", "Also those that are retired.")
                        .cli(
                                "dvce",
                                "shape",
                                "list",
                                SHAPE,
                                "dvce shape list",
                                "dvce shape list --retired true",
                                "dvce shape list -o json")
                        .build(),
                get("getShape", "/v1/shapes/{shape}", "Get a shape")
                        .answers(Shape.class)
                        .cli(
                                "dvce",
                                "shape",
                                "get",
                                SHAPE,
                                "dvce shape get standard-2",
                                "dvce shape get standard-2 -o yaml",
                                "dvce shape list")
                        .build(),
                post("createShape", "/v1/operator/shapes", "Create a shape")
                        .by(Access.OPERATOR)
                        .takes(ShapeCreate.class)
                        .creates(Shape.class)
                        .cli(
                                "dvce",
                                "shape",
                                "create",
                                SHAPE,
                                "dvce shape create standard-2 --vcpus 2 --memory-mib 4096 --disk-gib 20",
                                "dvce shape create quiet-8 --vcpus 8 --memory-mib 32768 --disk-gib 80 --hypervisor-class dedicated --everyone false",
                                "dvce shape list")
                        .build(),
                post("offerShape", "/v1/operator/shapes/{shape}:offer", "Let a tenant or project use a shape")
                        .by(Access.OPERATOR)
                        .takes(ShapeOffer.class)
                        .answers(Shape.class)
                        .cli(
                                "dvce",
                                "shape",
                                "offer",
                                OFFER,
                                "dvce shape offer quiet-8 --scope acme",
                                "dvce shape offer quiet-8 --scope acme/shop",
                                "dvce shape get quiet-8 -o yaml")
                        .build(),
                post(
                                "withdrawShape",
                                "/v1/operator/shapes/{shape}:withdraw",
                                "Let a tenant or project use a shape for no further machines")
                        .by(Access.OPERATOR)
                        .takes(ShapeOffer.class)
                        .answers(Shape.class)
                        .cli(
                                "dvce",
                                "shape",
                                "withdraw",
                                OFFER,
                                "dvce shape withdraw quiet-8 --scope acme",
                                "dvce shape withdraw quiet-8 --scope acme/shop",
                                "dvce shape get quiet-8 -o yaml")
                        .build(),
                post(
                                "retireShape",
                                "/v1/operator/shapes/{shape}:retire",
                                "Give a shape to no further machines; those that have it keep it")
                        .by(Access.OPERATOR)
                        .answers(Shape.class)
                        .cli(
                                "dvce",
                                "shape",
                                "retire",
                                SHAPE,
                                "dvce shape retire standard-2",
                                "dvce shape retire standard-2 --dry-run",
                                "dvce shape machines standard-2")
                        .build(),
                get("listShapeMachines", "/v1/operator/shapes/{shape}/machines", "List the machines that have a shape")
                        .by(Access.OPERATOR)
                        .lists(ShapeUse.class)
                        .cli(
                                "dvce",
                                "shape",
                                "machines",
                                USE,
                                "dvce shape machines standard-2",
                                "dvce shape machines standard-2 -o json",
                                "dvce shape list --retired true")
                        .build());
    }
}

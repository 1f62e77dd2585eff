package no.dataverket.contract.api;

import static no.dataverket.contract.api.OperationBuilder.delete;
import static no.dataverket.contract.api.OperationBuilder.get;
import static no.dataverket.contract.api.OperationBuilder.patch;
import static no.dataverket.contract.api.OperationBuilder.post;

import java.util.List;
import java.util.stream.Stream;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.Operation.Lane;

/// Data volumes: disks with a life of their own.
final class VolumeOperations {

    private static final String[] SCOPE = {"tenant", "project", "environment"};
    private static final List<String> VOLUME = List.of(
            "NAME=name",
            "PHASE=status.phase",
            "SIZE_GIB=status.size_gib",
            "VM=status.vm",
            "DEVICE=status.device",
            "DATACENTER=datacenter",
            "ID=id");

    private VolumeOperations() {}

    static List<Operation> all() {
        return Stream.of(life(), changes()).flatMap(List::stream).toList();
    }

    private static List<Operation> life() {
        return List.of(
                get("listVolumes", "/v1/volumes", "List data volumes")
                        .by(Access.VIEWER)
                        .lists(Volume.class)
                        .scoped(SCOPE)
                        .filtered()
                        .cli(
                                "dvce",
                                "volume",
                                "list",
                                VOLUME,
                                "dvce volume list",
                                "dvce volume list --project shop --env prod",
                                "dvce volume list -o json")
                        .build(),
                get("getVolume", "/v1/volumes/{volume}", "Get a data volume")
                        .by(Access.VIEWER)
                        .answers(Volume.class)
                        .scoped(SCOPE)
                        .cli(
                                "dvce",
                                "volume",
                                "get",
                                VOLUME,
                                "dvce volume get db-data --project shop --env prod",
                                "dvce volume get db-data -o yaml",
                                "dvce volume list")
                        .build(),
                post("createVolume", "/v1/volumes", "Create an empty data volume")
                        .by(Access.EDITOR)
                        .takes(VolumeCreate.class)
                        .starts(Volume.class)
                        .cli(
                                "dvce",
                                "volume",
                                "create",
                                VOLUME,
                                "dvce volume create db-data --project shop --env prod --datacenter lab1 --size-gib 20",
                                "dvce volume create db-data --project shop --env prod --datacenter lab1 --size-gib 20 --deletion-protection true",
                                "dvce volume create db-data --project shop --env prod --datacenter lab1 --size-gib 20 --dry-run")
                        .build(),
                patch("updateVolume", "/v1/volumes/{volume}", "Change a volume's labels or protection")
                        .by(Access.EDITOR)
                        .takes(VolumePatch.class)
                        .answers(Volume.class)
                        .scoped(SCOPE)
                        .guarded()
                        .cli(
                                "dvce",
                                "volume",
                                "update",
                                VOLUME,
                                "dvce volume update db-data --labels tier=db",
                                "dvce volume update db-data --deletion-protection true",
                                "dvce volume get db-data")
                        .build(),
                delete(
                                "deleteVolume",
                                "/v1/volumes/{volume}",
                                "Delete a volume that no machine has, with all that is on it")
                        .by(Access.EDITOR)
                        .starts(Volume.class)
                        .scoped(SCOPE)
                        .guarded()
                        .cli(
                                "dvce",
                                "volume",
                                "delete",
                                VOLUME,
                                "dvce volume delete db-data",
                                "dvce volume delete db-data --yes",
                                "dvce volume list")
                        .build());
    }

    private static List<Operation> changes() {
        return List.of(
                post("attachVolume", "/v1/volumes/{volume}:attach", "Attach a volume to a stopped machine")
                        .by(Access.EDITOR)
                        .takes(VolumeAttach.class)
                        .starts(Volume.class)
                        .scoped(SCOPE)
                        .cli(
                                "dvce",
                                "volume",
                                "attach",
                                VOLUME,
                                "dvce volume attach db-data --vm web-1",
                                "dvce volume attach db-data --vm web-1 --dry-run",
                                "dvce vm stop web-1")
                        .build(),
                post(
                                "detachVolume",
                                "/v1/volumes/{volume}:detach",
                                "Detach a volume from its machine, which is stopped")
                        .costs(Lane.DESTRUCTIVE, 1)
                        .by(Access.EDITOR)
                        .starts(Volume.class)
                        .scoped(SCOPE)
                        .cli(
                                "dvce",
                                "volume",
                                "detach",
                                VOLUME,
                                "dvce volume detach db-data",
                                "dvce volume detach db-data --dry-run",
                                "dvce vm stop web-1")
                        .build(),
                post("growVolume", "/v1/volumes/{volume}:grow", "Make a volume larger, while nobody writes to it")
                        .by(Access.EDITOR)
                        .takes(VolumeGrow.class)
                        .starts(Volume.class)
                        .scoped(SCOPE)
                        .cli(
                                "dvce",
                                "volume",
                                "grow",
                                VOLUME,
                                "dvce volume grow db-data --size-gib 40",
                                "dvce volume grow db-data --size-gib 40 --dry-run",
                                "dvce volume get db-data")
                        .build());
    }
}

package no.dataverket.contract.api;

import static no.dataverket.contract.api.OperationBuilder.delete;
import static no.dataverket.contract.api.OperationBuilder.get;
import static no.dataverket.contract.api.OperationBuilder.post;

import java.util.List;
import java.util.stream.Stream;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.Operation.Lane;

/// Copies of volumes: snapshots beside them, and backups elsewhere.
final class CopyOperations {

    private static final String[] SCOPE = {"tenant", "project", "environment"};
    private static final List<String> SNAPSHOT = List.of(
            "NAME=name",
            "PHASE=status.phase",
            "VOLUME=volume_name",
            "SIZE_GIB=size_gib",
            "CREATED=created_at",
            "DATACENTER=datacenter",
            "ID=id");
    private static final List<String> BACKUP = List.of(
            "NAME=name",
            "PHASE=status.phase",
            "VOLUME=volume_name",
            "SIZE_GIB=size_gib",
            "STORED=status.stored_bytes",
            "CREATED=created_at",
            "DATACENTER=datacenter",
            "ID=id");
    private static final List<String> VOLUME =
            List.of("NAME=name", "PHASE=status.phase", "SIZE_GIB=status.size_gib", "DATACENTER=datacenter", "ID=id");

    private CopyOperations() {}

    static List<Operation> all() {
        return Stream.of(snapshots(), backups()).flatMap(List::stream).toList();
    }

    private static List<Operation> snapshots() {
        return List.of(
                get("listSnapshots", "/v1/snapshots", "List snapshots of volumes")
                        .by(Access.VIEWER)
                        .lists(Snapshot.class)
                        .scoped(SCOPE)
                        .filtered()
                        .cli(
                                "dvce",
                                "snapshot",
                                "list",
                                SNAPSHOT,
                                "dvce snapshot list",
                                "dvce snapshot list --project shop --env prod",
                                "dvce snapshot list -o json")
                        .build(),
                get("getSnapshot", "/v1/snapshots/{snapshot}", "Get a snapshot")
                        .by(Access.VIEWER)
                        .answers(Snapshot.class)
                        .scoped(SCOPE)
                        .cli(
                                "dvce",
                                "snapshot",
                                "get",
                                SNAPSHOT,
                                "dvce snapshot get before-upgrade --project shop --env prod",
                                "dvce snapshot get before-upgrade -o yaml",
                                "dvce snapshot list")
                        .build(),
                post("createSnapshot", "/v1/snapshots", "Keep what is on a volume now, while nobody writes to it")
                        .by(Access.EDITOR)
                        .takes(SnapshotCreate.class)
                        .starts(Snapshot.class)
                        .cli(
                                "dvce",
                                "snapshot",
                                "create",
                                SNAPSHOT,
                                "dvce snapshot create before-upgrade --volume db-data --project shop --env prod",
                                "dvce snapshot create before-upgrade --volume db-data --project shop --env prod --dry-run",
                                "dvce vm stop web-1")
                        .build(),
                post(
                                "restoreSnapshot",
                                "/v1/snapshots/{snapshot}:restore",
                                "Make a volume what it was; what is on it now is lost")
                        .costs(Lane.DESTRUCTIVE, 1)
                        .by(Access.EDITOR)
                        .starts(Volume.class)
                        .scoped(SCOPE)
                        .cli(
                                "dvce",
                                "snapshot",
                                "restore",
                                VOLUME,
                                "dvce snapshot restore before-upgrade",
                                "dvce snapshot restore before-upgrade --dry-run",
                                "dvce vm stop web-1")
                        .build(),
                delete("deleteSnapshot", "/v1/snapshots/{snapshot}", "Delete a snapshot; its volume stays as it is")
                        .by(Access.EDITOR)
                        .starts(Snapshot.class)
                        .scoped(SCOPE)
                        .guarded()
                        .cli(
                                "dvce",
                                "snapshot",
                                "delete",
                                SNAPSHOT,
                                "dvce snapshot delete before-upgrade",
                                "dvce snapshot delete before-upgrade --yes",
                                "dvce snapshot list")
                        .build());
    }

    private static List<Operation> backups() {
        return List.of(
                get("listBackups", "/v1/backups", "List backups of volumes")
                        .by(Access.VIEWER)
                        .lists(Backup.class)
                        .scoped(SCOPE)
                        .filtered()
                        .cli(
                                "dvce",
                                "backup",
                                "list",
                                BACKUP,
                                "dvce backup list",
                                "dvce backup list --project shop --env prod",
                                "dvce backup list -o json")
                        .build(),
                get("getBackup", "/v1/backups/{backup}", "Get a backup")
                        .by(Access.VIEWER)
                        .answers(Backup.class)
                        .scoped(SCOPE)
                        .cli(
                                "dvce",
                                "backup",
                                "get",
                                BACKUP,
                                "dvce backup get db-monday --project shop --env prod",
                                "dvce backup get db-monday -o yaml",
                                "dvce backup list")
                        .build(),
                post(
                                "createBackup",
                                "/v1/backups",
                                "Copy a volume to the datacenter's backups, while nobody writes to it")
                        .by(Access.EDITOR)
                        .takes(BackupCreate.class)
                        .starts(Backup.class)
                        .cli(
                                "dvce",
                                "backup",
                                "create",
                                BACKUP,
                                "dvce backup create db-monday --volume db-data --project shop --env prod",
                                "dvce backup create db-monday --volume db-data --project shop --env prod --dry-run",
                                "dvce vm stop web-1")
                        .build(),
                post("restoreBackup", "/v1/backups/{backup}:restore", "Make a new volume from a backup")
                        .by(Access.EDITOR)
                        .takes(BackupRestore.class)
                        .starts(Volume.class)
                        .scoped(SCOPE)
                        .cli(
                                "dvce",
                                "backup",
                                "restore",
                                VOLUME,
                                "dvce backup restore db-monday --name db-data-restored",
                                "dvce backup restore db-monday --name db-data-restored --dry-run",
                                "dvce volume attach db-data-restored --vm web-1")
                        .build(),
                delete("deleteBackup", "/v1/backups/{backup}", "Delete a backup for good")
                        .by(Access.EDITOR)
                        .starts(Backup.class)
                        .scoped(SCOPE)
                        .guarded()
                        .cli(
                                "dvce",
                                "backup",
                                "delete",
                                BACKUP,
                                "dvce backup delete db-monday",
                                "dvce backup delete db-monday --yes",
                                "dvce backup list")
                        .build());
    }
}

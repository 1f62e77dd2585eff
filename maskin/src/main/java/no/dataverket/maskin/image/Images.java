package no.dataverket.maskin.image;

import java.util.List;
import java.util.Optional;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.core.db.Database;
import no.dataverket.core.db.DatabaseFailure;
import no.dataverket.core.db.Row;
import no.dataverket.core.db.Transaction;

/// The images that are in the store, whole and checked.
public final class Images {

    private static final String FIND =
            "SELECT manifest::text AS manifest FROM maskin.image WHERE id = ? AND NOT removing";

    private final Database database;
    private final ImageStore store;

    public Images(Database database, ImageStore store) {
        this.database = database;
        this.store = store;
    }

    /// An image from which disks may be made.
    public Optional<StoredImage> find(Id id) {
        return database.call(transaction -> transaction.first(FIND, row -> read(id, row), id));
    }

    /// An image from which a disk is being made: it can't be removed before the transaction ends.
    ///
    /// @throws Failure `INVALID_REFERENCE` if the image is not in the store
    public StoredImage get(Transaction transaction, Id id) {
        return transaction
                .first(FIND + " FOR KEY SHARE", row -> read(id, row), id)
                .orElseThrow(
                        () -> Failure.of(ProblemCode.INVALID_REFERENCE, "Image " + id + " is not in this site's store.")
                                .hint("Register the image in this datacenter first."));
    }

    private StoredImage read(Id id, Row row) {
        return new StoredImage(id, row.json("manifest", ImageManifest.class), store.directory(id));
    }

    void add(Id id, ImageManifest manifest) {
        try {
            database.run(transaction -> transaction.update("""
                    INSERT INTO maskin.image (id, name, version, manifest) VALUES (?, ?, ?, ?::jsonb)
                    ON CONFLICT (id) DO UPDATE SET removing = false, manifest = excluded.manifest
                    """, id, manifest.name(), manifest.version(), manifest));
        } catch (DatabaseFailure failure) {
            if (failure.violates("image_version")) {
                throw taken(manifest.name(), manifest.version());
            }
            throw failure;
        }
    }

    /// @throws Failure `NAME_TAKEN` if another image has the name and version
    void refuseTaken(Id id, String name, String version) {
        boolean taken = database.call(transaction -> transaction.one(
                "SELECT EXISTS (SELECT FROM maskin.image WHERE name = ? AND version = ? AND id <> ?) AS taken",
                row -> row.flag("taken"),
                name,
                version,
                id));
        if (taken) {
            throw taken(name, version);
        }
    }

    /// Lets no new disk be made from the image.
    ///
    /// @throws Failure `RESOURCE_IN_USE` if disks are made from it
    void beginRemoval(Id id) {
        database.run(transaction -> {
            transaction.query("SELECT FROM maskin.image WHERE id = ? FOR UPDATE", row -> id, id);
            var machines = transaction.query(
                    "SELECT id FROM maskin.vm WHERE image = ? ORDER BY id LIMIT 100",
                    row -> new Id(IdKind.VM, row.uuid("id")).toString(),
                    id);
            refuseUsed(id, machines);
            transaction.update("UPDATE maskin.image SET removing = true WHERE id = ?", id);
        });
    }

    void endRemoval(Id id) {
        database.run(transaction -> transaction.update("DELETE FROM maskin.image WHERE id = ?", id));
    }

    private static void refuseUsed(Id id, List<String> machines) {
        if (!machines.isEmpty()) {
            throw Failure.of(
                            ProblemCode.RESOURCE_IN_USE,
                            "Disks of " + machines.size() + " machines are made from image " + id + ".")
                    .dependents(machines);
        }
    }

    static Failure taken(String name, String version) {
        return Failure.of(ProblemCode.NAME_TAKEN, "There is another image " + name + "@" + version + " here.")
                .hint("A version never means anything else: register the new files under a new version.");
    }
}

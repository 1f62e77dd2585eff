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
import org.jspecify.annotations.Nullable;

/// The images that are in the store, whole and checked.
public final class Images {

    private static final String FIND =
            "SELECT manifest::text AS manifest, document, signature, signed_by FROM maskin.image WHERE id = ? AND NOT removing";

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

    /// Makes sure that an image is still what was registered.
    ///
    /// @throws Failure `IMAGE_CORRUPT`
    public void requireIntact(StoredImage image) {
        store.requireIntact(image.id(), image.manifest());
    }

    private StoredImage read(Id id, Row row) {
        var document = row.bytesOrNull("document");
        return new StoredImage(
                id,
                row.json("manifest", ImageManifest.class),
                document == null ? null : new SignedManifest(document, row.bytesOrNull("signature")),
                row.textOrNull("signed_by"),
                store.directory(id));
    }

    /// Writes down an image whose files are in the store.
    ///
    /// @param signed the manifest to the letter; null for one from before that was kept
    /// @param signer fingerprint of the trusted key that signed it
    /// @throws Failure `NAME_TAKEN` if the version means something else, or is there already
    void add(
            Id id,
            String datacenter,
            ImageManifest manifest,
            @Nullable SignedManifest signed,
            @Nullable String signer) {
        try {
            database.run(transaction -> {
                requireSameContent(transaction, manifest);
                transaction.update(
                        """
                        INSERT INTO maskin.image (id, datacenter, name, version, manifest, document, signature, signed_by)
                        VALUES (?, ?, ?, ?, ?::jsonb, ?, ?, ?)
                        ON CONFLICT (id) DO UPDATE
                        SET removing = false, datacenter = excluded.datacenter, manifest = excluded.manifest,
                            document = excluded.document, signature = excluded.signature, signed_by = excluded.signed_by
                        """,
                        id,
                        datacenter,
                        manifest.name(),
                        manifest.version(),
                        manifest,
                        signed == null ? null : signed.document(),
                        signed == null ? null : signed.signature(),
                        signer);
            });
        } catch (DatabaseFailure failure) {
            if (failure.violates("image_version")) {
                throw taken(manifest.name(), manifest.version());
            }
            throw failure;
        }
    }

    /// The first to register a version says what it means, for good: in each datacenter, and after it was removed.
    private static void requireSameContent(Transaction transaction, ImageManifest manifest) {
        var digest = manifest.digest();
        transaction.update(
                "INSERT INTO maskin.image_content (name, version, digest) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                manifest.name(),
                manifest.version(),
                digest);
        var meant = transaction.one(
                "SELECT digest FROM maskin.image_content WHERE name = ? AND version = ?",
                row -> row.text("digest"),
                manifest.name(),
                manifest.version());
        if (!meant.equals(digest)) {
            throw taken(manifest.name(), manifest.version());
        }
    }

    /// Before anything is copied for nothing; [#add] is what decides.
    ///
    /// @throws Failure `NAME_TAKEN` if another image of the datacenter has the name and version, or they
    ///     mean something else
    void refuseTaken(Id id, String datacenter, ImageManifest manifest) {
        boolean taken = database.call(transaction -> transaction.one(
                """
                SELECT EXISTS (SELECT FROM maskin.image
                               WHERE name = ? AND version = ? AND datacenter = ? AND id <> ?)
                    OR EXISTS (SELECT FROM maskin.image_content WHERE name = ? AND version = ? AND digest <> ?) AS taken
                """,
                row -> row.flag("taken"),
                manifest.name(),
                manifest.version(),
                datacenter,
                id,
                manifest.name(),
                manifest.version(),
                manifest.digest()));
        if (taken) {
            throw taken(manifest.name(), manifest.version());
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

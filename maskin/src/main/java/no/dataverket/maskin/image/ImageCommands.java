package no.dataverket.maskin.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.command.Done;
import no.dataverket.contract.command.MaskinMessages.ImageImported;
import no.dataverket.contract.command.MaskinMessages.ImageTrust;
import no.dataverket.contract.command.MaskinMessages.ImportImage;
import no.dataverket.contract.command.MaskinMessages.RemoveImage;
import no.dataverket.contract.command.MaskinMessages.ReplicateImage;
import no.dataverket.core.json.Json;
import no.dataverket.core.work.Work;
import no.dataverket.core.work.Worker;
import no.dataverket.maskin.claim.Turns;
import org.jspecify.annotations.Nullable;

/// Takes images into the store and out of it.
public final class ImageCommands {

    private static final long LARGEST_MANIFEST = 1 << 20;

    private final Images images;
    private final ImageStore store;
    private final Turns turns;

    public ImageCommands(Images images, ImageStore store, Turns turns) {
        this.images = images;
        this.store = store;
        this.turns = turns;
    }

    /// Says which commands are carried out here.
    public Worker on(Worker worker) {
        return worker.on(ImportImage.class, this::importImage)
                .on(ReplicateImage.class, this::replicate)
                .on(RemoveImage.class, this::remove);
    }

    ImageImported importImage(Work<ImportImage> work) {
        var command = work.command();
        try (var _ = turns.hold(command.image())) {
            var known = images.find(command.image());
            if (known.isPresent() && store.holds(command.image(), known.get().manifest())) {
                return imported(known.get());
            }
            var source = directory(command.source());
            var signed = read(source);
            var manifest = signed.manifest();
            refuseOther(command, manifest);
            // Its files are lost, and only the very same ones may take their place: disks lean on them.
            if (known.isPresent() && !known.get().manifest().equals(manifest)) {
                throw Images.taken(command.name(), command.version());
            }
            var signer = signed.signer(Objects.requireNonNullElse(command.trust(), ImageTrust.NOBODY));
            images.refuseTaken(command.image(), command.datacenter(), manifest);
            store.take(command.image(), manifest, signed, source, work.progress());
            images.add(command.image(), command.datacenter(), manifest, signed, signer);
            return imported(images.find(command.image()).orElseThrow());
        }
    }

    /// A copy is an import from the store itself, by those who are believed now.
    ImageImported replicate(Work<ReplicateImage> work) {
        var command = work.command();
        try (var _ = turns.hold(command.image())) {
            var known = images.find(command.image());
            if (known.isPresent() && store.holds(command.image(), known.get().manifest())) {
                return imported(known.get());
            }
            var original = images.find(command.from()).orElseThrow(() -> absent(command.from()));
            var manifest = original.manifest();
            var signed = original.signed();
            var unsigned = new SignedManifest(Json.bytes(manifest), null);
            var signer = Objects.requireNonNullElse(signed, unsigned).signer(command.trust());
            images.refuseTaken(command.image(), command.datacenter(), manifest);
            store.take(command.image(), manifest, signed, original.directory(), work.progress());
            images.add(command.image(), command.datacenter(), manifest, signed, signer);
            return imported(images.find(command.image()).orElseThrow());
        }
    }

    private static Failure absent(Id image) {
        return Failure.of(ProblemCode.INVALID_REFERENCE, "Image " + image + " is not in this site's store.")
                .hint("Copy its directory to the site, and register it there: dvce image create");
    }

    Done remove(Work<RemoveImage> work) {
        var image = work.command().image();
        try (var _ = turns.hold(image)) {
            images.beginRemoval(image);
            store.remove(image);
            images.endRemoval(image);
            return new Done("The image's files are gone.");
        }
    }

    private static ImageImported imported(StoredImage image) {
        var manifest = image.manifest();
        var signed = image.signed();
        return new ImageImported(
                manifest.architecture(),
                manifest.os(),
                manifest.disk().sha256(),
                manifest.disk().sizeBytes(),
                manifest.virtualSizeBytes(),
                manifest.minMemoryMib(),
                manifest.defaultUser(),
                manifest.digest(),
                signed != null && signed.signature() != null,
                image.signedBy(),
                manifest.provenance());
    }

    private static Path directory(String text) {
        try {
            var source = Path.of(text);
            if (source.isAbsolute() && Files.isDirectory(source)) {
                return source.normalize();
            }
        } catch (java.nio.file.InvalidPathException malformed) {
            throw noDirectory(text);
        }
        throw noDirectory(text);
    }

    private static Failure noDirectory(String text) {
        return Failure.of(ProblemCode.INVALID_REFERENCE, "There is no directory " + text + " on the site's image host.")
                .hint("Name the directory that holds image.json, by its full path on the host that runs Maskin.");
    }

    private static SignedManifest read(Path source) {
        var file = source.resolve(ImageManifest.FILE);
        try {
            if (Files.size(file) <= LARGEST_MANIFEST) {
                return new SignedManifest(Files.readAllBytes(file), signature(source));
            }
        } catch (IOException unreadable) {
            throw noManifest(source);
        }
        throw noManifest(source);
    }

    private static byte @Nullable [] signature(Path source) throws IOException {
        var file = source.resolve(SignedManifest.SIGNATURE_FILE);
        try (var in = Files.newInputStream(file)) {
            // One byte more is no signature either.
            return in.readNBytes(SignedManifest.SIGNATURE_BYTES + 1);
        } catch (NoSuchFileException none) {
            return null;
        }
    }

    private static Failure noManifest(Path source) {
        return Failure.of(ProblemCode.INVALID_REFERENCE, "There is no readable image.json in " + source + ".")
                .hint("An image directory holds image.json and the files that it names.");
    }

    private static void refuseOther(ImportImage command, ImageManifest manifest) {
        if (!manifest.name().equals(command.name()) || !manifest.version().equals(command.version())) {
            throw Failure.of(
                            ProblemCode.INVALID_REFERENCE,
                            command.source() + " holds " + manifest.name() + "@" + manifest.version() + ", not "
                                    + command.name() + "@" + command.version() + ".")
                    .hint("Register it under the name and version that its image.json says.");
        }
    }
}

package no.dataverket.maskin.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import no.dataverket.contract.Failure;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.command.Done;
import no.dataverket.contract.command.MaskinMessages.ImageImported;
import no.dataverket.contract.command.MaskinMessages.ImportImage;
import no.dataverket.contract.command.MaskinMessages.RemoveImage;
import no.dataverket.core.work.Work;
import no.dataverket.core.work.Worker;
import no.dataverket.maskin.claim.Turns;

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
        return worker.on(ImportImage.class, this::importImage).on(RemoveImage.class, this::remove);
    }

    ImageImported importImage(Work<ImportImage> work) {
        var command = work.command();
        try (var _ = turns.hold(command.image())) {
            var known = images.find(command.image());
            if (known.isPresent() && store.holds(command.image(), known.get().manifest())) {
                return imported(known.get().manifest());
            }
            images.refuseTaken(command.image(), command.name(), command.version());
            var source = directory(command.source());
            var manifest = ImageManifest.parse(read(source));
            refuseOther(command, manifest);
            // Its files are lost, and only the very same ones may take their place: disks lean on them.
            if (known.isPresent() && !known.get().manifest().equals(manifest)) {
                throw Images.taken(command.name(), command.version());
            }
            store.take(command.image(), manifest, source, work.progress());
            images.add(command.image(), manifest);
            return imported(manifest);
        }
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

    private static ImageImported imported(ImageManifest manifest) {
        return new ImageImported(
                manifest.architecture(),
                manifest.os(),
                manifest.disk().sha256(),
                manifest.disk().sizeBytes(),
                manifest.virtualSizeBytes(),
                manifest.minMemoryMib(),
                manifest.defaultUser());
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

    private static String read(Path source) {
        var file = source.resolve(ImageManifest.FILE);
        try {
            if (Files.size(file) <= LARGEST_MANIFEST) {
                return Files.readString(file);
            }
        } catch (IOException unreadable) {
            throw noManifest(source);
        }
        throw noManifest(source);
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

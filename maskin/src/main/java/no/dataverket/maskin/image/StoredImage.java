package no.dataverket.maskin.image;

import java.nio.file.Path;
import no.dataverket.contract.Id;
import no.dataverket.maskin.image.ImageManifest.ImageFile;

/// An image version in the store.
///
/// @param directory where its files are
public record StoredImage(Id id, ImageManifest manifest, Path directory) {

    /// Where one of its files is.
    public Path path(ImageFile file) {
        return directory.resolve(file.file());
    }
}

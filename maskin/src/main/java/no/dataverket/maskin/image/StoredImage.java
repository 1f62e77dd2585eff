package no.dataverket.maskin.image;

import java.nio.file.Path;
import no.dataverket.contract.Id;
import no.dataverket.maskin.image.ImageManifest.ImageFile;
import org.jspecify.annotations.Nullable;

/// An image version in the store.
///
/// @param signed the manifest to the letter; null for one from before that was kept
/// @param signedBy fingerprint of the trusted key that signed it; null if none did
/// @param directory where its files are
public record StoredImage(
        Id id,
        ImageManifest manifest,
        @Nullable SignedManifest signed,
        @Nullable String signedBy,
        Path directory) {

    /// Where one of its files is.
    public Path path(ImageFile file) {
        return directory.resolve(file.file());
    }
}

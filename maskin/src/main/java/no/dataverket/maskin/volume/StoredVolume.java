package no.dataverket.maskin.volume;

import no.dataverket.contract.Id;
import no.dataverket.maskin.claim.Claim;
import org.jspecify.annotations.Nullable;

/// A volume as the database has it.
///
/// @param removed whether it is gone for good
/// @param vm the machine that may write to it
/// @param lease rises whenever another one may write, or nobody any more
/// @param claim of the command that decided last about the volume itself
public record StoredVolume(
        Id id, long sizeBytes, boolean removed, @Nullable Id vm, long lease, Claim claim) {

    private static final int SERIAL = 20;

    /// What guests know a volume by: the end of its identifier, which is what is random in it.
    public static String serial(Id volume) {
        var text = volume.toString();
        return text.substring(text.length() - SERIAL);
    }
}

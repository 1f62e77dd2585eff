package no.dataverket.maskin.runtime;

import java.nio.file.Path;

/// A root disk that is there.
///
/// @param path for [VmDefinition.Drives#disk]
/// @param sizeBytes what the guest sees; more than was asked for when the disk had grown before
/// @param created whether this call made it
public record Disk(Path path, long sizeBytes, boolean created) {}

package no.dataverket.maskin.runtime;

import java.nio.file.Path;

/// A seed volume that is there.
///
/// @param path for [VmDefinition.Drives#seed]
/// @param written whether this call made or replaced it
public record Seed(Path path, boolean written) {}

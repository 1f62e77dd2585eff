package no.dataverket.maskin.evaluation;

import java.nio.file.Path;
import no.dataverket.maskin.runtime.Boot;

/// What the machines of an evaluation are made of.
///
/// @param image a bootable qcow2 image on the host
/// @param otherImage another qcow2 image on the host, which nobody boots
/// @param boot how the image boots
/// @param bridge a virtual switch on the host
/// @param readyMarker what the guest writes on its console once it listens to shutdown requests
/// @param diskBytes size of a disk over the image, at least the image's own
/// @param memoryMib memory that the guest needs
public record Guest(
        Path image, Path otherImage, Boot boot, String bridge, String readyMarker, long diskBytes, int memoryMib) {}

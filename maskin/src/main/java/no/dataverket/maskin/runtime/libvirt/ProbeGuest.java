package no.dataverket.maskin.runtime.libvirt;

import java.nio.file.Path;

/// A tiny guest that shows by booting whether a host can virtualise.
///
/// @param kernel a Linux kernel image or a PVH ELF file on the host
/// @param initrd its initial RAM file system
/// @param cmdline its command line; the console must be `ttyS0`
/// @param marker what it writes on its console when it's up
public record ProbeGuest(Path kernel, Path initrd, String cmdline, String marker) {}

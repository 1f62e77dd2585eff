/// The libvirt driver: VMs on a host with QEMU, under libvirt, on Open vSwitch.
///
/// [LibvirtRuntime] is the door. Below it are a small binding of the C library over `java.lang.foreign`
/// ([LibvirtConnection], [LibvirtDomain]), which knows nothing of the platform, and the translation between
/// definitions and domain XML.
///
/// Rules of the binding, all of them learnt from libvirt's manual and the hard way:
/// - The last error belongs to the native thread, so a call and the reading of its error stay on one platform
///   thread.
/// - Nothing may be thrown out of a callback: it would end the process.
/// - Events come only if the event loop was registered before the connection was opened.
/// - A connection that broke never recovers; a new one is opened, and listeners look at everything again.
/// - A call may block for minutes, so each has a limit, and connections are kept alive by pings.
/// - What libvirt allocates for a caller is freed by the caller.
@NullMarked
package no.dataverket.maskin.runtime.libvirt;

import org.jspecify.annotations.NullMarked;

package no.dataverket.maskin.runtime;

import java.nio.file.Path;

/// How a VM starts.
public sealed interface Boot {

    /// The guest's own boot loader, from the root disk.
    record FromDisk() implements Boot {}

    /// A kernel that the hypervisor loads itself; asks for [Capability#KERNEL_BOOT].
    ///
    /// @param kernel a Linux kernel image or a PVH ELF file on the host
    /// @param initrd the initial RAM file system on the host
    /// @param cmdline the kernel's command line
    record FromKernel(Path kernel, Path initrd, String cmdline) implements Boot {

        public FromKernel {
            if (cmdline.indexOf('\n') >= 0) {
                throw new IllegalArgumentException("a kernel command line is one line");
            }
        }
    }
}

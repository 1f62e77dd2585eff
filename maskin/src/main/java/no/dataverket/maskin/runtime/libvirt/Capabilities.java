package no.dataverket.maskin.runtime.libvirt;

import no.dataverket.maskin.runtime.RuntimeFailure;
import no.dataverket.maskin.runtime.RuntimeFailure.Kind;

/// Reads libvirt's description of what the host's hypervisor can do.
final class Capabilities {

    private static final String ARCHITECTURE = "x86_64";

    private Capabilities() {}

    /// The versioned name of the newest q35 machine model.
    ///
    /// @throws RuntimeFailure `INVALID` when the host has none
    static String newestMachineType(String capabilitiesXml) {
        return XmlTree.parse(capabilitiesXml).children("guest").stream()
                .filter(guest ->
                        guest.at("os_type").map(XmlTree::text).orElse("").equals("hvm"))
                .flatMap(guest -> guest.children("arch").stream())
                .filter(arch -> arch.attribute("name").equals(ARCHITECTURE))
                .flatMap(arch -> arch.children("machine").stream())
                .filter(machine -> machine.text().equals("q35"))
                .map(machine -> machine.attribute("canonical"))
                .filter(canonical -> !canonical.isEmpty())
                .findFirst()
                .orElseThrow(() -> new RuntimeFailure(
                        Kind.INVALID,
                        "the host's hypervisor has no q35 machine for " + ARCHITECTURE
                                + "; on Debian it's in the package qemu-system-x86"));
    }
}

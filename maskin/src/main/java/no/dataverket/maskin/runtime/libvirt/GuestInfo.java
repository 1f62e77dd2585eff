package no.dataverket.maskin.runtime.libvirt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import no.dataverket.maskin.runtime.GuestFacts;
import no.dataverket.maskin.runtime.GuestFacts.Face;

/// What libvirt tells of a guest that runs its agent: names with numbers or texts, such as `if.0.addr.1.prefix`.
///
/// Source: libvirt's documentation of `virDomainGetGuestInfo`.
final class GuestInfo {

    static final int OS = 2;
    static final int HOSTNAME = 8;
    static final int INTERFACES = 64;

    /// How long the agent may take for an answer, seconds. It's the guest's, and may never give one.
    static final int PATIENCE_SECONDS = 3;

    private static final long MOST = 64;

    private GuestInfo() {}

    /// What the agent tells; empty when there is none, or it's silent. One that doesn't know all that is asked is
    /// asked for each alone.
    static Optional<GuestFacts> ask(LibvirtDomain domain) {
        try {
            return Optional.of(read(domain.guestInfo(OS | HOSTNAME | INTERFACES)));
        } catch (LibvirtError e) {
            if (e.meansLostConnection()) {
                throw e;
            }
            return e.code() == LibvirtError.AGENT_UNRESPONSIVE || e.code() == LibvirtError.OPERATION_INVALID
                    ? Optional.empty()
                    : askForEach(domain);
        }
    }

    private static Optional<GuestFacts> askForEach(LibvirtDomain domain) {
        var numbers = new HashMap<String, Long>();
        var texts = new HashMap<String, String>();
        var answered = false;
        for (var kind : List.of(OS, HOSTNAME, INTERFACES)) {
            try {
                var told = domain.guestInfo(kind);
                numbers.putAll(told.numbers());
                texts.putAll(told.texts());
                answered = true;
            } catch (LibvirtError e) {
                if (e.meansLostConnection()) {
                    throw e;
                }
                if (e.code() == LibvirtError.AGENT_UNRESPONSIVE) {
                    break;
                }
            }
        }
        return answered ? Optional.of(read(new DomainStats("", numbers, texts))) : Optional.empty();
    }

    static GuestFacts read(DomainStats told) {
        var pretty = told.text("os.pretty-name");
        var os = pretty.isEmpty() ? (told.text("os.name") + " " + told.text("os.version")).strip() : pretty;
        return new GuestFacts(told.text("hostname"), os, told.text("os.kernel-release"), faces(told));
    }

    private static List<Face> faces(DomainStats told) {
        var faces = new ArrayList<Face>();
        for (long index = 0; index < Math.min(MOST, told.number("if.count")); index++) {
            var face = "if." + index + ".";
            var addresses = LongStream.range(0, Math.min(MOST, told.number(face + "addr.count")))
                    .mapToObj(number -> face + "addr." + number + ".")
                    .map(address -> told.text(address + "addr") + "/" + told.number(address + "prefix"))
                    .toList();
            faces.add(new Face(told.text(face + "name"), told.text(face + "hwaddr"), addresses));
        }
        return faces;
    }
}

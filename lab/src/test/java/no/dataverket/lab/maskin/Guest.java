package no.dataverket.lab.maskin;

import static no.dataverket.lab.maskin.MaskinLab.DATACENTER;

import java.util.List;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.command.MaskinMessages.ImportImage;
import no.dataverket.contract.command.MaskinMessages.PlaceVm;
import no.dataverket.contract.command.MaskinMessages.PrepareDisk;
import no.dataverket.contract.command.MaskinMessages.ProvisionVm;
import no.dataverket.contract.command.NettMessages.Port;
import no.dataverket.lab.maskin.MaskinLab.Task;

/// A machine on its way, with the commands that Sentral would send.
///
/// @param creating the task that makes it
record Guest(Id vm, Id image, Task creating) {

    static final String SECRET = "the-secret-of-the-guest";
    static final String KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 someone@example.org";

    static Guest of(Id image) {
        return new Guest(Id.next(IdKind.VM), image, Task.of(1));
    }

    /// Puts an image of this version into the store.
    static Id image(MaskinLab lab, String version) {
        var image = Id.next(IdKind.IMAGE);
        var source = new ImageDirectory(version).path.toString();
        lab.succeed(Task.of(1), new ImportImage(image, ImageDirectory.NAME, version, DATACENTER, source));
        return image;
    }

    PlaceVm place() {
        return new PlaceVm(vm, DATACENTER, 1, 256);
    }

    PrepareDisk prepare() {
        return new PrepareDisk(vm, image, 1, "web-1", List.of(KEY), "#!/bin/sh\necho " + SECRET, List.of(port(0)));
    }

    ProvisionVm provision() {
        return new ProvisionVm(vm, "acme/shop/prod/web-1", image, 1, 256, 1, List.of(port(0)));
    }

    /// Makes it run.
    Guest create(MaskinLab lab) {
        lab.succeed(creating, place());
        lab.succeed(creating, prepare());
        lab.succeed(creating, provision());
        return this;
    }

    Port port(int index) {
        var tail = vm.toString().substring(vm.toString().length() - 6);
        int number = Math.floorMod(tail.hashCode(), 200) + 10;
        return new Port(
                index,
                new Id(IdKind.NETWORK, vm.uuid()),
                "52:54:00:00:%02x:%02x".formatted(index, number),
                "10.10." + index + "." + number,
                24,
                "10.10." + index + ".1",
                List.of("10.10." + index + ".1"),
                1450,
                "br-int",
                10 + index,
                "dv" + tail + "-" + index);
    }
}

package no.dataverket.lab.hypervisor;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import no.dataverket.lab.hypervisor.RunInterval.Moment;
import no.dataverket.maskin.runtime.Boot;
import no.dataverket.maskin.runtime.DataDisk;
import no.dataverket.maskin.runtime.Hardware;
import no.dataverket.maskin.runtime.Nic;
import no.dataverket.maskin.runtime.Owner;
import no.dataverket.maskin.runtime.Power;
import no.dataverket.maskin.runtime.Revision;
import no.dataverket.maskin.runtime.VmDefinition;
import no.dataverket.maskin.runtime.VmId;

/// Events as lines: fields with tabs between them, each percent-encoded, the first one naming the kind.
final class EventText {

    /// Before the fields of a data disk, where an interface has its index.
    private static final String DATA = "data";

    private EventText() {}

    static String write(Event event) {
        return fields(event).stream()
                .map(field -> URLEncoder.encode(String.valueOf(field), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\t"));
    }

    /// @throws IllegalArgumentException when the line isn't what [#write] writes
    static Event read(String line) {
        var fields = Arrays.stream(line.split("\t", -1))
                .map(field -> URLDecoder.decode(field, StandardCharsets.UTF_8))
                .iterator();
        var kind = fields.next();
        return switch (kind) {
            case "disk" -> new Event.DiskMade(vm(fields), Path.of(fields.next()), number(fields));
            case "seed" -> new Event.SeedMade(vm(fields), fields.next());
            case "defined" -> new Event.Defined(definition(fields));
            case "raised" -> new Event.Raised(vm(fields), Revision.parse(fields.next()));
            case "brought-up" -> new Event.BroughtUp(vm(fields));
            case "started" -> new Event.Started(vm(fields), fields.next(), moment(fields));
            case "power" -> new Event.PowerChanged(vm(fields), Power.valueOf(fields.next()));
            case "ended" -> new Event.Ended(vm(fields), Power.valueOf(fields.next()), moment(fields));
            case "rebooted" -> new Event.Rebooted(vm(fields), fields.next());
            case "guest" -> new Event.GuestChanged(vm(fields), Boolean.parseBoolean(fields.next()));
            case "adopted" ->
                new Event.Adopted(
                        vm(fields),
                        Path.of(fields.next()),
                        number(fields),
                        fields.next(),
                        Revision.parse(fields.next()));
            case "let-go" -> new Event.LetGo(vm(fields), Revision.parse(fields.next()));
            case "removed" -> new Event.Removed(vm(fields), Revision.parse(fields.next()));
            case "undefined" -> new Event.Undefined(vm(fields));
            case "vanished" -> new Event.Vanished(vm(fields));
            case "foreign" -> new Event.ForeignSeen(fields.next());
            case "foreign-gone" -> new Event.ForeignGone(fields.next());
            default -> throw new IllegalArgumentException("a journal has no events of kind '" + kind + "'");
        };
    }

    private static List<Object> fields(Event event) {
        return switch (event) {
            case Event.DiskMade(var vm, var base, var size) -> List.of("disk", vm, base, size);
            case Event.SeedMade(var vm, var digest) -> List.of("seed", vm, digest);
            case Event.Defined(var definition) -> fields(definition);
            case Event.Raised(var vm, var revision) -> List.of("raised", vm, revision);
            case Event.BroughtUp(var vm) -> List.of("brought-up", vm);
            case Event.Started(var vm, var run, var at) -> List.of("started", vm, run, at.tick(), at.at());
            case Event.PowerChanged(var vm, var power) -> List.of("power", vm, power);
            case Event.Ended(var vm, var power, var at) -> List.of("ended", vm, power, at.tick(), at.at());
            case Event.Rebooted(var vm, var token) -> List.of("rebooted", vm, token);
            case Event.GuestChanged(var vm, var deaf) -> List.of("guest", vm, deaf);
            case Event.Adopted(var vm, var base, var size, var digest, var revision) ->
                List.of("adopted", vm, base, size, digest, revision);
            case Event.LetGo(var vm, var revision) -> List.of("let-go", vm, revision);
            case Event.Removed(var vm, var revision) -> List.of("removed", vm, revision);
            case Event.Undefined(var vm) -> List.of("undefined", vm);
            case Event.Vanished(var vm) -> List.of("vanished", vm);
            case Event.ForeignSeen(var name) -> List.of("foreign", name);
            case Event.ForeignGone(var name) -> List.of("foreign-gone", name);
        };
    }

    private static List<Object> fields(VmDefinition definition) {
        var fields = new ArrayList<Object>(List.of("defined", definition.id(), definition.name()));
        var owner = definition.owner();
        for (var scope : List.of(owner.tenant(), owner.project(), owner.environment())) {
            fields.addAll(List.of(scope.id(), scope.name()));
        }
        var hardware = definition.hardware();
        fields.addAll(List.of(definition.revision(), hardware.machineType(), hardware.vcpus(), hardware.memoryMib()));
        fields.addAll(List.of(definition.drives().disk(), definition.drives().seed()));
        switch (definition.boot()) {
            case Boot.FromDisk() -> fields.add("from-disk");
            case Boot.FromKernel(var kernel, var initrd, var cmdline) ->
                fields.addAll(List.of("from-kernel", kernel, initrd, cmdline));
        }
        for (var disk : definition.drives().data()) {
            fields.addAll(List.of(DATA, disk.index(), disk.path(), disk.serial()));
        }
        for (var nic : definition.nics()) {
            fields.addAll(List.of(nic.index(), nic.mac(), nic.bridge()));
            fields.addAll(List.of(nic.vlanTag(), nic.mtu(), nic.hostDevice()));
        }
        return fields;
    }

    private static VmDefinition definition(Iterator<String> fields) {
        var id = vm(fields);
        var name = fields.next();
        var owner = new Owner(scope(fields), scope(fields), scope(fields));
        var revision = Revision.parse(fields.next());
        var hardware = new Hardware(fields.next(), (int) number(fields), (int) number(fields));
        var disk = Path.of(fields.next());
        var seed = Path.of(fields.next());
        var boot = fields.next().equals("from-disk")
                ? new Boot.FromDisk()
                : new Boot.FromKernel(Path.of(fields.next()), Path.of(fields.next()), fields.next());
        var data = new ArrayList<DataDisk>();
        var nics = new ArrayList<Nic>();
        while (fields.hasNext()) {
            var first = fields.next();
            if (first.equals(DATA)) {
                data.add(new DataDisk((int) number(fields), Path.of(fields.next()), fields.next()));
                continue;
            }
            nics.add(new Nic(
                    Integer.parseInt(first),
                    fields.next(),
                    fields.next(),
                    (int) number(fields),
                    (int) number(fields),
                    fields.next()));
        }
        var drives = new VmDefinition.Drives(disk, seed, data);
        return new VmDefinition(id, name, owner, revision, hardware, drives, boot, nics);
    }

    private static Owner.Scope scope(Iterator<String> fields) {
        return new Owner.Scope(fields.next(), fields.next());
    }

    private static VmId vm(Iterator<String> fields) {
        return VmId.parse(fields.next());
    }

    private static Moment moment(Iterator<String> fields) {
        return new Moment(number(fields), Instant.parse(fields.next()));
    }

    private static long number(Iterator<String> fields) {
        return Long.parseLong(fields.next());
    }
}

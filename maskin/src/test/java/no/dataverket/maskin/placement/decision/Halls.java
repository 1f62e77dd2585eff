package no.dataverket.maskin.placement.decision;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import no.dataverket.maskin.placement.decision.HostView.Domains;
import no.dataverket.maskin.placement.decision.HostView.Reach;
import no.dataverket.maskin.placement.decision.HostView.Room;
import no.dataverket.maskin.placement.decision.HostView.Standing;

/// Hosts for tests: each method gives the same host with one thing changed.
record Halls(HostView view) {

    static final String DATACENTER = "dc1";
    static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    static Halls host(String name) {
        return new Halls(new HostView(
                id(name),
                name,
                DATACENTER,
                "standard",
                null,
                "simulated on " + name,
                new Standing(true, false, false, true, LONG_AGO),
                new Room(16, 16_384, 0, 0),
                Domains.UNKNOWN,
                Reach.EVERYTHING,
                1,
                1));
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    Halls reserved(int vcpus, int memoryMib) {
        var room = view.room();
        return with(view.standing(), new Room(room.vcpus(), room.memoryMib(), vcpus, memoryMib), view.domains());
    }

    Halls standing(Standing standing) {
        return with(standing, view.room(), view.domains());
    }

    Halls in(String rack, String power, String room) {
        return with(view.standing(), view.room(), new Domains(rack, power, room));
    }

    Halls reach(Reach reach) {
        return new Halls(new HostView(
                view.id(),
                view.name(),
                view.datacenter(),
                view.hostClass(),
                view.jurisdiction(),
                view.dependency(),
                view.standing(),
                view.room(),
                view.domains(),
                reach,
                view.nature(),
                view.change()));
    }

    Halls of(String hostClass, String jurisdiction) {
        return new Halls(new HostView(
                view.id(),
                view.name(),
                view.datacenter(),
                hostClass,
                jurisdiction,
                view.dependency(),
                view.standing(),
                view.room(),
                view.domains(),
                view.reach(),
                view.nature(),
                view.change()));
    }

    Halls later() {
        return new Halls(new HostView(
                view.id(),
                view.name(),
                view.datacenter(),
                view.hostClass(),
                view.jurisdiction(),
                view.dependency(),
                view.standing(),
                view.room(),
                view.domains(),
                view.reach(),
                view.nature(),
                view.change() + 1));
    }

    private Halls with(Standing standing, Room room, Domains domains) {
        return new Halls(new HostView(
                view.id(),
                view.name(),
                view.datacenter(),
                view.hostClass(),
                view.jurisdiction(),
                view.dependency(),
                standing,
                room,
                domains,
                view.reach(),
                view.nature(),
                view.change()));
    }
}

package no.dataverket.maskin.placement.decision;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A host as placement sees it.
///
/// @param hostClass its class, of which its overcommit follows
/// @param jurisdiction whose law holds where it stands; unknown where null
/// @param dependency its name as something that work waits for
/// @param nature rises with each change of anything else than its room
/// @param change rises with each change of the host's row: of two views the newer one counts
public record HostView(
        UUID id,
        String name,
        String datacenter,
        String hostClass,
        @Nullable String jurisdiction,
        String dependency,
        Standing standing,
        Room room,
        Domains domains,
        Reach reach,
        long nature,
        long change) {

    /// Whether machines may come.
    ///
    /// @param since when it last went away or came back
    public record Standing(
            boolean schedulable, boolean maintenance, boolean quarantined, boolean reachable, Instant since) {}

    /// What is promised, and what of it is reserved.
    public record Room(int vcpus, int memoryMib, int vcpusReserved, int memoryMibReserved) {

        public int freeVcpus() {
            return vcpus - vcpusReserved;
        }

        public int freeMemoryMib() {
            return memoryMib - memoryMibReserved;
        }
    }

    /// What it fails together with; unknown where null.
    public record Domains(
            @Nullable String rack,
            @Nullable String power,
            @Nullable String room) {

        public static final Domains UNKNOWN = new Domains(null, null, null);
    }

    /// What machines find there.
    ///
    /// @param networks that it can attach machines to; all of the datacenter's where null
    /// @param images that it holds; all of the datacenter's where null, as over a shared store
    /// @param storage of disks that it shares with others; its own alone where null
    public record Reach(
            @Nullable Set<String> networks,
            @Nullable Set<String> images,
            @Nullable String storage) {

        public static final Reach EVERYTHING = new Reach(null, null);

        /// With disks of its own.
        public Reach(@Nullable Set<String> networks, @Nullable Set<String> images) {
            this(networks, images, null);
        }

        public Reach {
            networks = networks == null ? null : Set.copyOf(networks);
            images = images == null ? null : Set.copyOf(images);
        }
    }

    /// The failure domain of a level; null where it is unknown.
    @Nullable
    String domain(Level level) {
        return switch (level) {
            case HOST -> name;
            case RACK -> domains.rack();
            case POWER -> domains.power();
            case ROOM -> domains.room();
        };
    }
}

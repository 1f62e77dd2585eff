package no.dataverket.maskin.placement.decision;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is wanted of a place.
///
/// @param hostClass the only class that will do; any where null
/// @param residency jurisdictions that will do; any where empty
/// @param networks that the host must reach
/// @param image that is best at hand on the host; no matter where null
/// @param imageRequired whether a host without the image is refused
/// @param restartable whether another host must have room for the machine too, so that it can be restarted there
/// @param group with which machines it is kept apart; none where null
/// @param storage that the host must see, as the machine's disk is there; no matter where null
public record Wanted(
        String datacenter,
        int vcpus,
        int memoryMib,
        @Nullable String hostClass,
        Set<String> residency,
        Set<String> networks,
        @Nullable String image,
        boolean imageRequired,
        boolean restartable,
        @Nullable Group group,
        @Nullable String storage) {

    public Wanted {
        if (vcpus < 1 || memoryMib < 1) {
            throw new IllegalArgumentException(vcpus + " vcpus and " + memoryMib + " MiB are no machine");
        }
        residency = Set.copyOf(residency);
        networks = Set.copyOf(networks);
    }

    /// A machine without a disk yet.
    public Wanted(
            String datacenter,
            int vcpus,
            int memoryMib,
            @Nullable String hostClass,
            Set<String> residency,
            Set<String> networks,
            @Nullable String image,
            boolean imageRequired,
            boolean restartable,
            @Nullable Group group) {
        this(
                datacenter,
                vcpus,
                memoryMib,
                hostClass,
                residency,
                networks,
                image,
                imageRequired,
                restartable,
                group,
                null);
    }

    /// Room and nothing else.
    public static Wanted room(String datacenter, int vcpus, int memoryMib) {
        return new Wanted(datacenter, vcpus, memoryMib, null, Set.of(), Set.of(), null, false, false, null);
    }

    /// The same in a group.
    public Wanted in(Group with) {
        return new Wanted(
                datacenter,
                vcpus,
                memoryMib,
                hostClass,
                residency,
                networks,
                image,
                imageRequired,
                restartable,
                with,
                storage);
    }

    /// The same with its disk on storage that hosts share.
    public Wanted on(String sharedStorage) {
        return new Wanted(
                datacenter,
                vcpus,
                memoryMib,
                hostClass,
                residency,
                networks,
                image,
                imageRequired,
                restartable,
                group,
                sharedStorage);
    }
}

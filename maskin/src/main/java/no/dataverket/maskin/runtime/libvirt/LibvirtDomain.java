package no.dataverket.maskin.runtime.libvirt;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// A handle on one domain. It's used and closed on the thread that got it. Each method fails with
/// [LibvirtError].
final class LibvirtDomain implements AutoCloseable {

    /// Flags that say which copy of a definition is meant.
    static final int LIVE = 1;

    static final int CONFIG = 2;

    private static final int XML_INACTIVE = 2;
    private static final int METADATA_ELEMENT = 2;
    private static final int START_FORCE_BOOT = 1 << 3;
    private static final int SHUTDOWN_ACPI = 1;
    private static final int SHUTDOWN_AGENT = 2;
    private static final int RESIZE_IN_BYTES = 1;
    private static final int UUID_TEXT_BYTES = 37;

    /// Managed save, snapshot metadata, NVRAM, checkpoint metadata, TPM state: all that could stand in the way.
    private static final int UNDEFINE_ALL = 1 | 2 | 4 | 16 | 32;

    private final NativeLibvirt libvirt;
    private final MemorySegment domain;

    LibvirtDomain(NativeLibvirt libvirt, MemorySegment domain) {
        this.libvirt = libvirt;
        this.domain = domain;
    }

    /// What libvirt says about a domain's power: numbers of `virDomainState` and of the reasons for it.
    record State(int state, int reason) {

        private static final int RUNNING = 1;
        private static final int BLOCKED = 2;
        private static final int PAUSED = 3;
        private static final int SHUTTING_DOWN = 4;
        private static final int OFF = 5;
        private static final int CRASHED = 6;
        private static final int SUSPENDED_BY_GUEST = 7;
        private static final int OFF_BY_GUEST = 1;
        private static final int OFF_BY_FORCE = 2;
        private static final int OFF_BY_CRASH = 3;

        boolean isRunning() {
            return state == RUNNING || state == BLOCKED || state == SHUTTING_DOWN;
        }

        boolean isPaused() {
            return state == PAUSED || state == SUSPENDED_BY_GUEST;
        }

        boolean isActive() {
            return isRunning() || isPaused() || state == CRASHED;
        }

        boolean isOff() {
            return state == OFF;
        }

        boolean hasCrashed() {
            return state == CRASHED || (state == OFF && reason == OFF_BY_CRASH);
        }

        boolean wasShutDownByGuest() {
            return state == OFF && reason == OFF_BY_GUEST;
        }

        boolean wasDestroyed() {
            return state == OFF && reason == OFF_BY_FORCE;
        }
    }

    String name() {
        return NativeLibvirt.text(libvirt.pointer(LibvirtFunction.DOMAIN_NAME, domain));
    }

    String uuid() {
        try (var arena = Arena.ofConfined()) {
            var text = arena.allocate(UUID_TEXT_BYTES);
            libvirt.number(LibvirtFunction.DOMAIN_UUID, domain, text);
            return text.getString(0);
        }
    }

    State state() {
        try (var arena = Arena.ofConfined()) {
            var state = arena.allocate(JAVA_INT);
            var reason = arena.allocate(JAVA_INT);
            libvirt.number(LibvirtFunction.DOMAIN_STATE, domain, state, reason, 0);
            return new State(state.get(JAVA_INT, 0), reason.get(JAVA_INT, 0));
        }
    }

    /// The definition that the next start takes.
    String configXml() {
        return libvirt.ownedText(LibvirtFunction.DOMAIN_XML, domain, XML_INACTIVE);
    }

    /// Whether there is a definition for the next start; one that runs may have none.
    boolean isKept() {
        return libvirt.number(LibvirtFunction.IS_PERSISTENT, domain) == 1;
    }

    /// The definition of the present run, if there's one.
    String liveXml() {
        return libvirt.ownedText(LibvirtFunction.DOMAIN_XML, domain, 0);
    }

    /// Replaces the metadata element of our namespace in one copy.
    void setMetadata(String element, String prefix, String namespace, int copy) {
        try (var arena = Arena.ofConfined()) {
            libvirt.number(
                    LibvirtFunction.SET_METADATA,
                    domain,
                    METADATA_ELEMENT,
                    arena.allocateFrom(element),
                    arena.allocateFrom(prefix),
                    arena.allocateFrom(namespace),
                    copy);
        }
    }

    /// Starts it cold, past a saved memory image.
    void start() {
        libvirt.number(LibvirtFunction.START, domain, START_FORCE_BOOT);
    }

    void resume() {
        libvirt.number(LibvirtFunction.RESUME, domain);
    }

    void pressPowerButton() {
        libvirt.number(LibvirtFunction.SHUT_DOWN, domain, SHUTDOWN_ACPI);
    }

    void askAgentToShutDown() {
        libvirt.number(LibvirtFunction.SHUT_DOWN, domain, SHUTDOWN_AGENT);
    }

    void destroy() {
        libvirt.number(LibvirtFunction.DESTROY, domain, 0);
    }

    void undefine() {
        libvirt.number(LibvirtFunction.UNDEFINE, domain, UNDEFINE_ALL);
    }

    void attach(String deviceXml) {
        change(LibvirtFunction.ATTACH_DEVICE, deviceXml);
    }

    /// Asks the guest to let go of a device. It's gone only when the live definition no longer has it.
    void detach(String deviceXml) {
        change(LibvirtFunction.DETACH_DEVICE, deviceXml);
    }

    void update(String deviceXml) {
        change(LibvirtFunction.UPDATE_DEVICE, deviceXml);
    }

    void resizeDisk(String target, long bytes) {
        try (var arena = Arena.ofConfined()) {
            libvirt.number(LibvirtFunction.RESIZE_DISK, domain, arena.allocateFrom(target), bytes, RESIZE_IN_BYTES);
        }
    }

    /// Joins a stream to the serial console.
    void openConsole(MemorySegment stream, int flags) {
        libvirt.number(LibvirtFunction.OPEN_CONSOLE, domain, MemorySegment.NULL, stream, flags);
    }

    /// Asks the guest's agent, for as long as it may take.
    ///
    /// @param kinds a set of [GuestInfo#OS] and its like
    DomainStats guestInfo(int kinds) {
        try (var arena = Arena.ofConfined()) {
            libvirt.number(LibvirtFunction.AGENT_PATIENCE, domain, GuestInfo.PATIENCE_SECONDS, 0);
            var parameters = arena.allocate(ADDRESS);
            var count = arena.allocate(JAVA_INT);
            libvirt.number(LibvirtFunction.GUEST_INFO, domain, kinds, parameters, count, 0);
            var array = parameters.get(ADDRESS, 0);
            try {
                return DomainStats.read("", array, count.get(JAVA_INT, 0));
            } finally {
                libvirt.run(LibvirtFunction.FREE_PARAMETERS, array, count.get(JAVA_INT, 0));
            }
        }
    }

    private void change(LibvirtFunction function, String deviceXml) {
        try (var arena = Arena.ofConfined()) {
            libvirt.number(function, domain, arena.allocateFrom(deviceXml), LIVE);
        }
    }

    @Override
    public void close() {
        libvirt.number(LibvirtFunction.FREE_DOMAIN, domain);
    }
}

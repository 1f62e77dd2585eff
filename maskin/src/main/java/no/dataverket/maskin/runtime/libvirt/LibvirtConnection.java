package no.dataverket.maskin.runtime.libvirt;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import no.dataverket.maskin.runtime.Console;
import no.dataverket.maskin.runtime.VmId;
import no.dataverket.maskin.runtime.libvirt.NativeLibvirt.Callback;
import org.jspecify.annotations.Nullable;

/// One connection to one libvirt daemon. Each method fails with [LibvirtError].
///
/// Once it broke it never recovers. It's closed when the last of its users lets go of it.
final class LibvirtConnection {

    private static final int KEEP_ALIVE_SECONDS = 5;
    private static final int KEEP_ALIVE_COUNT = 3;
    private static final int NODE_INFO_BYTES = 72;
    private static final int NODE_MEMORY_KIB = 32;
    private static final int NODE_CPUS = 40;
    private static final int KIB_PER_MIB = 1024;
    private static final int UUID_TEXT_BYTES = 37;
    private static final int STATS_RECORD_BYTES = 24;
    private static final int STATS_PARAMETERS = 8;
    private static final int STATS_COUNT = 16;

    private static final int EVENT_LIFECYCLE = 0;
    private static final int EVENT_REBOOT = 1;
    private static final int EVENT_DEVICE_REMOVED = 15;
    private static final int EVENT_AGENT = 18;
    private static final int EVENT_DEVICE_ADDED = 19;

    private final NativeLibvirt libvirt;
    private final MemorySegment connection;
    private final MemorySegment opaque;
    private final List<Integer> registrations = new ArrayList<>();
    private final boolean tellsOfClose;
    private volatile boolean broken;

    /// The users, and one for being open at all; closed at zero. Guarded by this object's monitor, which is
    /// held for the counting alone.
    private int users = 1;

    /// @param vcpus logical processors
    record Node(int vcpus, long memoryMib) {}

    private LibvirtConnection(NativeLibvirt libvirt, MemorySegment connection, MemorySegment opaque) {
        this.libvirt = libvirt;
        this.connection = connection;
        this.opaque = opaque;
        keepAlive();
        tellsOfClose = registerClose();
        register(EVENT_LIFECYCLE, Callback.NUMBERS);
        register(EVENT_REBOOT, Callback.PLAIN);
        register(EVENT_DEVICE_REMOVED, Callback.TEXT);
        register(EVENT_AGENT, Callback.NUMBERS);
        register(EVENT_DEVICE_ADDED, Callback.TEXT);
    }

    static LibvirtConnection open(NativeLibvirt libvirt, String uri, NativeLibvirt.Sink sink) {
        try (var arena = Arena.ofConfined()) {
            var connection = libvirt.pointer(LibvirtFunction.CONNECT, arena.allocateFrom(uri));
            return new LibvirtConnection(libvirt, connection, libvirt.addSink(sink));
        }
    }

    String hostname() {
        return libvirt.ownedText(LibvirtFunction.HOSTNAME, connection);
    }

    Node node() {
        try (var arena = Arena.ofConfined()) {
            var info = arena.allocate(NODE_INFO_BYTES, Long.BYTES);
            libvirt.number(LibvirtFunction.NODE_INFO, connection, info);
            return new Node(info.get(JAVA_INT, NODE_CPUS), info.get(JAVA_LONG, NODE_MEMORY_KIB) / KIB_PER_MIB);
        }
    }

    /// The hypervisor's and libvirt's name and version, for people.
    String versions() {
        var type = NativeLibvirt.text(libvirt.pointer(LibvirtFunction.HYPERVISOR_TYPE, connection));
        return type + " " + version(LibvirtFunction.HYPERVISOR_VERSION) + ", libvirt "
                + version(LibvirtFunction.LIBVIRT_VERSION);
    }

    String capabilities() {
        return libvirt.ownedText(LibvirtFunction.CAPABILITIES, connection);
    }

    /// All domains, active or not. The caller closes them.
    List<LibvirtDomain> domains() {
        try (var arena = Arena.ofConfined()) {
            var answer = arena.allocate(ADDRESS);
            var count = libvirt.number(LibvirtFunction.LIST_DOMAINS, connection, answer, 0);
            var array = answer.get(ADDRESS, 0).reinterpret(ADDRESS.byteSize() * count);
            var domains = new ArrayList<LibvirtDomain>(count);
            for (var index = 0; index < count; index++) {
                domains.add(new LibvirtDomain(libvirt, array.getAtIndex(ADDRESS, index)));
            }
            libvirt.free(array);
            return domains;
        }
    }

    /// What the active domains use.
    List<DomainStats> activeStats() {
        try (var arena = Arena.ofConfined()) {
            var answer = arena.allocate(ADDRESS);
            var count = libvirt.number(
                    LibvirtFunction.ALL_STATS, connection, DomainStats.GROUPS, answer, DomainStats.ACTIVE);
            var records = answer.get(ADDRESS, 0);
            try {
                var array = records.reinterpret(ADDRESS.byteSize() * count);
                var stats = new ArrayList<DomainStats>(count);
                for (var index = 0; index < count; index++) {
                    var record = array.getAtIndex(ADDRESS, index).reinterpret(STATS_RECORD_BYTES);
                    stats.add(DomainStats.read(
                            uuid(arena, record.get(ADDRESS, 0)),
                            record.get(ADDRESS, STATS_PARAMETERS),
                            record.get(JAVA_INT, STATS_COUNT)));
                }
                return stats;
            } finally {
                libvirt.run(LibvirtFunction.FREE_STATS, records);
            }
        }
    }

    private String uuid(Arena arena, MemorySegment domain) {
        var text = arena.allocate(UUID_TEXT_BYTES);
        libvirt.number(LibvirtFunction.DOMAIN_UUID, domain, text);
        return text.getString(0);
    }

    /// The VM's domain, which the caller closes, or null when libvirt says that there's none.
    @Nullable
    LibvirtDomain find(VmId vm) {
        try (var arena = Arena.ofConfined()) {
            var uuid = arena.allocateFrom(vm.toString());
            return new LibvirtDomain(libvirt, libvirt.pointer(LibvirtFunction.FIND_DOMAIN, connection, uuid));
        } catch (LibvirtError e) {
            if (e.code() == LibvirtError.NO_DOMAIN) {
                return null;
            }
            throw e;
        }
    }

    /// Makes a persistent domain, or replaces its definition. The caller closes it.
    LibvirtDomain define(String xml) {
        return make(LibvirtFunction.DEFINE_DOMAIN, xml);
    }

    /// Starts a domain that's gone when it stops. The caller closes it.
    LibvirtDomain runTransient(String xml) {
        return make(LibvirtFunction.RUN_TRANSIENT_DOMAIN, xml);
    }

    /// Opens a domain's serial console. The connection stays open as long as it does.
    ///
    /// @param closer where it's closed once it ended by itself
    LibvirtConsole openConsole(LibvirtDomain domain, boolean takeOver, Console.Screen screen, Executor closer) {
        if (!acquire()) {
            throw new IllegalStateException("a closed connection is used");
        }
        var opened = false;
        try {
            var console = LibvirtConsole.open(libvirt, connection, domain, takeOver, screen, closer, this::release);
            opened = true;
            return console;
        } finally {
            if (!opened) {
                release();
            }
        }
    }

    /// Whether the connection works, as far as is known.
    boolean isAlive() {
        if (broken) {
            return false;
        }
        try {
            return libvirt.number(LibvirtFunction.IS_ALIVE, connection) != 0;
        } catch (LibvirtError e) {
            return false;
        }
    }

    void markBroken() {
        broken = true;
    }

    boolean isBroken() {
        return broken;
    }

    /// Keeps the connection open until [#release].
    ///
    /// @return false when it's closed already
    synchronized boolean acquire() {
        if (users == 0) {
            return false;
        }
        users++;
        return true;
    }

    /// Lets go of the connection; the last one closes it.
    void release() {
        synchronized (this) {
            users--;
            if (users > 0) {
                return;
            }
        }
        close();
    }

    private void close() {
        libvirt.removeSink(opaque);
        // registrations keep the connection open on libvirt's side
        for (var registration : registrations) {
            ignoreErrors(() -> libvirt.number(LibvirtFunction.DEREGISTER_EVENT, connection, registration));
        }
        if (tellsOfClose) {
            ignoreErrors(() ->
                    libvirt.number(LibvirtFunction.UNREGISTER_CLOSE, connection, libvirt.callback(Callback.CLOSE)));
        }
        ignoreErrors(() -> libvirt.number(LibvirtFunction.DISCONNECT, connection));
    }

    private LibvirtDomain make(LibvirtFunction function, String xml) {
        try (var arena = Arena.ofConfined()) {
            return new LibvirtDomain(libvirt, libvirt.pointer(function, connection, arena.allocateFrom(xml), 0));
        }
    }

    private String version(LibvirtFunction function) {
        try (var arena = Arena.ofConfined()) {
            var answer = arena.allocate(JAVA_LONG);
            libvirt.number(function, connection, answer);
            var version = answer.get(JAVA_LONG, 0);
            return version / 1_000_000 + "." + version / 1_000 % 1_000 + "." + version % 1_000;
        }
    }

    /// Drivers without a daemon have no pings, and need none.
    private void keepAlive() {
        ignoreErrors(
                () -> libvirt.number(LibvirtFunction.KEEP_ALIVE, connection, KEEP_ALIVE_SECONDS, KEEP_ALIVE_COUNT));
    }

    private boolean registerClose() {
        return ignoreErrors(() -> libvirt.number(
                LibvirtFunction.REGISTER_CLOSE,
                connection,
                libvirt.callback(Callback.CLOSE),
                opaque,
                MemorySegment.NULL));
    }

    /// Events that a driver doesn't have are done without.
    private void register(int event, Callback callback) {
        ignoreErrors(() -> registrations.add(libvirt.number(
                LibvirtFunction.REGISTER_EVENT,
                connection,
                MemorySegment.NULL,
                event,
                libvirt.callback(callback),
                opaque,
                MemorySegment.NULL)));
    }

    private static boolean ignoreErrors(Runnable call) {
        try {
            call.run();
            return true;
        } catch (LibvirtError e) {
            return false;
        }
    }
}

package no.dataverket.maskin.runtime.libvirt;

import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import no.dataverket.maskin.runtime.Console.Screen;
import no.dataverket.maskin.runtime.libvirt.NativeLibvirt.Callback;
import no.dataverket.maskin.runtime.libvirt.NativeLibvirt.StreamSink;

/// A domain's serial console, joined to a stream. What it shows is read on the event loop's thread as soon as
/// it's there; nothing here waits for the guest.
///
/// Source: libvirt's documentation, "Streams"; numbers from `libvirt-stream.h` and `libvirt-domain.h`.
final class LibvirtConsole implements StreamSink {

    private static final System.Logger LOG = System.getLogger(LibvirtConsole.class.getName());

    static final int READABLE = 1;

    private static final int ERROR = 4;
    private static final int HANG_UP = 8;
    private static final int NON_BLOCKING = 1;
    private static final int FORCE = 1;
    private static final int WOULD_BLOCK = -2;
    private static final int PIECE = 4096;

    /// So many pieces at a time; then it's the turn of other events.
    private static final int PIECES = 16;

    private final NativeLibvirt libvirt;
    private final MemorySegment stream;
    private final Screen screen;
    private final Executor closer;
    private final Runnable release;
    private final MemorySegment opaque;

    /// Held while the stream is used. The event loop waits for it no longer than a call that doesn't block.
    private final ReentrantLock lock = new ReentrantLock();

    private boolean over;
    private boolean closed;

    private LibvirtConsole(
            NativeLibvirt libvirt, MemorySegment stream, Screen screen, Executor closer, Runnable release) {
        this.libvirt = libvirt;
        this.stream = stream;
        this.screen = screen;
        this.closer = closer;
        this.release = release;
        opaque = libvirt.addStreamSink(this);
    }

    /// @param closer where it's closed once it ended by itself
    /// @param release run once it's closed
    static LibvirtConsole open(
            NativeLibvirt libvirt,
            MemorySegment connection,
            LibvirtDomain domain,
            boolean takeOver,
            Screen screen,
            Executor closer,
            Runnable release) {
        var stream = libvirt.pointer(LibvirtFunction.NEW_STREAM, connection, NON_BLOCKING);
        try {
            domain.openConsole(stream, takeOver ? FORCE : 0);
        } catch (LibvirtError e) {
            libvirt.number(LibvirtFunction.FREE_STREAM, stream);
            throw e;
        }
        var console = new LibvirtConsole(libvirt, stream, screen, closer, release);
        try {
            libvirt.number(
                    LibvirtFunction.WATCH_STREAM,
                    stream,
                    READABLE | ERROR | HANG_UP,
                    libvirt.callback(Callback.STREAM),
                    console.opaque,
                    MemorySegment.NULL);
        } catch (LibvirtError e) {
            console.letGo();
            throw e;
        }
        return console;
    }

    /// Types as much as is taken at once.
    int type(byte[] bytes) {
        lock.lock();
        try (var arena = Arena.ofConfined()) {
            if (over) {
                throw new LibvirtError(LibvirtError.OPERATION_INVALID, 0, 0, "the console is closed");
            }
            var taken = 0;
            while (taken < bytes.length) {
                var length = Math.min(PIECE, bytes.length - taken);
                var piece = arena.allocate(length);
                MemorySegment.copy(bytes, taken, piece, ValueLayout.JAVA_BYTE, 0, length);
                var sent = libvirt.numberOrLess(LibvirtFunction.STREAM_SEND, stream, piece, (long) length);
                if (sent == WOULD_BLOCK || sent == 0) {
                    return taken;
                }
                taken += sent;
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void streamChanged(int events) {
        var why = "";
        lock.lock();
        try {
            if (over) {
                return;
            }
            why = (events & READABLE) != 0 ? show() : "";
            if (why.isEmpty() && (events & (ERROR | HANG_UP)) != 0) {
                why = "the hypervisor closed the console";
            }
            if (why.isEmpty()) {
                return;
            }
            over = true;
        } finally {
            lock.unlock();
        }
        screen.ends(why);
        closer.execute(this::letGo);
    }

    /// Shows what is there.
    ///
    /// @return why nothing more will come; empty while something may
    private String show() {
        try (var arena = Arena.ofConfined()) {
            var buffer = arena.allocate(PIECE);
            for (var piece = 0; piece < PIECES; piece++) {
                var count = libvirt.numberOrLess(LibvirtFunction.STREAM_RECEIVE, stream, buffer, (long) PIECE);
                if (count == WOULD_BLOCK) {
                    return "";
                }
                if (count == 0) {
                    return "the machine stopped, or somebody else took its console";
                }
                screen.shows(buffer.asSlice(0, count).toArray(ValueLayout.JAVA_BYTE));
            }
            return "";
        } catch (LibvirtError e) {
            return "the hypervisor closed the console: " + e.getMessage();
        }
    }

    /// Lets go of the console; what it shows is of no interest any more.
    void close() {
        lock.lock();
        try {
            over = true;
        } finally {
            lock.unlock();
        }
        letGo();
    }

    private void letGo() {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
        } finally {
            lock.unlock();
        }
        libvirt.removeStreamSink(opaque);
        ignoreErrors(LibvirtFunction.UNWATCH_STREAM);
        ignoreErrors(LibvirtFunction.ABORT_STREAM);
        ignoreErrors(LibvirtFunction.FREE_STREAM);
        release.run();
    }

    /// The stream may have ended, or the whole connection may be gone.
    private void ignoreErrors(LibvirtFunction function) {
        try {
            libvirt.number(function, stream);
        } catch (LibvirtError e) {
            LOG.log(Level.TRACE, "a console's stream was gone already", e);
        }
    }
}

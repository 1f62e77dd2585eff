package no.dataverket.maskin.runtime.libvirt;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import no.dataverket.maskin.runtime.RuntimeFailure;
import no.dataverket.maskin.runtime.RuntimeFailure.Kind;
import org.jspecify.annotations.Nullable;

/// The C library in this process. There's one of it, because libvirt has one event loop and one error handler
/// for each process: this is why it's reached by a static method.
final class NativeLibvirt {

    private static final System.Logger LOG = System.getLogger(NativeLibvirt.class.getName());
    private static final String LIBRARY = "libvirt.so.0";
    private static final int UUID_TEXT_BYTES = 37;
    private static final long PAUSE_AFTER_LOOP_ERROR_NANOS = 100_000_000;

    private static final int ERROR_BYTES = 80;
    private static final int ERROR_CODE = 0;
    private static final int ERROR_DOMAIN = 4;
    private static final int ERROR_MESSAGE = 8;
    private static final int ERROR_INT1 = 64;

    private static final ReentrantLock LOADING = new ReentrantLock();
    private static @Nullable NativeLibvirt loaded;

    private final Map<LibvirtFunction, MethodHandle> functions = new EnumMap<>(LibvirtFunction.class);
    private final MethodHandle free;
    private final Map<Long, Sink> sinks = new ConcurrentHashMap<>();
    private final Map<Long, StreamSink> streamSinks = new ConcurrentHashMap<>();
    private final AtomicLong lastSink = new AtomicLong();

    /// Callbacks of each shape, valid as long as the process.
    private final Map<Callback, MemorySegment> callbacks = new EnumMap<>(Callback.class);

    /// Takes what happens on a connection. It's called on the event loop's thread and must return at once.
    interface Sink {
        void domainChanged(String uuid);

        void connectionClosed();
    }

    /// Takes what happens on a stream. It's called on the event loop's thread and must return at once.
    interface StreamSink {
        /// @param events a set of [LibvirtConsole#READABLE] and its like
        void streamChanged(int events);
    }

    /// The shapes of callbacks: connection, domain, then what their events tell, then the opaque value.
    enum Callback {
        /// Two numbers; lifecycle and agent events. libvirt doesn't read the answer that the first should give.
        NUMBERS(FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS)),
        /// Nothing; reboot events.
        PLAIN(FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS)),
        /// A text; device events.
        TEXT(FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS, ADDRESS)),
        /// Of a connection, which has no domain: a reason.
        CLOSE(FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT, ADDRESS)),
        /// Of a stream: what it is ready for.
        STREAM(FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT, ADDRESS)),
        /// Of the library: user data and the error.
        ERROR(FunctionDescriptor.ofVoid(ADDRESS, ADDRESS));

        private final FunctionDescriptor descriptor;

        Callback(FunctionDescriptor descriptor) {
            this.descriptor = descriptor;
        }
    }

    private NativeLibvirt(SymbolLookup library) {
        var linker = Linker.nativeLinker();
        for (var function : LibvirtFunction.values()) {
            var address = library.find(function.symbol)
                    .orElseThrow(() -> new RuntimeFailure(
                            Kind.UNREACHABLE, LIBRARY + " has no " + function.symbol + ": it's too old"));
            functions.put(function, linker.downcallHandle(address, function.descriptor));
        }
        free = linker.downcallHandle(
                linker.defaultLookup().find("free").orElseThrow(), FunctionDescriptor.ofVoid(ADDRESS));
        for (var kind : Callback.values()) {
            callbacks.put(kind, makeStub(linker, kind));
        }
    }

    /// The library, loaded and set up at the first call.
    ///
    /// @throws RuntimeFailure `UNREACHABLE` when it isn't installed
    static NativeLibvirt load() {
        LOADING.lock();
        try {
            if (loaded == null) {
                var library = new NativeLibvirt(open());
                library.setUp();
                loaded = library;
            }
            return loaded;
        } finally {
            LOADING.unlock();
        }
    }

    private static SymbolLookup open() {
        try {
            return SymbolLookup.libraryLookup(LIBRARY, Arena.global());
        } catch (IllegalArgumentException e) {
            throw new RuntimeFailure(
                    Kind.UNREACHABLE, LIBRARY + " isn't installed; on Debian it's in the package libvirt0", e);
        }
    }

    private void setUp() {
        call(LibvirtFunction.SET_ERROR_HANDLER, MemorySegment.NULL, callback(Callback.ERROR));
        number(LibvirtFunction.INITIALIZE);
        number(LibvirtFunction.REGISTER_EVENT_LOOP);
        // it never ends, as libvirt has no way to unregister an event loop
        Thread.ofPlatform().daemon().name("libvirt-events").start(this::runEventLoop);
    }

    private void runEventLoop() {
        while (true) {
            try {
                number(LibvirtFunction.RUN_EVENT_LOOP);
            } catch (LibvirtError e) {
                LOG.log(Level.WARNING, "libvirt's event loop failed once", e);
                LockSupport.parkNanos(PAUSE_AFTER_LOOP_ERROR_NANOS);
            }
        }
    }

    /// Calls a function that answers -1 when it fails.
    ///
    /// @throws LibvirtError when it does
    int number(LibvirtFunction function, Object... arguments) {
        var result = (Integer) call(function, arguments);
        if (result < 0) {
            throw lastError(function);
        }
        return result;
    }

    /// Calls a function that answers -1 when it fails, and lower numbers for what is no failure.
    ///
    /// @throws LibvirtError when it fails
    int numberOrLess(LibvirtFunction function, Object... arguments) {
        var result = (Integer) call(function, arguments);
        if (result == -1) {
            throw lastError(function);
        }
        return result;
    }

    /// Calls a function that answers NULL when it fails.
    ///
    /// @throws LibvirtError when it does
    MemorySegment pointer(LibvirtFunction function, Object... arguments) {
        var result = (MemorySegment) call(function, arguments);
        if (result.equals(MemorySegment.NULL)) {
            throw lastError(function);
        }
        return result;
    }

    /// Calls a function that answers nothing and can't fail.
    void run(LibvirtFunction function, Object... arguments) {
        call(function, arguments);
    }

    /// Calls a function that answers a text which the caller must free.
    ///
    /// @throws LibvirtError when it fails
    String ownedText(LibvirtFunction function, Object... arguments) {
        var result = pointer(function, arguments);
        try {
            return text(result);
        } finally {
            free(result);
        }
    }

    /// Copies a text out of the library's memory.
    static String text(MemorySegment address) {
        return address.reinterpret(Long.MAX_VALUE).getString(0);
    }

    void free(MemorySegment address) {
        try {
            free.invokeExact(address);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    MemorySegment callback(Callback kind) {
        var stub = callbacks.get(kind);
        if (stub == null) {
            throw new IllegalStateException("there's no callback " + kind);
        }
        return stub;
    }

    /// Makes a receiver of callbacks known.
    ///
    /// @return what to give libvirt as the callbacks' `opaque` argument
    MemorySegment addSink(Sink sink) {
        var key = lastSink.incrementAndGet();
        sinks.put(key, sink);
        return MemorySegment.ofAddress(key);
    }

    void removeSink(MemorySegment opaque) {
        sinks.remove(opaque.address());
    }

    /// Makes a receiver of a stream's events known.
    ///
    /// @return what to give libvirt as the callback's `opaque` argument
    MemorySegment addStreamSink(StreamSink sink) {
        var key = lastSink.incrementAndGet();
        streamSinks.put(key, sink);
        return MemorySegment.ofAddress(key);
    }

    void removeStreamSink(MemorySegment opaque) {
        streamSinks.remove(opaque.address());
    }

    private Object call(LibvirtFunction function, Object... arguments) {
        var handle = functions.get(function);
        if (handle == null) {
            throw new IllegalStateException(function + " isn't linked");
        }
        try {
            return handle.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /// Must run on the thread that made the failed call.
    private LibvirtError lastError(LibvirtFunction function) {
        var address = (MemorySegment) call(LibvirtFunction.LAST_ERROR);
        if (address.equals(MemorySegment.NULL)) {
            return new LibvirtError(0, 0, 0, function.symbol + " failed without saying why");
        }
        var error = address.reinterpret(ERROR_BYTES);
        var message = error.get(ADDRESS, ERROR_MESSAGE);
        var result = new LibvirtError(
                error.get(JAVA_INT, ERROR_CODE),
                error.get(JAVA_INT, ERROR_DOMAIN),
                error.get(JAVA_INT, ERROR_INT1),
                message.equals(MemorySegment.NULL) ? function.symbol + " failed" : text(message));
        call(LibvirtFunction.RESET_LAST_ERROR);
        return result;
    }

    private static IllegalStateException unexpected(Throwable e) {
        return new IllegalStateException("a call into " + LIBRARY + " can't be made", e);
    }

    private MemorySegment makeStub(Linker linker, Callback kind) {
        var type = kind.descriptor.toMethodType();
        var last = type.parameterCount() - 1;
        var target = switch (kind) {
            case NUMBERS, PLAIN, TEXT -> MethodHandles.permuteArguments(method("domainChanged", 2), type, 1, last);
            case CLOSE -> MethodHandles.permuteArguments(method("connectionClosed", 1), type, last);
            case STREAM -> MethodHandles.permuteArguments(streamChanged(), type, 1, last);
            // the driver reads and reports errors; libvirt would write them to standard error
            case ERROR -> MethodHandles.empty(type);
        };
        return linker.upcallStub(target, kind.descriptor, Arena.global());
    }

    private MethodHandle method(String name, int pointers) {
        try {
            var type = MethodType.methodType(void.class, Collections.nCopies(pointers, MemorySegment.class));
            return MethodHandles.lookup().bind(this, name, type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("there's no method " + name + " for a callback", e);
        }
    }

    private MethodHandle streamChanged() {
        try {
            var type = MethodType.methodType(void.class, int.class, MemorySegment.class);
            return MethodHandles.lookup().bind(this, "streamChanged", type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("there's no method for the callback of streams", e);
        }
    }

    /// Called by libvirt.
    private void streamChanged(int events, MemorySegment opaque) {
        try {
            var sink = streamSinks.get(opaque.address());
            if (sink != null) {
                sink.streamChanged(events);
            }
        } catch (Throwable e) {
            report(e);
        }
    }

    /// Called by libvirt.
    private void connectionClosed(MemorySegment opaque) {
        try {
            var sink = sinks.get(opaque.address());
            if (sink != null) {
                sink.connectionClosed();
            }
        } catch (Throwable e) {
            report(e);
        }
    }

    /// Called by libvirt.
    private void domainChanged(MemorySegment domain, MemorySegment opaque) {
        try (var arena = Arena.ofConfined()) {
            var sink = sinks.get(opaque.address());
            if (sink != null) {
                var uuid = arena.allocate(UUID_TEXT_BYTES);
                number(LibvirtFunction.DOMAIN_UUID, domain, uuid);
                sink.domainChanged(uuid.getString(0));
            }
        } catch (Throwable e) {
            report(e);
        }
    }

    /// An exception that left a callback would end the process.
    private static void report(Throwable e) {
        try {
            LOG.log(Level.ERROR, "a libvirt callback failed", e);
        } catch (Throwable _) {
            // there's nobody left to tell
        }
    }
}

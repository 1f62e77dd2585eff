package no.dataverket.maskin.volume;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.file.Path;

/// Where a file has anything in it, as its file system tells: what was never written need not be read.
///
/// A file system that can't tell says that there is something everywhere, as is assumed where no one can
/// be asked.
final class Contents implements AutoCloseable {

    private static final boolean ASKABLE = System.getProperty("os.name", "").equals("Linux");

    private static final int READ_ONLY = 0;
    private static final int CLOSE_ON_EXEC = 0x80000;
    private static final int SEEK_DATA = 3;
    private static final int NOTHING_THERE = 6;

    private final int file;

    private Contents(int file) {
        this.file = file;
    }

    /// Of a file whose content is on the disk already: not all file systems know of what isn't.
    static Contents of(Path path) {
        if (!ASKABLE) {
            return new Contents(-1);
        }
        try (var arena = Arena.ofConfined()) {
            return new Contents(
                    (int) Library.OPEN.invokeExact(arena.allocateFrom(path.toString()), READ_ONLY | CLOSE_ON_EXEC));
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// The first place, from this one on, where there may be something; the end, if there is nothing any
    /// more.
    long next(long place, long end) {
        if (file < 0) {
            return place;
        }
        try (var arena = Arena.ofConfined()) {
            var state = arena.allocate(Library.STATE);
            long found = (long) Library.SEEK.invokeExact(state, file, place, SEEK_DATA);
            if (found >= 0) {
                return Math.min(found, end);
            }
            return (int) Library.ERROR.get(state, 0L) == NOTHING_THERE ? end : place;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        if (file >= 0) {
            try {
                var unused = (int) Library.CLOSE.invokeExact(file);
            } catch (Throwable impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /// The C library, found when it is first needed.
    private static final class Library {
        private static final MemoryLayout STATE = Linker.Option.captureStateLayout();
        private static final VarHandle ERROR = STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

        private static final MethodHandle OPEN =
                find("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT), Linker.Option.firstVariadicArg(2));
        private static final MethodHandle SEEK = find(
                "lseek",
                FunctionDescriptor.of(JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_INT),
                Linker.Option.captureCallState("errno"));
        private static final MethodHandle CLOSE = find("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

        private Library() {}

        private static MethodHandle find(String name, FunctionDescriptor shape, Linker.Option... options) {
            var linker = Linker.nativeLinker();
            return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), shape, options);
        }
    }
}

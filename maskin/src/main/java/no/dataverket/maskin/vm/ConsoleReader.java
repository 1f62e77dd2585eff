package no.dataverket.maskin.vm;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import no.dataverket.contract.Failure;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.ConsoleLog;
import no.dataverket.contract.command.MaskinMessages.ReadConsole;
import no.dataverket.core.work.Absent;
import no.dataverket.maskin.host.Runtimes;
import no.dataverket.maskin.runtime.RuntimeFailure;
import no.dataverket.maskin.runtime.VmId;
import no.dataverket.maskin.runtime.VmRuntime;

/// Reads what guests write on their serial consoles.
final class ConsoleReader {

    /// An answer must fit into one message, and a control character takes six bytes there.
    private static final int LARGEST = 128 << 10;

    private static final int USUAL = 64 << 10;
    private static final int PIECE = 1 << 20;
    private static final long LARGEST_LOG = 256L << 20;

    private final Vms vms;
    private final Runtimes runtimes;

    ConsoleReader(Vms vms, Runtimes runtimes) {
        this.vms = vms;
        this.runtimes = runtimes;
    }

    /// A piece of the log. A negative offset counts from the end.
    ///
    /// @throws Failure `RESOURCE_NOT_FOUND` for an unknown machine, `RESOURCE_NOT_READY` for one that never
    ///     ran, `HYPERVISOR_UNREACHABLE`
    ConsoleLog read(ReadConsole query) {
        var vm = vms.find(query.vm()).orElseThrow(() -> Vms.unknown(query.vm()));
        int limit = query.limit() <= 0 ? USUAL : Math.min(query.limit(), LARGEST);
        try {
            var runtime = runtimes.of(vm.host()).runtime();
            return query.offset() < 0
                    ? tail(runtime, vm.runtimeId(), -Math.max(query.offset(), -LARGEST), limit)
                    : from(runtime, vm.runtimeId(), query.offset(), limit);
        } catch (Absent away) {
            throw unreachable(vm, away);
        } catch (RuntimeFailure failure) {
            throw switch (failure.kind()) {
                case NOT_FOUND ->
                    Failure.of(ProblemCode.RESOURCE_NOT_READY, "Machine " + vm.id() + " has no console yet.");
                case UNREACHABLE, TIMEOUT -> unreachable(vm, failure);
                case STALE, INVALID, CONFLICT, NO_SPACE, INTERNAL ->
                    Failure.of(ProblemCode.RUNTIME_REFUSED, vm.host().dependency() + ": " + failure.getMessage());
            };
        }
    }

    private static ConsoleLog from(VmRuntime runtime, VmId vm, long offset, int limit) {
        var chunk = runtime.consoleLog(vm, offset, limit);
        long size = chunk.bytes().length < limit ? chunk.next() : end(runtime, vm, chunk.next());
        int length = wholeCharacters(chunk.bytes(), chunk.next() >= size);
        return new ConsoleLog(text(chunk.bytes(), length), chunk.from() + length, size);
    }

    /// The runtime does not tell how long a log is, so it is read to its end.
    private static ConsoleLog tail(VmRuntime runtime, VmId vm, long wanted, int limit) {
        var kept = new ByteArrayOutputStream();
        long next = 0;
        int most = (int) wanted;
        for (var chunk = runtime.consoleLog(vm, 0, PIECE);
                chunk.bytes().length > 0 && chunk.next() <= LARGEST_LOG;
                chunk = runtime.consoleLog(vm, chunk.next(), PIECE)) {
            kept.writeBytes(chunk.bytes());
            next = chunk.next();
            if (kept.size() > most) {
                var bytes = kept.toByteArray();
                kept.reset();
                kept.writeBytes(Arrays.copyOfRange(bytes, bytes.length - most, bytes.length));
            }
        }
        var bytes = kept.toByteArray();
        int first = firstCharacter(bytes);
        var piece = Arrays.copyOfRange(bytes, first, Math.min(bytes.length, first + limit));
        int length = wholeCharacters(piece, first + piece.length == bytes.length);
        return new ConsoleLog(text(piece, length), next - bytes.length + first + length, next);
    }

    private static long end(VmRuntime runtime, VmId vm, long from) {
        long next = from;
        for (var chunk = runtime.consoleLog(vm, from, PIECE);
                chunk.bytes().length > 0 && chunk.from() == next && next <= LARGEST_LOG;
                chunk = runtime.consoleLog(vm, next, PIECE)) {
            next = chunk.next();
        }
        return next;
    }

    private static String text(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    /// How many bytes make whole characters, so that one is not torn between two pieces. What is last in the
    /// log is told as it is.
    private static int wholeCharacters(byte[] bytes, boolean last) {
        if (last) {
            return bytes.length;
        }
        for (int back = 1; back <= Math.min(4, bytes.length); back++) {
            int start = bytes[bytes.length - back] & 0xff;
            if ((start & 0xc0) != 0x80) {
                int whole = start >= 0xf0 ? 4 : start >= 0xe0 ? 3 : start >= 0xc0 ? 2 : 1;
                return back < whole && back < bytes.length ? bytes.length - back : bytes.length;
            }
        }
        return bytes.length;
    }

    private static int firstCharacter(byte[] bytes) {
        int first = 0;
        while (first < Math.min(4, bytes.length) && (bytes[first] & 0xc0) == 0x80) {
            first++;
        }
        return first;
    }

    private static Failure unreachable(StoredVm vm, Exception cause) {
        return Failure.of(ProblemCode.HYPERVISOR_UNREACHABLE, vm.host().dependency() + ": " + cause.getMessage());
    }
}

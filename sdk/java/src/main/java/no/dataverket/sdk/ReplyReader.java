package no.dataverket.sdk;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads one HTTP/1.1 response from a socket until its deadline.
final class ReplyReader {

    private static final int LONGEST_LINE = 32 * 1024;
    private static final int MOST_HEADERS = 200;
    private static final int LARGEST_BODY = 64 * 1024 * 1024;

    private final Socket socket;
    private final InputStream in;
    private final long deadline;
    private final byte[] buffer = new byte[16 * 1024];
    private int position;
    private int limit;
    private boolean readAnything;
    private boolean reusable;

    ReplyReader(Socket socket, long deadline) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.deadline = deadline;
    }

    /// Whether the connection may carry another request.
    boolean isReusable() {
        return reusable && position == limit;
    }

    Reply read() throws IOException {
        while (true) {
            var line = line();
            var status = status(line);
            var headers = headers();
            if (status >= 200) {
                var body = body(status, headers);
                reusable =
                        reusable && line.startsWith("HTTP/1.1") && !"close".equalsIgnoreCase(headers.get("connection"));
                return new Reply(status, headers, body);
            }
        }
    }

    private static int status(String line) throws IOException {
        if (!line.startsWith("HTTP/1.") || line.length() < 12) {
            throw new IOException("the server does not speak HTTP/1.1");
        }
        try {
            return Integer.parseInt(line, 9, 12, 10);
        } catch (NumberFormatException e) {
            throw new IOException("the server sent a bad status line", e);
        }
    }

    private Map<String, String> headers() throws IOException {
        var headers = new HashMap<String, String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            var colon = line.indexOf(':');
            if (colon <= 0 || headers.size() >= MOST_HEADERS) {
                throw new IOException("the server sent a bad header");
            }
            var name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            var value = line.substring(colon + 1).strip();
            var before = headers.get(name);
            headers.put(name, before == null ? value : before + ", " + value);
        }
        return headers;
    }

    private byte[] body(int status, Map<String, String> headers) throws IOException {
        if (status == 204 || status == 304) {
            reusable = true;
            return new byte[0];
        }
        var encoding = headers.get("transfer-encoding");
        if (encoding != null) {
            if (!encoding.equalsIgnoreCase("chunked")) {
                throw new IOException("the server sent an unknown transfer encoding");
            }
            reusable = true;
            return chunks();
        }
        var length = headers.get("content-length");
        if (length == null) {
            return rest();
        }
        reusable = true;
        return exactly(number(length, 10), new ByteArrayOutputStream()).toByteArray();
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        while (true) {
            var line = line();
            var end = line.indexOf(';');
            var size = number((end < 0 ? line : line.substring(0, end)).strip(), 16);
            if (size == 0) {
                headers();
                return body.toByteArray();
            }
            exactly(size, body);
            if (!line().isEmpty()) {
                throw new IOException("the server sent a bad chunk");
            }
        }
    }

    private byte[] rest() throws IOException {
        var body = new ByteArrayOutputStream();
        while (position < limit || fill()) {
            body.write(buffer, position, limit - position);
            position = limit;
            check(body.size());
        }
        return body.toByteArray();
    }

    private ByteArrayOutputStream exactly(int count, ByteArrayOutputStream body) throws IOException {
        check((long) body.size() + count);
        for (var left = count; left > 0; ) {
            if (position == limit && !fill()) {
                throw new EOFException("the server closed the connection in the middle of an answer");
            }
            var part = Math.min(left, limit - position);
            body.write(buffer, position, part);
            position += part;
            left -= part;
        }
        return body;
    }

    private static int number(String text, int radix) throws IOException {
        try {
            var value = Long.parseLong(text, radix);
            check(value);
            return (int) value;
        } catch (NumberFormatException e) {
            throw new IOException("the server sent a bad length", e);
        }
    }

    private static void check(long size) throws IOException {
        if (size < 0 || size > LARGEST_BODY) {
            throw new IOException("the answer is larger than " + LARGEST_BODY + " bytes");
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        while (true) {
            if (position == limit && !fill()) {
                throw readAnything
                        ? new EOFException("the server closed the connection in the middle of an answer")
                        : new NothingReadException(null);
            }
            var c = (char) (buffer[position++] & 0xff);
            if (c == '\n') {
                return line.toString();
            }
            if (c != '\r') {
                line.append(c);
            }
            if (line.length() > LONGEST_LINE) {
                throw new IOException("the server sent a line that is too long");
            }
        }
    }

    private boolean fill() throws IOException {
        var left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new SocketTimeoutException("deadline");
        }
        socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
        int count;
        try {
            count = in.read(buffer);
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            throw readAnything ? e : new NothingReadException(e);
        }
        position = 0;
        limit = Math.max(count, 0);
        readAnything |= count > 0;
        return count > 0;
    }

    /// The connection ended before the first byte of an answer.
    static final class NothingReadException extends IOException {
        private static final long serialVersionUID = 1L;

        NothingReadException(@Nullable IOException cause) {
            super("the server closed the connection without an answer", cause);
        }
    }
}

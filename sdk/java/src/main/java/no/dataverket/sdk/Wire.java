package no.dataverket.sdk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// HTTP/1.1 (RFC 9112) to one server over sockets that are kept. A client of our own because of its cold
/// start: the first answer takes some 25 ms, against more than 150 ms with `java.net.http`, and
/// `HttpURLConnection` knows no PATCH.
final class Wire implements AutoCloseable {

    private static final Duration IDLE = Duration.ofSeconds(15);
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);

    private final URI endpoint;
    private final Duration connectTimeout;
    private final @Nullable SSLSocketFactory tls;
    private final ConcurrentLinkedDeque<Line> idle = new ConcurrentLinkedDeque<>();

    Wire(URI endpoint, Duration connectTimeout, @Nullable SSLSocketFactory tls) {
        if (endpoint.getHost() == null) {
            throw new IllegalArgumentException("not an endpoint with a host: " + endpoint);
        }
        this.endpoint = endpoint;
        this.connectTimeout = connectTimeout;
        this.tls = tls;
    }

    Reply exchange(Request request) throws IOException {
        var timeout = request.timeout();
        var deadline = System.nanoTime() + (timeout == null ? DEFAULT_TIMEOUT : timeout).toNanos();
        var bytes = bytes(request);
        var kept = takeIdle();
        if (kept != null) {
            try {
                return exchange(kept, bytes, deadline);
            } catch (ReplyReader.NothingReadException e) {
                kept.close(); // the server had closed the idle connection: nothing was carried out
            }
        }
        return exchange(connect(), bytes, deadline);
    }

    @Override
    public void close() {
        for (var line = idle.poll(); line != null; line = idle.poll()) {
            line.close();
        }
    }

    private Reply exchange(Line line, byte[] request, long deadline) throws IOException {
        var reusable = false;
        try {
            try {
                line.socket.getOutputStream().write(request);
            } catch (IOException e) {
                throw new ReplyReader.NothingReadException(e);
            }
            var reader = new ReplyReader(line.socket, deadline);
            var reply = reader.read();
            reusable = reader.isReusable();
            return reply;
        } finally {
            if (reusable) {
                line.idleSince = System.nanoTime();
                idle.push(line);
            } else {
                line.close();
            }
        }
    }

    private @Nullable Line takeIdle() {
        for (var line = idle.poll(); line != null; line = idle.poll()) {
            if (System.nanoTime() - line.idleSince < IDLE.toNanos()) {
                return line;
            }
            line.close();
        }
        return null;
    }

    private byte[] bytes(Request request) {
        var root = endpoint.getRawPath();
        var prefix = root == null || root.equals("/") ? "" : root;
        var head = new StringBuilder(256)
                .append(request.method())
                .append(' ')
                .append(prefix)
                .append(request.target())
                .append(" HTTP/1.1\r\nHost: ")
                .append(endpoint.getRawAuthority())
                .append("\r\n");
        for (var header : request.headers().entrySet()) {
            head.append(header.getKey())
                    .append(": ")
                    .append(clean(header.getValue()))
                    .append("\r\n");
        }
        var body = request.body();
        if (body != null || !request.method().equals("GET")) {
            head.append("Content-Length: ")
                    .append(body == null ? 0 : body.length)
                    .append("\r\n");
        }
        var out = new ByteArrayOutputStream(head.length() + 2 + (body == null ? 0 : body.length));
        out.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        if (body != null) {
            out.writeBytes(body);
        }
        return out.toByteArray();
    }

    private static String clean(String value) {
        if (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a header must not have a line break in it");
        }
        return value;
    }

    private Line connect() throws NotConnectedException {
        var secure = "https".equals(endpoint.getScheme());
        var port = endpoint.getPort() >= 0 ? endpoint.getPort() : secure ? 443 : 80;
        try {
            IOException failure = null;
            for (var address : InetAddress.getAllByName(endpoint.getHost())) {
                var socket = new Socket();
                try {
                    socket.setTcpNoDelay(true);
                    socket.connect(new InetSocketAddress(address, port), (int) connectTimeout.toMillis());
                    return new Line(secure ? secured(socket, port) : socket);
                } catch (IOException e) {
                    failure = e;
                    socket.close();
                }
            }
            throw failure == null ? new UnknownHostException(endpoint.getHost()) : failure;
        } catch (IOException e) {
            throw new NotConnectedException(e);
        }
    }

    private Socket secured(Socket socket, int port) throws IOException {
        var factory = tls == null ? (SSLSocketFactory) SSLSocketFactory.getDefault() : tls;
        var secured = (SSLSocket) factory.createSocket(socket, endpoint.getHost(), port, true);
        var parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.setSoTimeout((int) connectTimeout.toMillis());
        secured.startHandshake();
        return secured;
    }

    private static final class Line {
        private final Socket socket;
        private long idleSince;

        private Line(Socket socket) {
            this.socket = socket;
        }

        private void close() {
            try {
                socket.close();
            } catch (IOException e) {
                // Nothing is lost: the answer was read, or the failure is already on its way to the caller.
            }
        }
    }

    static final class NotConnectedException extends IOException {
        private static final long serialVersionUID = 1L;

        private NotConnectedException(IOException cause) {
            super(cause);
        }

        String reason() {
            var cause = getCause();
            if (cause instanceof UnknownHostException) {
                return "unknown host";
            }
            return cause == null
                    ? "unknown"
                    : String.valueOf(cause.getMessage()).toLowerCase(java.util.Locale.ROOT);
        }
    }
}

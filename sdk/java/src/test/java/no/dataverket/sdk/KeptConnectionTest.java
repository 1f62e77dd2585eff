package no.dataverket.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// The server below answers each connection's first request as if it kept the connection, and then closes it.
final class KeptConnectionTest {

    private final AtomicInteger connections = new AtomicInteger();

    @Test
    void sendsAgainWhenTheServerHadClosedAnIdleConnection() throws IOException, InterruptedException {
        try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                var connection = Connection.to(URI.create("http://127.0.0.1:" + server.getLocalPort()))
                        .open()) {
            var serving = Thread.ofVirtual().start(() -> serve(server));
            assertThat(connection.send(Request.of("GET", "/one")).text()).isEqualTo("ok");
            assertThat(connection.send(Request.of("GET", "/two")).text()).isEqualTo("ok");
            assertThat(connections).hasValue(2);
            serving.interrupt();
        }
    }

    private void serve(ServerSocket server) {
        while (true) {
            try (Socket socket = server.accept()) {
                connections.incrementAndGet();
                var request = new StringBuilder();
                while (!request.toString().endsWith("\r\n\r\n")) {
                    request.append((char) socket.getInputStream().read());
                }
                socket.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                return;
            }
        }
    }
}

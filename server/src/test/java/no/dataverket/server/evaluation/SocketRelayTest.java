package no.dataverket.server.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
final class SocketRelayTest {

    @TempDir
    private Path directory;

    @Test
    void aConnectionIsPassedOnUntilItIsCutAndAgainAfterwards() throws IOException {
        var target = directory.resolve("target");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(target));
            try (var relay = new SocketRelay(target)) {
                try (var client = connect(relay);
                        var far = server.accept()) {
                    assertThat(talk(client, far)).isEqualTo("there");
                    assertThat(talk(far, client)).isEqualTo("there");

                    relay.cut();

                    assertThat(client.read(ByteBuffer.allocate(1))).isEqualTo(-1);
                    assertThat(far.read(ByteBuffer.allocate(1))).isEqualTo(-1);
                }
                assertThatExceptionOfType(IOException.class).isThrownBy(() -> connect(relay));

                relay.mend();

                try (var client = connect(relay);
                        var far = server.accept()) {
                    assertThat(talk(client, far)).isEqualTo("there");
                }
            }
        }
    }

    @Test
    void aClientSeesItsConnectionEndWhereNobodyIsBehind() throws IOException {
        try (var relay = new SocketRelay(directory.resolve("nobody"));
                var client = connect(relay)) {
            assertThat(client.read(ByteBuffer.allocate(1))).isEqualTo(-1);
        }
    }

    @Test
    void theSocketOfAnEndpointIsFound() {
        assertThat(Subjects.socket("qemu+unix:///system?socket=/run/a/b")).contains(Path.of("/run/a/b"));
        assertThat(Subjects.socket("qemu+unix:///system")).isEmpty();
        assertThat(Subjects.socket("qemu+tls://hv-1/system")).isEmpty();
    }

    private static SocketChannel connect(SocketRelay relay) throws IOException {
        return SocketChannel.open(UnixDomainSocketAddress.of(relay.socket()));
    }

    private static String talk(SocketChannel from, SocketChannel to) throws IOException {
        from.write(ByteBuffer.wrap("there".getBytes(StandardCharsets.US_ASCII)));
        var heard = ByteBuffer.allocate(5);
        while (heard.hasRemaining() && to.read(heard) >= 0) {
            // until all is there
        }
        return new String(heard.array(), StandardCharsets.US_ASCII);
    }
}

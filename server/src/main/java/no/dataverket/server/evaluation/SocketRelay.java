package no.dataverket.server.evaluation;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import no.dataverket.maskin.evaluation.Obstacle;

/// Stands between a client and a Unix socket, and can be cut: the client loses the other end, which loses
/// only this client. So a connection breaks without anything being done to the host.
final class SocketRelay implements AutoCloseable {

    private static final int PIECE = 1 << 16;

    private final Path target;
    private final Path directory;
    private final List<SocketChannel> ends = new ArrayList<>();
    private ServerSocketChannel entrance;

    SocketRelay(Path target) throws IOException {
        this.target = target;
        directory = Files.createTempDirectory("dv-relay");
        entrance = listen();
    }

    /// The socket to connect to instead.
    Path socket() {
        return directory.resolve("socket");
    }

    /// Breaks all connections, and lets none be made.
    synchronized void cut() {
        try {
            entrance.close();
            Files.deleteIfExists(socket());
            for (var end : ends) {
                end.close();
            }
            ends.clear();
        } catch (IOException e) {
            throw new Obstacle("the relay " + socket() + ": " + e.getMessage(), e);
        }
    }

    /// Lets connections be made again.
    synchronized void mend() {
        try {
            entrance = listen();
        } catch (IOException e) {
            throw new Obstacle("the relay " + socket() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        cut();
        Files.deleteIfExists(directory);
    }

    private ServerSocketChannel listen() throws IOException {
        var channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        channel.bind(UnixDomainSocketAddress.of(socket()));
        Thread.ofPlatform().daemon().name("relay").start(() -> accept(channel));
        return channel;
    }

    private void accept(ServerSocketChannel channel) {
        while (channel.isOpen()) {
            try {
                pass(channel, channel.accept());
            } catch (IOException closed) {
                return;
            }
        }
    }

    /// A client whose connection can't be passed on sees it end.
    private void pass(ServerSocketChannel channel, SocketChannel near) throws IOException {
        SocketChannel far;
        try {
            far = SocketChannel.open(UnixDomainSocketAddress.of(target));
        } catch (IOException refused) {
            near.close();
            return;
        }
        if (keep(channel, near, far)) {
            Thread.ofPlatform().daemon().name("relay-out").start(() -> pump(near, far));
            Thread.ofPlatform().daemon().name("relay-in").start(() -> pump(far, near));
        }
    }

    /// A connection that came in while the relay was being cut is cut, too.
    private synchronized boolean keep(ServerSocketChannel channel, SocketChannel near, SocketChannel far)
            throws IOException {
        if (!channel.isOpen()) {
            near.close();
            far.close();
            return false;
        }
        ends.add(near);
        ends.add(far);
        return true;
    }

    private static void pump(SocketChannel from, SocketChannel to) {
        var buffer = ByteBuffer.allocate(PIECE);
        try (from;
                to) {
            while (from.read(buffer.clear()) >= 0) {
                buffer.flip();
                while (buffer.hasRemaining()) {
                    to.write(buffer);
                }
            }
        } catch (IOException cut) {
            // both ends are closed, which tells everybody
        }
    }
}

package no.dataverket.core.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// TCP ports of the loopback interface.
public final class Ports {

    private Ports() {}

    /// A port that is free now.
    public static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new LocalFailure("No free port on the loopback interface", failure);
        }
    }

    /// Waits until something listens.
    ///
    /// @param alive whether there is still something to wait for
    static void awaitOpen(int port, Duration limit, BooleanSupplier alive, String what) {
        long end = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < end) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
                return;
            } catch (IOException notYet) {
                pause(alive, what);
            }
        }
        throw new LocalFailure(what + " did not open port " + port + " within " + limit.toSeconds() + " s");
    }

    private static void pause(BooleanSupplier alive, String what) {
        if (!alive.getAsBoolean()) {
            throw new LocalFailure(what + " ended while starting; see its log");
        }
        try {
            Thread.sleep(20);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("Interrupted while " + what + " started", interrupted);
        }
    }
}

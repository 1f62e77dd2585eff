package no.dataverket.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import no.dataverket.core.json.Json;

/// Clients of one tenant, each of which asks again as soon as it is answered. They are a process that gives way to
/// all others: in an installation they have processors of their own.
final class Flood implements AutoCloseable {

    private static final List<String> GIVES_WAY = List.of("nice", "-n", "19");
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int OK = 200;

    private final ChildProcess process;

    /// @param page address of what each client asks for
    /// @param token that it asks with
    record Orders(String page, String token, int clients) {}

    /// @param perSecond requests that were answered, a second
    /// @param refused those of them that were answered with 429
    record Measured(double perSecond, int refused) {}

    private Flood(ChildProcess process) {
        this.process = process;
    }

    /// Begins, and returns once each client has been answered.
    static Flood begin(Orders orders, Path log) {
        var process = ChildProcess.start(GIVES_WAY, List.of("-XX:+UseSerialGC", "-Xmx128m"), Flood.class, log);
        process.order(Json.write(orders), "begun");
        return new Flood(process);
    }

    /// Ends it.
    Measured end() {
        return Json.read(process.ask("end"), Measured.class);
    }

    @Override
    public void close() {
        process.close();
    }

    public static void main(String... arguments) throws IOException {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var orders = Json.read(in.readLine(), Orders.class);
        var clients = new Clients(orders);
        var crowd = Thread.ofVirtual().start(() -> Crowd.each(orders.clients(), unused -> clients.ask()));
        clients.awaitAll(crowd);
        System.out.println("begun");
        var unused = in.readLine();
        System.out.println(Json.write(clients.end(crowd)));
    }

    private static final class Clients {
        private final HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        private final AtomicBoolean over = new AtomicBoolean();
        private final AtomicInteger answered = new AtomicInteger();
        private final AtomicInteger refused = new AtomicInteger();
        private final CountDownLatch begun;
        private final HttpRequest request;
        private final long began = System.nanoTime();

        Clients(Orders orders) {
            begun = new CountDownLatch(orders.clients());
            request = HttpRequest.newBuilder(URI.create(orders.page()))
                    .header("Authorization", "Bearer " + orders.token())
                    .build();
        }

        void ask() {
            boolean first = true;
            while (!over.get()) {
                count(send());
                if (first) {
                    begun.countDown();
                    first = false;
                }
            }
        }

        /// @throws IllegalStateException if the clients gave up before
        void awaitAll(Thread crowd) {
            try {
                while (!begun.await(100, TimeUnit.MILLISECONDS)) {
                    if (!crowd.isAlive()) {
                        throw new IllegalStateException("The clients gave up");
                    }
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", interrupted);
            }
        }

        /// @throws IllegalStateException if the clients gave up before
        Measured end(Thread crowd) {
            double seconds = (System.nanoTime() - began) / 1e9;
            if (!crowd.isAlive()) {
                throw new IllegalStateException("The clients gave up");
            }
            over.set(true);
            return new Measured(answered.get() / seconds, refused.get());
        }

        private void count(int status) {
            if (status == TOO_MANY_REQUESTS) {
                refused.incrementAndGet();
            } else if (status != OK) {
                throw new IllegalStateException("The flood was answered with " + status);
            }
            answered.incrementAndGet();
        }

        private int send() {
            try {
                return http.send(request, BodyHandlers.discarding()).statusCode();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", interrupted);
            }
        }
    }
}

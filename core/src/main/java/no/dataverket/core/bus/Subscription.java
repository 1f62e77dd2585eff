package no.dataverket.core.bus;

import io.nats.client.Connection;
import io.nats.client.ConsumerContext;
import io.nats.client.FetchConsumeOptions;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamStatusCheckedException;
import io.nats.client.api.ConsumerConfiguration;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A durable reader of a stream on a thread of its own. It outlives the server's restarts, and makes its
/// consumer again if the server lost it.
public final class Subscription implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);
    private static final int BATCH = 256;
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final Connection connection;
    private final String stream;
    private final ConsumerConfiguration configuration;
    private final Intake intake;
    private final Runnable ensureStreams;
    private final Thread thread;
    private volatile boolean closed;

    Subscription(
            Connection connection,
            String stream,
            ConsumerConfiguration configuration,
            Intake intake,
            Runnable ensureStreams) {
        this.connection = connection;
        this.stream = stream;
        this.configuration = configuration;
        this.intake = intake;
        this.ensureStreams = ensureStreams;
        this.thread =
                Thread.ofVirtual().name("consume-" + configuration.getDurable()).start(this::run);
    }

    /// Takes no more messages; what was taken may go on.
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            try {
                read(consumer());
            } catch (IOException
                    | JetStreamApiException
                    | JetStreamStatusCheckedException
                    | IllegalStateException
                    | BusFailure away) {
                LOG.atDebug()
                        .addKeyValue("consumer", configuration.getDurable())
                        .addKeyValue("cause", away.toString())
                        .log("stream is away");
                pause();
            } catch (InterruptedException interrupted) {
                pause();
            }
        }
    }

    private ConsumerContext consumer() throws IOException, JetStreamApiException {
        ensureStreams.run();
        return connection.getStreamContext(stream).createOrUpdateConsumer(configuration);
    }

    private void read(ConsumerContext consumer)
            throws IOException, JetStreamApiException, JetStreamStatusCheckedException, InterruptedException {
        int idle = 0;
        while (!closed) {
            var options = FetchConsumeOptions.builder()
                    .maxMessages(Math.min(BATCH, intake.room()))
                    .expiresIn(POLL.toMillis())
                    .noWait()
                    .build();
            int taken = 0;
            try (var fetch = consumer.fetch(idle == 0 ? options : waiting())) {
                for (var message = fetch.nextMessage(); message != null && !closed; message = fetch.nextMessage()) {
                    taken++;
                    intake.take(message);
                }
            } catch (IOException | JetStreamApiException | JetStreamStatusCheckedException failure) {
                throw failure;
            } catch (InterruptedException interrupted) {
                throw interrupted;
            } catch (Exception failure) {
                throw new IOException(failure);
            }
            idle = taken == 0 ? idle + 1 : 0;
            // A server that lost its files answers fetches of a consumer that is gone with silence.
            if (idle > 0 && idle % 5 == 0) {
                consumer.getConsumerInfo();
            }
        }
    }

    private static FetchConsumeOptions waiting() {
        return FetchConsumeOptions.builder()
                .maxMessages(1)
                .expiresIn(POLL.toMillis())
                .build();
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interrupted) {
            if (!closed) {
                LOG.debug("interrupted while the stream is away");
            }
        }
    }
}

package no.dataverket.core.bus;

import io.nats.client.Connection;
import io.nats.client.ConnectionListener;
import io.nats.client.ErrorListener;
import io.nats.client.JetStream;
import io.nats.client.JetStreamApiException;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.nats.client.PublishOptions;
import io.nats.client.api.AckPolicy;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.DeliverPolicy;
import io.nats.client.api.PublishAck;
import io.nats.client.api.RetentionPolicy;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Problem;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.bus.Envelope;
import no.dataverket.contract.bus.Subjects;
import no.dataverket.contract.command.Command;
import no.dataverket.contract.command.Query;
import no.dataverket.core.json.Json;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One service's connection to NATS. Reconnects for ever; while it is away, publishing fails and the outbox
/// keeps what was to be said.
public final class Bus implements AutoCloseable {

    /// Keeps commands until they were handled.
    public static final String COMMANDS = "COMMANDS";

    /// Keeps facts for a week.
    public static final String EVENTS = "EVENTS";

    private static final Logger LOG = LoggerFactory.getLogger(Bus.class);
    private static final String PROBLEM_HEADER = "Dv-Problem";
    private static final Duration ACK_LIMIT = Duration.ofSeconds(5);
    private static final Duration REGISTRATION = Duration.ofSeconds(5);
    private static final Duration DUPLICATE_WINDOW = Duration.ofMinutes(2);

    private final Connection connection;
    private final JetStream stream;
    private final String source;

    private Bus(Connection connection, String source) throws IOException {
        this.connection = connection;
        this.stream = connection.jetStream();
        this.source = source;
    }

    /// Where the bus is, and who speaks.
    ///
    /// @param datacenter site of the service
    /// @param credentials user and password; none where null
    public record Settings(
            String url,
            String service,
            String datacenter,
            @Nullable Credentials credentials) {

        /// A user of the bus.
        public record Credentials(String user, char[] password) {
            @Override
            public String toString() {
                return user + ":***";
            }
        }
    }

    /// Connects; while the server does not answer it goes on trying in the background.
    public static Bus connect(Settings settings) {
        var options = new Options.Builder()
                .server(settings.url())
                .connectionName("dataverket-" + settings.service())
                .maxReconnects(-1)
                .reconnectWait(Duration.ofMillis(250))
                .reconnectBufferSize(0)
                .pingInterval(Duration.ofSeconds(5))
                .connectionTimeout(Duration.ofSeconds(5))
                .errorListener(new Quiet())
                .connectionListener((ConnectionListener) (away, event) -> LOG.atDebug()
                        .addKeyValue("service", settings.service())
                        .addKeyValue("event", event)
                        .log("bus connection"));
        var credentials = settings.credentials();
        if (credentials != null) {
            options.userInfo(credentials.user().toCharArray(), credentials.password());
        }
        try {
            var connection = Nats.connectReconnectOnConnect(options.build());
            return new Bus(connection, "/dataverket/" + settings.datacenter() + "/" + settings.service());
        } catch (IOException failure) {
            throw new BusFailure("The bus at " + settings.url() + " can't be used", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BusFailure("Interrupted while connecting to the bus", interrupted);
        }
    }

    /// What this service's envelopes say they come from.
    public String source() {
        return source;
    }

    /// Whether the server answers now.
    public boolean connected() {
        return connection.getStatus() == Connection.Status.CONNECTED;
    }

    /// Makes the streams where they are missing. Safe to repeat, and repeated after the server lost its files.
    public void ensureStreams() {
        ensureStream(StreamConfiguration.builder()
                .name(COMMANDS)
                .subjects(Subjects.ALL_COMMANDS)
                .retentionPolicy(RetentionPolicy.WorkQueue)
                .storageType(StorageType.File)
                .duplicateWindow(DUPLICATE_WINDOW)
                .build());
        ensureStream(StreamConfiguration.builder()
                .name(EVENTS)
                .subjects(Subjects.ALL_EVENTS)
                .retentionPolicy(RetentionPolicy.Limits)
                .maxAge(Duration.ofDays(7))
                .maxBytes(2L << 30)
                .storageType(StorageType.File)
                .duplicateWindow(DUPLICATE_WINDOW)
                .build());
    }

    /// Publishes to a stream; the future ends when the server has kept the message.
    ///
    /// @param messageId lets the server drop a repetition within two minutes
    public CompletableFuture<PublishAck> publish(String subject, String messageId, byte[] envelope) {
        return stream.publishAsync(
                subject, envelope, PublishOptions.builder().messageId(messageId).build());
    }

    /// Publishes to a stream, and returns once the server has kept the message.
    ///
    /// @throws BusFailure if it is not known that it has
    public void say(String subject, String messageId, byte[] envelope) {
        try {
            publish(subject, messageId, envelope).get(ACK_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | IllegalStateException lost) {
            throw new BusFailure("The server may not have kept " + subject, lost);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BusFailure("Interrupted while the server kept " + subject, interrupted);
        }
    }

    /// Sends something that nobody keeps; nothing, while the server is away.
    public void send(String subject, Object payload) {
        try {
            if (connected()) {
                connection.publish(subject, Json.bytes(payload));
            }
        } catch (IllegalStateException away) {
            LOG.atDebug().addKeyValue("subject", subject).log("not sent: the bus went away");
        }
    }

    /// Listens to something that nobody keeps.
    public <T> void listen(String subject, Class<T> type, Consumer<T> listener) {
        connection
                .createDispatcher(message -> listener.accept(Json.read(message.getData(), type)))
                .subscribe(subject);
        awaitRegistration();
    }

    /// Takes messages of a stream one after the other; each is redelivered until it is acknowledged.
    ///
    /// @param durable name under which the server remembers how far this reader is
    /// @param ackWait how long the server waits for a sign of life before it delivers again
    public Subscription consume(String streamName, String durable, String filter, Duration ackWait, Intake intake) {
        var consumer = ConsumerConfiguration.builder()
                .durable(durable)
                .filterSubject(filter)
                .ackPolicy(AckPolicy.Explicit)
                .deliverPolicy(DeliverPolicy.All)
                .ackWait(ackWait)
                .maxAckPending(10_000)
                .build();
        return new Subscription(connection, streamName, consumer, intake, this::ensureStreams);
    }

    /// Asks a service and waits for its answer.
    ///
    /// @throws Failure what the service answered instead, or `DEPENDENCY_UNAVAILABLE` if nobody did in time
    public <A> A ask(Query<A> query, Class<A> answer, Origin origin, Duration timeout) {
        var message = Command.message(query.getClass());
        return ask(message.service(), message.name(), query, answer, origin, timeout);
    }

    /// Asks one service what every service answers for itself: a query of [Message#ANY].
    public <A> A ask(String service, Query<A> query, Class<A> answer, Origin origin, Duration timeout) {
        return ask(service, Command.message(query.getClass()).name(), query, answer, origin, timeout);
    }

    private <A> A ask(
            String service, String question, Query<A> query, Class<A> answer, Origin origin, Duration timeout) {
        var subject = Subjects.query(service, question);
        var envelope = Envelopes.seal(source, subject, null, origin, query);
        try {
            var reply = connection.request(subject, Json.bytes(envelope), timeout);
            if (reply == null || reply.isStatusMessage()) {
                throw unavailable(service);
            }
            if (reply.hasHeaders() && reply.getHeaders().containsKey(PROBLEM_HEADER)) {
                throw new Failure(Json.read(reply.getData(), Problem.class));
            }
            return Json.read(reply.getData(), answer);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unavailable(service);
        } catch (IllegalStateException closed) {
            throw unavailable(service);
        }
    }

    /// Answers a kind of query, each on its own virtual thread.
    public <Q extends Query<A>, A> AutoCloseable answer(Class<Q> type, Function<Asked<Q>, A> handler) {
        var message = Command.message(type);
        return answering(Subjects.query(message.service(), message.name()), type, handler);
    }

    /// Answers for one service what every service answers for itself.
    public <Q extends Query<A>, A> AutoCloseable answer(String service, Class<Q> type, Function<Asked<Q>, A> handler) {
        return answering(Subjects.query(service, Command.message(type).name()), type, handler);
    }

    private <Q extends Query<A>, A> AutoCloseable answering(
            String subject, Class<Q> type, Function<Asked<Q>, A> handler) {
        var dispatcher = connection.createDispatcher(received -> Thread.ofVirtual()
                .name(subject)
                .start(() -> {
                    var reply = NatsMessage.builder().subject(received.getReplyTo());
                    try {
                        var envelope = Json.read(received.getData(), Envelope.class);
                        var answer = handler.apply(new Asked<>(envelope, Json.convert(envelope.data(), type)));
                        reply.data(Json.bytes(answer));
                    } catch (Failure failure) {
                        reply.headers(new Headers()
                                        .add(PROBLEM_HEADER, failure.code().name()))
                                .data(Json.bytes(failure.problem()));
                    } catch (RuntimeException defect) {
                        LOG.atError()
                                .setCause(defect)
                                .addKeyValue("subject", subject)
                                .log("query failed");
                        reply.headers(new Headers().add(PROBLEM_HEADER, ProblemCode.INTERNAL_ERROR.name()))
                                .data(Json.bytes(Problem.of(ProblemCode.INTERNAL_ERROR, "The query failed.")));
                    }
                    if (connected()) {
                        connection.publish(reply.build());
                    }
                }));
        dispatcher.subscribe(subject, "answering");
        awaitRegistration();
        return () -> connection.closeDispatcher(dispatcher);
    }

    /// A query with its envelope.
    public record Asked<Q>(Envelope envelope, Q query) {}

    @Override
    public void close() {
        try {
            connection.close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// A subscription counts from when the server has it: who was told that a service has started must not find
    /// nobody there. A server that is away learns of every subscription when it is back.
    private void awaitRegistration() {
        if (!connected()) {
            return;
        }
        try {
            connection.flush(REGISTRATION);
        } catch (TimeoutException | IllegalStateException away) {
            LOG.atDebug().setCause(away).log("the bus went away during a subscription");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Failure unavailable(String service) {
        return Failure.of(ProblemCode.DEPENDENCY_UNAVAILABLE, "The service " + service + " does not answer.")
                .parameters(java.util.Map.of("dependency", service));
    }

    private void ensureStream(StreamConfiguration wanted) {
        try {
            var streams = connection.jetStreamManagement();
            if (streams.getStreamNames().contains(wanted.getName())) {
                streams.updateStream(wanted);
            } else {
                streams.addStream(wanted);
            }
        } catch (IOException | JetStreamApiException failure) {
            throw new BusFailure("The stream " + wanted.getName() + " can't be made", failure);
        }
    }

    /// jnats prints to standard error by default; the connection's state is in the metrics and the health
    /// instead.
    private static final class Quiet implements ErrorListener {}
}

package no.dataverket.sdk;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocketFactory;
import no.dataverket.sdk.model.Problem;
import org.jspecify.annotations.Nullable;

/// Sends requests to one server: adds the token, the idempotency key and the trace, repeats what may be
/// repeated, and turns problem documents into [ApiException]. Safe for many threads.
public final class Connection implements AutoCloseable {

    private static final String VERSION_HEADER = "Dv-Api-Version";
    private static final Pattern VERSIONED_PATH = Pattern.compile("/v(\\d+)/.*");

    private final Wire wire;
    private final Builder settings;

    private Connection(Builder settings) {
        this.settings = settings;
        this.wire = new Wire(settings.endpoint, settings.connectTimeout, settings.tls);
    }

    /// Starts to set up a connection to a server's root, as in `https://dv.example.org`.
    public static Builder to(URI endpoint) {
        return new Builder(endpoint);
    }

    /// The server's root.
    public URI endpoint() {
        return settings.endpoint;
    }

    /// Sends the request and gives the answer of success.
    ///
    /// Repeats only on 409 `IDEMPOTENCY_IN_PROGRESS`, 429 and 503, only as often and as long as was allowed,
    /// and a POST only under its idempotency key.
    ///
    /// @throws ApiException if the server refused
    /// @throws ConnectionException if the server could not be reached or did not answer in time
    /// @throws ApiVersionException if the server serves another major version of the API
    public Reply send(Request request) {
        var complete = complete(request);
        var waited = Duration.ZERO;
        for (var attempt = 1; ; attempt++) {
            var reply = exchange(complete);
            if (reply.status() < 400) {
                return reply;
            }
            var problem = Problems.read(reply);
            var wait = settings.retries.after(complete, reply, problem, attempt, waited);
            if (wait == null) {
                throw new ApiException(problem, reply);
            }
            settings.listener.repeating(complete, problem, wait);
            sleep(wait);
            waited = waited.plus(wait);
        }
    }

    @Override
    public void close() {
        wire.close();
    }

    private Request complete(Request request) {
        var complete = request;
        var token = settings.token;
        if (token != null && !request.hasHeader("Authorization")) {
            complete = complete.withHeader("Authorization", "Bearer " + token);
        }
        if (!request.hasHeader("Accept")) {
            complete = complete.withHeader("Accept", "application/json");
        }
        complete = complete.withHeader("User-Agent", settings.userAgent);
        if (request.method().equals("POST") && !request.hasHeader("Idempotency-Key")) {
            complete = complete.withHeader("Idempotency-Key", UUID.randomUUID().toString());
        }
        if (!request.hasHeader("traceparent")) {
            complete = complete.withHeader("traceparent", traceparent());
        }
        return complete.timeout() == null ? complete.withTimeout(settings.timeout) : complete;
    }

    private Reply exchange(Request request) {
        settings.listener.sending(request);
        var began = System.nanoTime();
        try {
            var reply = wire.exchange(request);
            settings.listener.answered(request, reply, Duration.ofNanos(System.nanoTime() - began));
            requireSameMajor(request, reply);
            return reply;
        } catch (Wire.NotConnectedException e) {
            throw new ConnectionException(
                    "cannot connect to " + settings.endpoint + ": " + e.reason(), e, false, false);
        } catch (SocketTimeoutException e) {
            throw new ConnectionException(settings.endpoint + " did not answer in time", e, true, true);
        } catch (IOException e) {
            throw new ConnectionException(
                    "the connection to " + settings.endpoint + " broke: " + e.getMessage(), e, true, false);
        }
    }

    /// What does not say its version may be a proxy on the way.
    private void requireSameMajor(Request request, Reply reply) {
        var served = reply.header(VERSION_HEADER);
        var path = VERSIONED_PATH.matcher(request.target());
        if (served != null && path.matches() && !served.split("\\.", 2)[0].equals(path.group(1))) {
            throw new ApiVersionException(settings.endpoint.toString(), path.group(1), served);
        }
    }

    /// A fresh trace (W3C Trace Context), sampled.
    private static String traceparent() {
        var random = ThreadLocalRandom.current();
        var text = new StringBuilder(55).append("00-");
        hex(text, random.nextLong() | 1);
        hex(text, random.nextLong());
        text.append('-');
        hex(text, random.nextLong() | 1);
        return text.append("-01").toString();
    }

    private static void hex(StringBuilder text, long value) {
        for (var shift = 60; shift >= 0; shift -= 4) {
            text.append("0123456789abcdef".charAt((int) (value >>> shift) & 15));
        }
    }

    private static void sleep(Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectionException("interrupted while waiting to repeat a request", e, true, false);
        }
    }

    /// Hears what goes over the wire. The token is in the headers: leave it out of whatever is shown.
    public interface Listener {
        /// Called before a request is sent, also before it is repeated.
        default void sending(Request request) {}

        /// Called after an answer was read.
        default void answered(Request request, Reply reply, Duration took) {}

        /// Called before the wait until a request is repeated.
        default void repeating(Request request, Problem problem, Duration wait) {}
    }

    /// How a connection is set up.
    public static final class Builder {

        private final URI endpoint;
        private @Nullable String token;
        private @Nullable SSLSocketFactory tls;
        private Duration connectTimeout = Duration.ofSeconds(5);
        private Duration timeout = Duration.ofSeconds(60);
        private Retries retries = Retries.USUAL;
        private String userAgent = "dataverket-sdk-java";
        private Listener listener = new Listener() {};

        private Builder(URI endpoint) {
            this.endpoint = endpoint;
        }

        /// The bearer token.
        public Builder token(@Nullable String bearer) {
            token = bearer;
            return this;
        }

        /// How TLS is spoken, where the JDK's default does not fit.
        public Builder tls(SSLSocketFactory factory) {
            tls = factory;
            return this;
        }

        /// How long connecting may take; 5 seconds if not set.
        public Builder connectTimeout(Duration limit) {
            connectTimeout = limit;
            return this;
        }

        /// How long an answer may take where the request does not say; 60 seconds if not set.
        public Builder timeout(Duration limit) {
            timeout = limit;
            return this;
        }

        /// How often requests are repeated; [Retries#USUAL] if not set.
        public Builder retries(Retries bounds) {
            retries = bounds;
            return this;
        }

        /// The program's name and version.
        public Builder userAgent(String name) {
            userAgent = name;
            return this;
        }

        /// Hears what goes over the wire.
        public Builder listener(Listener ear) {
            listener = ear;
            return this;
        }

        /// The connection; nothing is sent yet.
        public Connection open() {
            return new Connection(this);
        }
    }
}

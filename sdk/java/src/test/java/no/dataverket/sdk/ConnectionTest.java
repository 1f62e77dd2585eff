package no.dataverket.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ConnectionTest {

    private static final Request GET = Request.of("GET", "/v1/vms");
    private static final Request POST = Request.of("POST", "/v1/vms")
            .withBody("application/json", "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));

    private final ScriptedServer server = new ScriptedServer();
    private final Connection connection =
            Connection.to(server.endpoint()).token("secret").open();

    @AfterEach
    void close() {
        connection.close();
        server.close();
    }

    @Test
    void sendsTokenAndTraceAndUserAgent() {
        server.then(200, "{}");
        connection.send(GET);
        var asked = server.asked().getFirst();
        assertThat(asked.header("Authorization")).isEqualTo("Bearer secret");
        assertThat(asked.header("Traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        assertThat(asked.header("User-agent")).isEqualTo("dataverket-sdk-java");
    }

    @Test
    void aServerOfAnotherMajorVersionIsNotReliedOn() {
        server.then(200, "{}", Map.of("Dv-Api-Version", "1.99")).then(200, "{}");
        assertThat(connection.send(GET).status()).as("a later minor").isEqualTo(200);
        assertThat(connection.send(GET).status()).as("no version").isEqualTo(200);

        for (var status : new int[] {200, 404, 503}) {
            server.then(status, "{}", Map.of("Dv-Api-Version", "2.0"));
            assertThatThrownBy(() -> connection.send(GET))
                    .isInstanceOfSatisfying(ApiVersionException.class, other -> {
                        assertThat(other.served()).isEqualTo("2.0");
                        assertThat(other.spoken()).isEqualTo("1");
                    })
                    .isInstanceOf(ConnectionException.class)
                    .hasMessageContaining(server.endpoint().toString());
        }
        assertThat(server.asked()).as("none of them is repeated").hasSize(5);
    }

    @Test
    void givesEachPostAFreshIdempotencyKey() {
        server.then(200, "{}").then(200, "{}");
        connection.send(POST);
        connection.send(POST);
        var first = server.asked().get(0).header("Idempotency-key");
        assertThat(first).matches("[0-9a-f-]{36}");
        assertThat(server.asked().get(1).header("Idempotency-key")).isNotEqualTo(first);
    }

    @Test
    void repeatsUnderTheSameKeyWhileTheFirstRequestIsInProgress() {
        server.thenProblem(409, "IDEMPOTENCY_IN_PROGRESS", Map.of("Retry-After", "0"))
                .then(200, "{}");
        assertThat(connection.send(POST).status()).isEqualTo(200);
        assertThat(server.asked().get(1).header("Idempotency-key"))
                .isEqualTo(server.asked().get(0).header("Idempotency-key"));
    }

    @Test
    void repeatsWhenTheServerSaysWhen() {
        server.thenProblem(429, "RATE_LIMIT", Map.of("Retry-After", "0"))
                .thenProblem(503, "DEPENDENCY_UNAVAILABLE", Map.of("Retry-After", "0"))
                .then(200, "{}");
        assertThat(connection.send(GET).status()).isEqualTo(200);
    }

    @Test
    void doesNotRepeatWhenTheServerDoesNotSayWhen() {
        server.thenProblem(503, "DEPENDENCY_UNAVAILABLE", Map.of());
        assertThatThrownBy(() -> connection.send(GET)).isInstanceOf(ApiException.class);
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void doesNotRepeatOtherConflicts() {
        server.thenProblem(409, "NAME_TAKEN", Map.of("Retry-After", "0"));
        var failure = catchThrowableOfType(ApiException.class, () -> connection.send(POST));
        assertThat(failure.code()).isEqualTo("NAME_TAKEN");
        assertThat(failure.status()).isEqualTo(409);
        assertThat(failure.problem().detail()).isEqualTo("because");
    }

    @Test
    void givesUpAfterTheBound() {
        for (var attempt = 0; attempt < 4; attempt++) {
            server.thenProblem(503, "DEPENDENCY_UNAVAILABLE", Map.of("Retry-After", "0"));
        }
        assertThatThrownBy(() -> connection.send(GET)).isInstanceOf(ApiException.class);
        assertThat(server.asked()).hasSize(4);
    }

    @Test
    void doesNotWaitLongerThanTheBound() {
        server.thenProblem(503, "DEPENDENCY_UNAVAILABLE", Map.of("Retry-After", "3600"));
        assertThatThrownBy(() -> connection.send(GET)).isInstanceOf(ApiException.class);
    }

    @Test
    void makesAProblemOfAnAnswerThatHasNone() {
        server.then(502, "<html>bad gateway</html>", Map.of("Content-Type", "text/html"));
        var failure = catchThrowableOfType(ApiException.class, () -> connection.send(GET));
        assertThat(failure.code()).isEqualTo("HTTP_502");
        assertThat(failure.problem().detail()).contains("bad gateway");
    }

    @Test
    void readsChunkedAnswers() {
        server.then(200, "x".repeat(100_000), Map.of("X-Chunked", "yes"));
        assertThat(connection.send(GET).text()).hasSize(100_000);
    }

    @Test
    void sendsPatchAndReadsAnEmptyAnswer() {
        server.then(204, "");
        assertThat(connection.send(Request.of("PATCH", "/v1/vms/vm_1")).body()).isEmpty();
        assertThat(server.asked().getFirst().method()).isEqualTo("PATCH");
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        int port;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        var nobody = Connection.to(URI.create("http://127.0.0.1:" + port)).open();
        var failure = catchThrowableOfType(ConnectionException.class, () -> nobody.send(GET));
        assertThat(failure.isSent()).isFalse();
        assertThat(failure).hasMessageContaining("connection refused");
    }

    @Test
    void givesUpAtTheDeadline() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var mute = Connection.to(URI.create("http://127.0.0.1:" + silent.getLocalPort()))
                    .open();
            var failure = catchThrowableOfType(
                    ConnectionException.class, () -> mute.send(GET.withTimeout(Duration.ofMillis(100))));
            assertThat(failure.isTimedOut()).isTrue();
        }
    }

    @Test
    void refusesHeadersWithLineBreaks() {
        assertThatThrownBy(() -> connection.send(GET.withHeader("X-Test", "a\r\nX-Other: b")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

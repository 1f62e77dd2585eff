package no.dataverket.sdk;

import java.time.Duration;
import no.dataverket.sdk.model.Problem;
import org.jspecify.annotations.Nullable;

/// How often a request is repeated, and for how long altogether.
public record Retries(int most, Duration longest) {

    /// Three times in half a minute.
    public static final Retries USUAL = new Retries(3, Duration.ofSeconds(30));

    /// Never.
    public static final Retries NONE = new Retries(0, Duration.ZERO);

    private static final long IN_PROGRESS_SECONDS = 1;

    /// How long to wait before the request is repeated, or nothing if it must not be.
    @Nullable
    Duration after(Request request, Reply reply, Problem problem, int attempt, Duration waited) {
        if (attempt > most || request.method().equals("POST") && !request.hasHeader("Idempotency-Key")) {
            return null;
        }
        var wait = wait(reply, problem);
        return wait == null || waited.plus(wait).compareTo(longest) > 0 ? null : wait;
    }

    private static @Nullable Duration wait(Reply reply, Problem problem) {
        var asked = seconds(reply.header("Retry-After"));
        return switch (reply.status()) {
            case 409 ->
                problem.code().equals("IDEMPOTENCY_IN_PROGRESS")
                        ? Duration.ofSeconds(Math.max(asked, IN_PROGRESS_SECONDS))
                        : null;
            case 429, 503 -> asked < 0 ? null : Duration.ofSeconds(asked);
            default -> null;
        };
    }

    private static long seconds(@Nullable String header) {
        if (header == null) {
            return -1;
        }
        try {
            return Math.max(0, Long.parseLong(header.trim()));
        } catch (NumberFormatException e) {
            return -1; // a date (RFC 9110 §10.2.3): our servers send seconds
        }
    }
}

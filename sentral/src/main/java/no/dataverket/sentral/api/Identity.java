package no.dataverket.sentral.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.command.IdentitetMessages.Authenticate;
import no.dataverket.contract.command.IdentitetMessages.Principal;
import no.dataverket.core.bus.Bus;
import no.dataverket.core.bus.Origin;
import no.dataverket.core.http.Authenticator;
import no.dataverket.core.telemetry.Telemetry;

/// Asks Identitet who a token speaks for, and remembers the answer for a few seconds. A token that is revoked
/// here is forgotten at once.
public final class Identity implements Authenticator {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST = 10_000;

    private final Bus bus;
    private final Telemetry telemetry;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(Principal principal, long until) {}

    public Identity(Bus bus, Telemetry telemetry) {
        this.bus = bus;
        this.telemetry = telemetry;
    }

    @Override
    public Principal authenticate(String token) {
        var hash = hash(token);
        var remembered = known.get(hash);
        var now = Instant.now();
        if (remembered != null && System.nanoTime() < remembered.until()) {
            var ends = remembered.principal().tokenExpiresAt();
            if (ends == null || ends.isAfter(now)) {
                return remembered.principal();
            }
        }
        var origin = Origin.ofService("sentral", telemetry.correlation());
        Principal principal;
        try {
            principal = bus.ask(new Authenticate(hash), Principal.class, origin, PATIENCE);
        } catch (Failure refused) {
            if (refused.code() == ProblemCode.AUTHENTICATION_REQUIRED) {
                known.remove(hash);
            }
            throw refused;
        }
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(hash, new Known(principal, System.nanoTime() + REMEMBERED.toNanos()));
        return principal;
    }

    @Override
    public boolean remembers(String token) {
        return known.containsKey(hash(token));
    }

    /// Forgets a token.
    public void forget(Id token) {
        known.values().removeIf(entry -> entry.principal().token().equals(token));
    }

    /// SHA-256 of a token, hexadecimal: what is stored and what crosses the bus.
    public static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw Failure.of(ProblemCode.INTERNAL_ERROR, "This JVM has no SHA-256.");
        }
    }
}

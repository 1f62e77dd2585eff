package no.dataverket.core.http;

import io.helidon.webserver.http.ServerRequest;
import java.util.Map;
import java.util.Optional;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Operation;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.Operation.Lane;
import no.dataverket.contract.api.Role;
import no.dataverket.contract.command.IdentitetMessages.Principal;
import no.dataverket.core.limit.Admission;
import no.dataverket.core.limit.Limits;
import no.dataverket.core.limit.RateLimiter;
import no.dataverket.core.limit.Waiting;
import org.jspecify.annotations.Nullable;

/// Lets requests in: says who asks, charges them, and gives them their turn.
final class Gate {

    private static final String OPERATORS = "operators";

    private final Authenticator authenticator;
    private final RateLimiter limiter;
    private final Admission admission;
    private final Waiting waiting;

    Gate(Authenticator authenticator, Limits limits) {
        this.authenticator = authenticator;
        this.limiter = new RateLimiter(limits);
        this.admission = new Admission(Admission.Size.of(Runtime.getRuntime().availableProcessors(), limits.queue()));
        this.waiting = new Waiting(limits.waiting());
    }

    /// Charges a request that needs no principal.
    ///
    /// @param headers get what every answer tells of limits
    void anonymous(ServerRequest request, Map<String, String> headers) {
        var charge = limiter.chargeAddress(address(request), 1);
        headers.putAll(charge.headers());
        charge.require();
    }

    /// Who asks; null for a public operation.
    ///
    /// @throws Failure `AUTHENTICATION_REQUIRED` or `RATE_LIMIT`
    @Nullable
    Principal identify(ServerRequest request, Operation operation, Map<String, String> headers) {
        if (operation.access() == Access.PUBLIC) {
            anonymous(request, headers);
            return null;
        }
        var token = token(request);
        if (token.isEmpty()) {
            anonymous(request, headers);
            throw Failure.of(ProblemCode.AUTHENTICATION_REQUIRED, "The request carries no bearer token.");
        }
        var principal = principal(request, token.get(), headers);
        var charge = limiter.charge(principal.id().toString(), tenant(principal), operation.cost());
        headers.putAll(charge.headers());
        charge.require();
        return principal;
    }

    /// What a body may have, bytes: who may not call an operation can't make the server hold what it takes.
    static int largestBody(@Nullable Principal principal, Operation operation) {
        boolean held = operation.access() == Access.OPERATOR && (principal == null || !operator(principal));
        return held ? Math.min(Operation.USUAL_BODY, operation.largestBody()) : operation.largestBody();
    }

    /// Waits for the turn of who asks. Public operations are answered at once: they say whether all is well.
    Admission.Place turn(@Nullable Principal principal, Operation operation) {
        if (principal == null) {
            return () -> {};
        }
        return operation.cost().lane() == Lane.WAIT
                ? waiting.enter(principal.id().toString())
                : admission.enter(tenant(principal).orElse(OPERATORS));
    }

    private Principal principal(ServerRequest request, String token, Map<String, String> headers) {
        if (!authenticator.remembers(token)) {
            // Nobody asks Identitet about guesses without end.
            var attempt = limiter.chargeAddress(address(request), 1);
            headers.putAll(attempt.headers());
            attempt.require();
            var principal = authenticator.authenticate(token);
            limiter.giveBack(address(request), 1);
            return principal;
        }
        try {
            return authenticator.authenticate(token);
        } catch (Failure refused) {
            headers.putAll(limiter.chargeAddress(address(request), 1).headers());
            throw refused;
        }
    }

    /// The tenant that answers for a principal: the one that its roles are in, the first where they are in more.
    private static Optional<String> tenant(Principal principal) {
        return operator(principal)
                ? Optional.empty()
                : principal.roles().stream()
                        .flatMap(binding -> Optional.ofNullable(binding.tenant()).stream())
                        .findFirst()
                        .map(Id::toString);
    }

    private static boolean operator(Principal principal) {
        return principal.roles().stream().anyMatch(binding -> binding.role() == Role.PLATFORM_OPERATOR);
    }

    private static Optional<String> token(ServerRequest request) {
        return new RequestReader(request)
                .header("Authorization")
                .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(value -> value.substring(7).trim());
    }

    private static String address(ServerRequest request) {
        return request.remotePeer().host();
    }
}

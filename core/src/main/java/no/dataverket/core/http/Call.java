package no.dataverket.core.http;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.dataverket.contract.Failure;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Operation;
import no.dataverket.contract.command.IdentitetMessages.Principal;
import no.dataverket.core.json.Bodies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One request of a declared operation, after authentication and the checks that need no database.
///
/// @param principal who asks; null for public operations only
/// @param body the parsed body; null where the operation takes none
public record Call(
        Operation operation,
        Map<String, String> path,
        Map<String, String> query,
        Function<String, Optional<String>> headers,
        @Nullable Principal principal,
        @Nullable JsonNode body,
        String requestId,
        String uri) {

    private static final BigInteger LARGEST = BigInteger.TEN.pow(18).subtract(BigInteger.ONE);

    /// The one who asks.
    public Principal actor() {
        if (principal == null) {
            throw Failure.of(ProblemCode.AUTHENTICATION_REQUIRED, "The request carries no token.");
        }
        return principal;
    }

    public Optional<String> header(String name) {
        return headers.apply(name);
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    public boolean flag(String name) {
        return parameter(name).map(Boolean::parseBoolean).orElse(false);
    }

    /// A parameter that is an integer. JSON Schema bounds none of itself: one of more than 18 digits is taken for the
    /// largest or smallest of 18, which leaves room to reckon with.
    public Optional<Long> number(String name) {
        return parameter(name)
                .map(text ->
                        new BigInteger(text).min(LARGEST).max(LARGEST.negate()).longValueExact());
    }

    /// A path parameter.
    public String named(String name) {
        var value = path.get(name);
        if (value == null) {
            throw new IllegalArgumentException(operation.id() + " has no path parameter " + name);
        }
        return value;
    }

    /// The body as the record that the operation declares, with every rule checked.
    public <T> T body(Class<T> type) {
        return Bodies.read(tree(), type);
    }

    /// The body as it came; an empty object where the client sent none.
    public JsonNode tree() {
        return body == null ? no.dataverket.core.json.Json.object() : body;
    }
}

package no.dataverket.sentral.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.api.Operation;
import no.dataverket.contract.api.Operations;
import no.dataverket.contract.api.Preview;
import no.dataverket.core.http.Call;
import no.dataverket.core.json.Json;
import org.junit.jupiter.api.Test;

/// Invariant 40: an approval is bound to the hash of exactly what is carried out.
final class Invariant40FingerprintTest {

    private static final Id SUBJECT = Id.next(IdKind.PROJECT);
    private static final String BODY = "{\"reason\": \"done\", \"more\": {\"b\": [1, null], \"a\": true}}";

    @Test
    void invariant40_whateverDiffersHasAnotherHash() {
        var hashes = new HashSet<String>();
        hashes.add(usual());
        hashes.add(hash("purgeTenant", Map.of("project", "shop"), Map.of("tenant", "acme"), BODY, 3, deletes("shop")));
        hashes.add(hash("purgeProject", Map.of("project", "web"), Map.of("tenant", "acme"), BODY, 3, deletes("shop")));
        hashes.add(hash("purgeProject", Map.of("project", "shop"), Map.of("tenant", "ace"), BODY, 3, deletes("shop")));
        hashes.add(hash("purgeProject", Map.of("project", "shop"), Map.of("tenant", "acme"), "{}", 3, deletes("shop")));
        hashes.add(hash("purgeProject", Map.of("project", "shop"), Map.of("tenant", "acme"), BODY, 4, deletes("shop")));
        hashes.add(hash(
                "purgeProject", Map.of("project", "shop"), Map.of("tenant", "acme"), BODY, 3, deletes("shop", "prod")));
        var created = new Preview(List.of("shop"), List.of(), List.of(), List.of(), Map.of(), List.of(), List.of());
        hashes.add(hash("purgeProject", Map.of("project", "shop"), Map.of("tenant", "acme"), BODY, 3, created));
        var call = call("purgeProject", Map.of("project", "shop"), Map.of("tenant", "acme"), BODY);
        hashes.add(Fingerprint.of(call, Id.next(IdKind.PROJECT), 3, deletes("shop")));

        assertThat(hashes).hasSize(9).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }

    @Test
    void invariant40_theSameHasTheSameHashHoweverItIsWrittenAndRun() {
        var other = "{\"more\":{\"a\":true,\"b\":[1,null]},\"reason\":\"done\"}";
        var query = Map.of("tenant", "acme", "priority", "BACKGROUND", "block", "fail", "validate_only", "true");
        var path = new HashMap<>(Map.of("project", "shop"));
        var later = new Preview(
                List.of(),
                List.of(),
                List.of("shop"),
                List.of("another step"),
                Map.of("vms", "3/4"),
                List.of("ONE_APPROVAL"),
                List.of("nett"));

        assertThat(hash("purgeProject", path, query, other, 3, later)).isEqualTo(usual());
    }

    private static String usual() {
        return hash("purgeProject", Map.of("project", "shop"), Map.of("tenant", "acme"), BODY, 3, deletes("shop"));
    }

    private static Preview deletes(String... names) {
        return new Preview(List.of(), List.of(), List.of(names), List.of(), Map.of(), List.of(), List.of());
    }

    private static String hash(
            String operation,
            Map<String, String> path,
            Map<String, String> query,
            String body,
            long generation,
            Preview effects) {
        return Fingerprint.of(call(operation, path, query, body), SUBJECT, generation, effects);
    }

    private static Call call(String operation, Map<String, String> path, Map<String, String> query, String body) {
        return new Call(
                operation(operation),
                path,
                query,
                header -> Optional.empty(),
                null,
                Json.tree(body),
                "req_1",
                "/v1/projects/shop:purge");
    }

    private static Operation operation(String id) {
        return Operations.all().stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}

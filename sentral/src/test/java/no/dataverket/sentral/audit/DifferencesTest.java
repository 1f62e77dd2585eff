package no.dataverket.sentral.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import no.dataverket.contract.api.AuditChange;
import no.dataverket.core.json.Json;
import org.junit.jupiter.api.Test;

final class DifferencesTest {

    @Test
    void onlyWhatDiffersIsTold() {
        var before = Json.tree(Map.of("vcpus", 1, "labels", Map.of("a/b", "x", "tier", "web"), "keys", List.of("k")));
        var after = Json.tree(Map.of("vcpus", 2, "labels", Map.of("tier", "web", "c~d", "y"), "keys", List.of("k")));
        assertThat(Differences.between(before, after))
                .containsExactly(
                        new AuditChange("/labels/a~1b", "x", null),
                        new AuditChange("/labels/c~0d", null, "y"),
                        new AuditChange("/vcpus", "1", "2"));
        assertThat(Differences.between(before, before)).isEmpty();
    }

    @Test
    void whatIsCreatedIsToldAsItCameAndWhatIsDeletedAsItWas() {
        var resource = Json.tree(Map.of("name", "web-1", "networks", List.of(Map.of("network", "net"))));
        assertThat(Differences.between(null, resource))
                .containsExactly(
                        new AuditChange("/name", null, "web-1"),
                        new AuditChange("/networks", null, "[{\"network\":\"net\"}]"));
        assertThat(Differences.between(resource, null))
                .extracting(AuditChange::before)
                .containsExactly("web-1", "[{\"network\":\"net\"}]");
    }

    @Test
    void aSecretIsToldToHaveChangedAndNothingMore() {
        var before = Json.tree(Map.of("spec", Map.of("password", "old-canary", "token_hash", "same-canary")));
        var after = Json.tree(Map.of("spec", Map.of("password", "new-canary", "token_hash", "same-canary")));
        var changes = Differences.between(before, after);
        assertThat(changes).containsExactly(new AuditChange("/spec/password", "(not shown)", "(not shown)"));
        assertThat(Differences.between(null, after).toString()).doesNotContain("canary");
    }

    @Test
    void aLongValueIsCut() {
        var changes = Differences.between(null, Json.tree(Map.of("note", "x".repeat(5000))));
        assertThat(changes.getFirst().after()).hasSize(1001).endsWith("…");
    }
}

package no.dataverket.sdk.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

final class OperationsTest {

    @Test
    void everyOperationIsUnderItsNounOrHasNoCommand() {
        var listed = Operations.nouns().stream()
                .flatMap(noun -> Operations.of(noun).stream())
                .map(OperationInfo::id)
                .toList();
        var others = Operations.withoutCommand().stream().map(OperationInfo::id).toList();
        assertThat(Operations.ids()).hasSize(listed.size() + others.size()).containsAll(listed);
    }

    @Test
    void everySchemaThatIsNamedIsThere() {
        for (var id : Operations.ids()) {
            var operation = Operations.byId(id);
            for (var schema : new String[] {operation.request(), operation.response()}) {
                assertThat(schema == null || Schemas.of(schema) != null).as(id).isTrue();
            }
        }
        for (var name : Schemas.names()) {
            var schema = Objects.requireNonNull(Schemas.of(name));
            assertThat(schema.fields()).allMatch(field -> field.schema() == null || Schemas.of(field.schema()) != null);
        }
    }

    @Test
    void aListOfObjectsSaysWhichObjects() {
        var networks = Objects.requireNonNull(
                Objects.requireNonNull(Schemas.of("VmCreate")).field("networks"));
        assertThat(networks.kind()).isEqualTo(FieldKind.LIST);
        assertThat(networks.item()).isEqualTo(FieldKind.OBJECT);
        assertThat(networks.schema()).isEqualTo("NetworkAttachment");
        assertThat(networks.required()).isTrue();
    }
}

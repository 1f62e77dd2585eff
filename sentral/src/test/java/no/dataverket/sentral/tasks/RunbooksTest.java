package no.dataverket.sentral.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import no.dataverket.contract.RunbookLibrary;
import org.junit.jupiter.api.Test;

final class RunbooksTest {

    @Test
    void everyRunbookThatAStateNamesIsThere() {
        var named = Arrays.stream(Runbooks.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                .toList();
        assertThat(named)
                .isNotEmpty()
                .allSatisfy(field -> assertThat(RunbookLibrary.packaged().find((String) field.get(null)))
                        .as(field.getName())
                        .isPresent());
    }

    @Test
    void everyAbsentDependencyLeadsToARunbook() {
        for (var dependency : List.of("nett", "maskin", "identitet", "bus", "libvirt on hv-1", "switch on hv-1")) {
            assertThat(RunbookLibrary.packaged().find(Runbooks.of(dependency)))
                    .as(dependency)
                    .isPresent();
        }
    }
}

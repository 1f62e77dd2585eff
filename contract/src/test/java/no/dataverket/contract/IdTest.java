package no.dataverket.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class IdTest {

    @Test
    void textAndValueAreTheSameThing() {
        for (var kind : IdKind.values()) {
            for (int i = 0; i < 100; i++) {
                var id = Id.next(kind);
                assertThat(Id.parse(id.toString())).isEqualTo(id);
            }
        }
        var extremes = new Id(IdKind.VM, new UUID(-1L, -1L));
        assertThat(Id.parse(extremes.toString())).isEqualTo(extremes);
    }

    @Test
    void anIdentifierIsAUuidOfVersionSeven() {
        var uuid = Id.next(IdKind.VM).uuid();
        assertThat(uuid.version()).isEqualTo(7);
        assertThat(uuid.variant()).isEqualTo(2);
    }

    @Test
    void laterIdentifiersSortAfterEarlierOnes() {
        var early = new Id(IdKind.VM, new UUID(0x0123456789ab7000L, 0x8000000000000000L));
        var late = new Id(IdKind.VM, new UUID(0x0123456789ac7000L, 0x8000000000000000L));
        assertThat(early).isLessThan(late);
    }

    @Test
    void whatAProcessMakesIsInOrderHoweverQuicklyItComes() {
        var ids = new ArrayList<Id>();
        for (int i = 0; i < 10_000; i++) {
            ids.add(Id.next(IdKind.TASK));
        }
        assertThat(ids).isSorted();
    }

    @Test
    void manyAreDistinct() {
        var seen = new HashSet<Id>();
        for (int i = 0; i < 10_000; i++) {
            assertThat(seen.add(Id.next(IdKind.TASK))).isTrue();
        }
    }

    @Test
    void aNameIsNeverMistakenForAnIdentifier() {
        assertThat(Id.tryParse("web-1")).isEmpty();
        assertThat(Id.tryParse("vm_short")).isEmpty();
        assertThat(Id.tryParse("zz_01234567890123456789012345")).isEmpty();
        assertThat(Id.tryParse("vm_8zzzzzzzzzzzzzzzzzzzzzzzzz")).isEmpty();
        assertThatThrownBy(() -> Id.parse("vm_ilou")).isInstanceOf(IllegalArgumentException.class);
    }
}

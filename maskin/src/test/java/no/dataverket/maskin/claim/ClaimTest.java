package no.dataverket.maskin.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import org.junit.jupiter.api.Test;

final class ClaimTest {

    private static final Id EARLIER = task(1);
    private static final Id LATER = task(2);

    /// Oldest first.
    private static final List<Claim> IN_ORDER = List.of(
            new Claim(1, EARLIER, 2),
            new Claim(1, EARLIER, 3),
            new Claim(1, LATER, 1),
            new Claim(1, LATER, 2),
            new Claim(2, EARLIER, 1),
            new Claim(2, LATER, 1));

    @Test
    void theGenerationDecidesThenTheLaterTaskThenItsLease() {
        var shuffled = new ArrayList<>(IN_ORDER);
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(shuffled.stream().sorted()).containsExactlyElementsOf(IN_ORDER);
        }
    }

    @Test
    void onlyAnOlderClaimIsRefused() {
        var vm = Id.next(IdKind.VM);
        var held = IN_ORDER.get(2);
        held.refuseIfBefore(held, vm);
        IN_ORDER.get(3).refuseIfBefore(held, vm);
        assertThatThrownBy(() -> IN_ORDER.get(1).refuseIfBefore(held, vm)).hasMessageContaining("STALE_WRITER");
    }

    private static Id task(long millis) {
        return new Id(IdKind.TASK, new UUID(millis << 16 | 0x7000, 0x8000000000000000L));
    }
}

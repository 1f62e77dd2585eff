package no.dataverket.maskin.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import org.junit.jupiter.api.Test;

final class TurnsTest {

    private final Turns turns = new Turns();
    private final Id vm = Id.next(IdKind.VM);

    @Test
    void oneAtATimeHoldsAThing() {
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var done = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                threads.execute(() -> {
                    try (var _ = turns.hold(vm)) {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        Thread.yield();
                        inside.decrementAndGet();
                        done.incrementAndGet();
                    }
                });
            }
        }
        assertThat(most).hasValue(1);
        assertThat(done).hasValue(200);
    }

    @Test
    void whatIsHeldIsNotTakenByWhoeverDoesNotWait() {
        try (var _ = turns.hold(vm)) {
            assertThat(turns.tryHold(vm)).isEmpty();
            assertThat(turns.tryHold(Id.next(IdKind.VM))).isPresent();
        }
        try (var hold = turns.tryHold(vm).orElseThrow()) {
            assertThat(hold).isNotNull();
        }
    }
}

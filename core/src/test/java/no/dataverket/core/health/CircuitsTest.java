package no.dataverket.core.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class CircuitsTest {

    private static final String NETT = "nett";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final Circuits circuits = new Circuits(now::get);

    @Test
    void aServiceThatFailsSeveralCallersIsLeftAlone() {
        fail(Circuits.FAILURES - 1, Circuits.CALLERS);
        assertThat(circuits.of(NETT)).isEmpty();
        circuits.failed(NETT, "one more", "disk full");
        assertThat(circuits.of(NETT)).hasValueSatisfying(failing -> {
            assertThat(failing.cause()).isEqualTo("disk full");
            assertThat(failing.since()).isEqualTo(now.get());
        });
        assertThat(circuits.of("maskin")).isEmpty();
    }

    @Test
    void oneCallersTroubleIsNotTheServices() {
        fail(100, Circuits.CALLERS - 1);
        assertThat(circuits.of(NETT)).isEmpty();
    }

    @Test
    void failuresAmongManySuccessesAreBorne() {
        for (int i = 0; i < 100; i++) {
            circuits.well(NETT, "task-" + i);
            if (i % 2 == 0) {
                circuits.failed(NETT, "task-" + i, "now and then");
            }
        }
        assertThat(circuits.of(NETT)).isEmpty();
    }

    @Test
    void afterAPauseOneCommandTriesAndItsSuccessDecidesForAll() {
        var returns = new AtomicInteger();
        circuits.onReturn(returns::incrementAndGet);
        fail(Circuits.FAILURES, Circuits.FAILURES);
        pass(Duration.ofSeconds(5));
        assertThat(circuits.of(NETT)).as("one may try").isEmpty();
        circuits.sent(NETT);
        assertThat(circuits.of(NETT)).as("and only one").isPresent();
        circuits.well(NETT, "the one");
        assertThat(circuits.of(NETT)).isEmpty();
        assertThat(circuits.failing()).isEmpty();
        assertThat(returns).hasValue(1);
    }

    @Test
    void eachTrialThatFailsMakesThePauseLonger() {
        fail(Circuits.FAILURES, Circuits.FAILURES);
        var began = now.get();
        var pauses = new long[] {5, 10, 20, 40, 60, 60};
        for (var pause : pauses) {
            pass(Duration.ofSeconds(pause).minusMillis(1));
            assertThat(circuits.of(NETT)).isPresent();
            pass(Duration.ofMillis(1));
            assertThat(circuits.of(NETT)).isEmpty();
            circuits.sent(NETT);
            circuits.failed(NETT, "the one", "still broken");
        }
        assertThat(circuits.failing())
                .singleElement()
                .satisfies(failing -> assertThat(failing.since()).isEqualTo(began));
    }

    @Test
    void aTrialThatIsNeverAnsweredIsFollowedByAnother() {
        fail(Circuits.FAILURES, Circuits.FAILURES);
        pass(Duration.ofSeconds(5));
        circuits.sent(NETT);
        assertThat(circuits.of(NETT)).isPresent();
        pass(Duration.ofSeconds(30));
        assertThat(circuits.of(NETT)).isEmpty();
    }

    private void fail(int times, int callers) {
        for (int i = 0; i < times; i++) {
            circuits.failed(NETT, "task-" + i % callers, "broken");
        }
    }

    private void pass(Duration time) {
        now.set(now.get().plus(time));
    }
}

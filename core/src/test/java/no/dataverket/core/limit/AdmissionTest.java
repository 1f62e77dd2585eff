package no.dataverket.core.limit;

import static no.dataverket.core.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import no.dataverket.contract.Failure;
import no.dataverket.contract.ProblemCode;
import no.dataverket.core.limit.Admission.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nobody waits behind the requests of another party.
final class AdmissionTest {

    private static final String NOISY = "noisy";
    private static final String QUIET = "quiet";

    private final AtomicLong now = new AtomicLong();
    private final Admission admission = new Admission(new Admission.Size(8, 6, 2, 20), now::get);

    @Test
    void oneAloneHasNearlyAllPlacesAndTheNextIsLetInAtOnce() {
        var held = fill(NOISY, 6);
        queue(NOISY, 10);

        try (var place = admission.enter(QUIET)) {
            assertThat(admission.waiting(QUIET)).isZero();
            assertThat(place).isNotNull();
        }
        held.forEach(Place::close);
    }

    @Test
    void whileOthersAreAboutOneHasItsShareOnly() {
        var held = fill(NOISY, 6);
        var admitted = queue(NOISY, 10);
        admission.enter(QUIET).close();

        close(held, 4);
        assertThat(admitted).isEmpty();
        assertThat(admission.waiting(NOISY)).isEqualTo(10);

        close(held, 1);
        assertThat(eventually(admitted::size, size -> size == 1)).isEqualTo(1);
    }

    @Test
    void itHasThemAllAgainWhenTheOthersAreGone() {
        var held = fill(NOISY, 6);
        var admitted = queue(NOISY, 10);
        admission.enter(QUIET).close();
        close(held, 4);

        now.addAndGet(60_000_000_000L);
        close(held, 1);

        assertThat(eventually(admitted::size, size -> size == 5)).isEqualTo(5);
    }

    @Test
    void manyPartiesTakeTurns() {
        var held = new ArrayDeque<Place>();
        for (var party : List.of("a", "b", "c", "d")) {
            held.addAll(fill(party, 2));
        }
        var waiting = queue(NOISY, 10);
        var other = queue(QUIET, 1);

        close(held, 2);

        assertThat(eventually(other::size, size -> size == 1)).isEqualTo(1);
        assertThat(eventually(waiting::size, size -> size == 1)).isEqualTo(1);
    }

    /// All places are taken, and everybody else has as many waiting as they may.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aQuietOneIsServedWithinOneRoundWhateverTheOthersQueue(long seed) {
        var random = new Random(seed);
        var noisy = List.of("a", "b", "c", "d");
        var held = new ArrayList<Place>();
        noisy.forEach(party -> held.addAll(fill(party, 2)));
        var served = noisy.stream().map(party -> queue(party, 20)).toList();
        var quiet = queue(QUIET, 1);

        int turns = 0;
        while (quiet.isEmpty() && !held.isEmpty()) {
            held.remove(random.nextInt(held.size())).close();
            turns++;
            int all = turns;
            eventually(
                    () -> quiet.size()
                            + served.stream().mapToInt(Collection::size).sum(),
                    size -> size == all);
        }

        assertThat(quiet).hasSize(1);
        assertThat(turns).isLessThanOrEqualTo(noisy.size() + 1);
    }

    @Test
    void aQueueHasAnEnd() {
        fill(NOISY, 6);
        queue(NOISY, 20);

        var failure = catchThrowableOfType(Failure.class, () -> admission.enter(NOISY));

        assertThat(failure.code()).isEqualTo(ProblemCode.RATE_LIMIT);
        assertThat(failure.problem().parameters()).containsEntry("limit", "queue");
    }

    private Deque<Place> fill(String party, int count) {
        var held = new ArrayDeque<Place>();
        for (int i = 0; i < count; i++) {
            held.add(admission.enter(party));
        }
        return held;
    }

    /// Lets so many wait; those who get in stay, and are in the answer.
    private BlockingQueue<Place> queue(String party, int count) {
        var admitted = new LinkedBlockingQueue<Place>();
        for (int i = 0; i < count; i++) {
            Thread.ofVirtual().start(() -> admitted.add(admission.enter(party)));
        }
        eventually(() -> admission.waiting(party), waiting -> waiting == count);
        return admitted;
    }

    private static void close(Deque<Place> held, int count) {
        var ended = new ArrayList<Place>();
        for (int i = 0; i < count; i++) {
            ended.add(held.remove());
        }
        ended.forEach(Place::close);
    }
}

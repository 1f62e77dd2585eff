package no.dataverket.maskin.placement.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import no.dataverket.maskin.placement.decision.Headroom.Sum;
import no.dataverket.maskin.placement.decision.Outlook.Day;
import no.dataverket.maskin.placement.decision.Outlook.Growth;
import no.dataverket.maskin.placement.decision.Outlook.Limit;
import org.junit.jupiter.api.Test;

final class OutlookTest {

    private static final Sum ROOM = new Sum(1_000, 400, 100_000, 40_000);
    private static final SplittableRandom RANDOM = new SplittableRandom(20261122);

    @Test
    void whatGrowsByTheSameEachDayIsFullWhenItsFreeRoomIsUsedUp() {
        var outlook = Outlook.of(days(14, day -> 300, day -> 10_000 + 500.0 * day), ROOM);
        assertThat(outlook.first()).hasValueSatisfying(first -> {
            assertThat(first.limit()).isEqualTo(Limit.MEMORY);
            assertThat(first.days()).isEqualTo(60_000 / 500);
            assertThat(first.perDay()).isCloseTo(500, within(1e-6));
        });
        assertThat(outlook.growths()).hasSize(1);
    }

    @Test
    void whatRunsOutFirstIsTold() {
        var outlook = Outlook.of(days(14, day -> 20.0 * day, day -> 500.0 * day), ROOM);
        assertThat(outlook.growths())
                .extracting(Growth::limit, Growth::days)
                .containsExactly(tuple(Limit.VCPUS, 30), tuple(Limit.MEMORY, 120));
    }

    @Test
    void tooFewDaysAreNoHistory() {
        for (int days = 0; days < Outlook.LEAST_DAYS; days++) {
            var outlook = Outlook.of(days(days, day -> day, day -> 500.0 * day), ROOM);
            assertThat(outlook.first()).isEmpty();
            assertThat(outlook.days()).isEqualTo(days);
        }
        assertThat(Outlook.of(days(Outlook.LEAST_DAYS, day -> day, day -> 500.0 * day), ROOM)
                        .first())
                .isPresent();
    }

    @Test
    void whatStaysOrShrinksIsNeverFull() {
        assertThat(Outlook.of(days(30, day -> 400, day -> 40_000), ROOM).growths())
                .isEmpty();
        assertThat(Outlook.of(days(30, day -> 400 - day, day -> 40_000 - 100.0 * day), ROOM)
                        .growths())
                .isEmpty();
    }

    @Test
    void upsAndDownsAreNoGrowth() {
        var outlook = Outlook.of(days(30, day -> 400 + 50 * (day % 2), day -> 40_000 + 9_000.0 * (day % 3)), ROOM);
        assertThat(outlook.growths()).isEmpty();
    }

    @Test
    void growthIsFoundAmongUpsAndDowns() {
        for (int i = 0; i < 200; i++) {
            double perDay = 200 + RANDOM.nextInt(1_000);
            var outlook = Outlook.of(days(30, day -> 400, day -> perDay * day + RANDOM.nextDouble(4 * perDay)), ROOM);
            assertThat(outlook.first()).hasValueSatisfying(first -> {
                assertThat(first.perDay()).isCloseTo(perDay, within(0.25 * perDay));
                assertThat((double) first.days()).isCloseTo(60_000 / perDay, within(0.4 * 60_000 / perDay + 1));
            });
        }
    }

    @Test
    void daysWithoutSamplesAreLeftOut() {
        var some = days(21, day -> 400, day -> 500.0 * day).stream()
                .filter(day -> (int) day.at() % 3 != 0)
                .toList();
        assertThat(Outlook.of(some, ROOM).first())
                .hasValueSatisfying(first -> assertThat(first.days()).isEqualTo(120));
    }

    @Test
    void whatIsFullIsFullNow() {
        var full = new Sum(1_000, 1_000, 100_000, 100_000);
        assertThat(Outlook.of(days(14, day -> day, day -> 500.0 * day), full).first())
                .hasValueSatisfying(first -> assertThat(first.days()).isZero());
    }

    @Test
    void ofTheFarFutureNothingIsSaid() {
        var outlook = Outlook.of(days(30, day -> 400, day -> 40_000 + day), ROOM);
        assertThat(outlook.growths()).extracting(Growth::isWithinHorizon).containsExactly(false);
        assertThat(outlook.first()).isEmpty();
    }

    private static List<Day> days(int count, IntToDoubleFunction vcpus, IntToDoubleFunction memory) {
        return IntStream.range(0, count)
                .mapToObj(day -> new Day(day, vcpus.applyAsDouble(day), memory.applyAsDouble(day)))
                .toList();
    }
}

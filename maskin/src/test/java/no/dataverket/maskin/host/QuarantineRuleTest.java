package no.dataverket.maskin.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class QuarantineRuleTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void eachRelapseDoublesTheProbationUpToADayOfWork() {
        var rule = QuarantineRule.usual();
        assertThat(rule.probation(0)).isEqualTo(Duration.ofMinutes(30));
        assertThat(rule.probation(1)).isEqualTo(Duration.ofHours(1));
        assertThat(rule.probation(4)).isEqualTo(Duration.ofHours(8));
        assertThat(rule.probation(1_000)).isEqualTo(Duration.ofHours(8));
    }

    @Test
    void whoWasThereWithinADayRelapses() {
        var rule = QuarantineRule.usual();
        assertThat(rule.isRelapse(NOW.minus(Duration.ofHours(23)), NOW)).isTrue();
        assertThat(rule.isRelapse(NOW.minus(Duration.ofHours(25)), NOW)).isFalse();
    }
}

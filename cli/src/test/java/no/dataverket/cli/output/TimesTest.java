package no.dataverket.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-21T10:00:00Z",
                "2026-11-21T10:00:00.5Z",
                "1969-12-31T23:59:59.999Z",
                "2024-02-29T00:00:01.123456789Z"
            })
    void aTimeIsReadAsTheJdkReadsIt(String text) {
        assertThat(Times.isTime(text)).isTrue();
        assertThat(Times.epochMillis(text)).isEqualTo(Instant.parse(text).toEpochMilli());
    }

    @ParameterizedTest
    @CsvSource({"5, 5s", "119, 119s", "120, 2m", "3600, 1h", "3660, 1h1m", "86400, 1d", "90000, 1d1h", "9000000, 104d"})
    void anAgeIsRough(long seconds, String text) {
        assertThat(Times.rough(seconds)).isEqualTo(text);
    }

    @Test
    void durationsAreWrittenInTwoWays() {
        assertThat(Times.duration("90s")).isEqualTo(Duration.ofSeconds(90));
        assertThat(Times.duration("10m")).isEqualTo(Duration.ofMinutes(10));
        assertThat(Times.duration("2h")).isEqualTo(Duration.ofHours(2));
        assertThat(Times.duration("45")).isEqualTo(Duration.ofSeconds(45));
        assertThat(Times.duration("PT1M")).isEqualTo(Duration.ofMinutes(1));
        for (var wrong : new String[] {"", "m", "soon", "10d", "P"}) {
            assertThatThrownBy(() -> Times.duration(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}

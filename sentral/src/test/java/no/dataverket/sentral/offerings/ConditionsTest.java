package no.dataverket.sentral.offerings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import no.dataverket.contract.api.Condition;
import org.junit.jupiter.api.Test;

final class ConditionsTest {

    private static final Instant THEN = Instant.parse("2026-01-01T10:00:00Z");
    private static final Instant NOW = THEN.plusSeconds(60);

    @Test
    void whatIsStatedAgainHasBeenSoSinceItWasStatedFirst() {
        var before = List.of(ready(true, "The host answers.", THEN));
        assertThat(Conditions.continued(before, List.of(ready(true, "The host answers.", NOW))))
                .isEqualTo(before);
    }

    @Test
    void whatIsStatedInOtherWordsIsNew() {
        var before = List.of(ready(true, "The host answers.", THEN));
        var other = List.of(ready(false, "The host answers.", NOW), ready(true, "It answers late.", NOW));
        assertThat(Conditions.continued(before, other)).isEqualTo(other);
    }

    @Test
    void whatIsNotStatedAnyMoreIsGone() {
        assertThat(Conditions.continued(List.of(ready(false, "Away.", THEN)), List.of()))
                .isEmpty();
    }

    private static Condition ready(boolean status, String message, Instant since) {
        return new Condition("Ready", status, "Realised", message, since, null);
    }
}

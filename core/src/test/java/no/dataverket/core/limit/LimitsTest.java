package no.dataverket.core.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.dataverket.contract.api.Operation.Lane;
import org.junit.jupiter.api.Test;

final class LimitsTest {

    @Test
    void everyLaneHasAQuotaForPrincipalAndTenant() {
        for (var lane : Lane.values()) {
            assertThat(Limits.usual().principal(lane).units()).isPositive();
            assertThat(Limits.usual().tenant(lane).units())
                    .isGreaterThanOrEqualTo(Limits.usual().principal(lane).units());
        }
    }

    @Test
    void anOperatorSetsOneAndScalesTheOthers() {
        var limits = Limits.parse("principal-read=5, scale=10");

        assertThat(limits.principal(Lane.READ).units()).isEqualTo(5);
        assertThat(limits.principal(Lane.WRITE).units())
                .isEqualTo(10 * Limits.usual().principal(Lane.WRITE).units());
        assertThat(Limits.parse("")).isEqualTo(Limits.usual());
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        assertThatThrownBy(() -> Limits.parse("reads=1,queue=none,address=0,waiting"))
                .hasMessageContainingAll("reads", "queue", "address", "waiting");
    }
}

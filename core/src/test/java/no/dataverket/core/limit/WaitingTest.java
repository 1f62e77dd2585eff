package no.dataverket.core.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import no.dataverket.contract.Failure;
import no.dataverket.contract.ProblemCode;
import org.junit.jupiter.api.Test;

final class WaitingTest {

    @Test
    void aPrincipalWaitsWithSoManyRequestsAndOthersDoNotNotice() {
        var waiting = new Waiting(2);
        var first = waiting.enter("ann");
        waiting.enter("ann");

        var failure = catchThrowableOfType(Failure.class, () -> waiting.enter("ann"));
        assertThat(failure.code()).isEqualTo(ProblemCode.RATE_LIMIT);
        assertThat(waiting.enter("bob")).isNotNull();

        first.close();
        assertThat(waiting.enter("ann")).isNotNull();
    }
}

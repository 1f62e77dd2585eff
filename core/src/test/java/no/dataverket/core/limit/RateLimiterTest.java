package no.dataverket.core.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import no.dataverket.contract.Failure;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Operation.Cost;
import no.dataverket.contract.api.Operation.Lane;
import no.dataverket.core.limit.RateLimiter.Charge;
import org.junit.jupiter.api.Test;

final class RateLimiterTest {

    private static final Cost READ = new Cost(Lane.READ, 1);
    private static final Cost WRITE = new Cost(Lane.WRITE, 1);
    private static final Optional<String> ACME = Optional.of("acme");

    private final AtomicLong now = new AtomicLong();
    private final RateLimiter limiter = new RateLimiter(
            Limits.parse("principal-read=60,tenant-read=90,principal-write=2,tenant-write=100,address=3"), now::get);

    @Test
    void whatIsUsedUpIsRefusedAndComesBackEvenly() {
        assertThat(reads("ann", 60)).isEqualTo(60);
        var refused = limiter.charge("ann", ACME, READ);

        assertThat(refused.exhausted()).contains("principal-read");
        var failure = catchThrowableOfType(Failure.class, refused::require);
        assertThat(failure.code()).isEqualTo(ProblemCode.RATE_LIMIT);
        assertThat(failure.problem().retryAfter()).isEqualTo(1);
        assertThat(failure.problem().hint()).contains("1 s");

        now.addAndGet(Duration.ofSeconds(5).toNanos());
        assertThat(reads("ann", 60)).isEqualTo(5);
    }

    @Test
    void aTenantsPrincipalsShareItsQuotaAndOtherTenantsDoNot() {
        assertThat(reads("ann", 60)).isEqualTo(60);
        assertThat(reads("bob", 60)).isEqualTo(30);
        assertThat(limiter.charge("bob", ACME, READ).exhausted()).contains("tenant-read");
        assertThat(limiter.charge("eve", Optional.of("other"), READ).exhausted())
                .isEmpty();
    }

    @Test
    void whatTheTenantRefusesIsNotChargedToThePrincipal() {
        reads("ann", 60);
        reads("bob", 60);
        var before = limiter.charge("bob", ACME, READ).headers().get("RateLimit");

        assertThat(limiter.charge("bob", ACME, READ).headers().get("RateLimit")).isEqualTo(before);
    }

    @Test
    void lanesAreApart() {
        reads("ann", 100);

        assertThat(limiter.charge("ann", ACME, WRITE).exhausted()).isEmpty();
        assertThat(limiter.charge("ann", ACME, new Cost(Lane.POLL, 1)).exhausted())
                .isEmpty();
    }

    @Test
    void weightCounts() {
        assertThat(limiter.charge("ann", ACME, new Cost(Lane.READ, 50)).exhausted())
                .isEmpty();
        assertThat(limiter.charge("ann", ACME, new Cost(Lane.READ, 50)).exhausted())
                .contains("principal-read");
        assertThat(limiter.charge("ann", ACME, new Cost(Lane.READ, 10)).exhausted())
                .isEmpty();
    }

    @Test
    void theHeadersTellPolicyRestAndReset() {
        var charge = limiter.charge("ann", ACME, new Cost(Lane.READ, 30));

        assertThat(charge.headers())
                .containsEntry("RateLimit-Policy", "\"principal-read\";q=60;w=60, \"tenant-read\";q=90;w=60")
                .containsEntry("RateLimit", "\"principal-read\";r=30;t=30, \"tenant-read\";r=60;t=20");
    }

    @Test
    void addressesAreApart() {
        for (int i = 0; i < 3; i++) {
            assertThat(limiter.chargeAddress("10.0.0.1", 1).exhausted()).isEmpty();
        }
        Charge refused = limiter.chargeAddress("10.0.0.1", 1);

        assertThat(refused.exhausted()).contains("address");
        assertThat(limiter.chargeAddress("10.0.0.2", 1).exhausted()).isEmpty();
    }

    private int reads(String who, int attempts) {
        int taken = 0;
        for (int i = 0; i < attempts; i++) {
            taken += limiter.charge(who, ACME, READ).exhausted().isEmpty() ? 1 : 0;
        }
        return taken;
    }
}

package no.dataverket.maskin.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.dataverket.maskin.host.QuarantineBudget.Share;
import org.junit.jupiter.api.Test;

final class QuarantineBudgetTest {

    private static final int MANY = 1_000;

    @Test
    void aTenthOfASiteMayBeInQuarantine() {
        for (int hosts = 20; hosts < MANY; hosts += 7) {
            int most = hosts / 10;
            var told = "of %d hypervisors of osl1, %d may be in quarantine".formatted(hosts, most);
            assertThat(budget(new Share("osl1", hosts, most - 1)).refusal()).isEmpty();
            assertThat(budget(new Share("osl1", hosts, most)).refusal())
                    .hasValueSatisfying(why -> assertThat(why).contains(told));
        }
    }

    @Test
    void oneOfFewMayAlwaysBe() {
        for (int hosts = 2; hosts < 20; hosts++) {
            assertThat(budget(new Share("osl1", hosts, 0)).refusal()).isEmpty();
            assertThat(budget(new Share("osl1", hosts, 1)).refusal()).isPresent();
        }
    }

    @Test
    void aQuarterOfAFailureDomainMayBeThoughTheSiteAllowsMore() {
        var site = new Share("osl1", MANY, 3);
        assertThat(new QuarantineBudget(site, List.of(new Share("rack r1", 16, 3)), MANY).refusal())
                .isEmpty();
        assertThat(new QuarantineBudget(
                                site, List.of(new Share("room hall-1", MANY, 3), new Share("rack r1", 16, 4)), MANY)
                        .refusal())
                .hasValueSatisfying(why -> assertThat(why).contains("of 16 hypervisors of rack r1, 4 may be"));
    }

    @Test
    void theLastThatTakesMachinesNeverIs() {
        assertThat(new QuarantineBudget(new Share("osl1", MANY, 0), List.of(), 0).refusal())
                .hasValue("no other hypervisor of osl1 takes machines");
        assertThat(new QuarantineBudget(new Share("osl1", MANY, 0), List.of(), 1).refusal())
                .isEmpty();
    }

    private static QuarantineBudget budget(Share site) {
        return new QuarantineBudget(site, List.of(), MANY);
    }
}

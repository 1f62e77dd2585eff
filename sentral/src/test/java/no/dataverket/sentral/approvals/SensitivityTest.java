package no.dataverket.sentral.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.dataverket.contract.api.AutomationClass;
import no.dataverket.contract.api.BlastRadius.DataRisk;
import no.dataverket.contract.api.BlastRadius.Reach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SensitivityTest {

    @ParameterizedTest
    @CsvSource({
        "RESOURCE,   true,  NONE,         AUTO",
        "RESOURCE,   true,  INTERRUPTION, AUTO",
        "RESOURCE,   false, NONE,         AUTO",
        "RESOURCE,   false, INTERRUPTION, AUTO_WITH_NOTICE",
        "RESOURCE,   false, LOSS,         AUTO_WITH_NOTICE",
        "PROJECT,    true,  NONE,         AUTO",
        "PROJECT,    true,  INTERRUPTION, AUTO_WITH_NOTICE",
        "PROJECT,    false, NONE,         AUTO_WITH_NOTICE",
        "PROJECT,    false, INTERRUPTION, ONE_APPROVAL",
        "PROJECT,    false, LOSS,         ONE_APPROVAL",
        "TENANT,     true,  NONE,         AUTO_WITH_NOTICE",
        "TENANT,     true,  INTERRUPTION, ONE_APPROVAL",
        "TENANT,     false, NONE,         ONE_APPROVAL",
        "TENANT,     false, INTERRUPTION, FOUR_EYES",
        "TENANT,     false, LOSS,         FOUR_EYES",
        "DATACENTER, true,  NONE,         AUTO_WITH_NOTICE",
        "DATACENTER, true,  INTERRUPTION, ONE_APPROVAL",
        "DATACENTER, false, NONE,         ONE_APPROVAL",
        "DATACENTER, false, INTERRUPTION, FOUR_EYES",
        "DATACENTER, false, LOSS,         FOUR_EYES",
        "PLATFORM,   true,  NONE,         ONE_APPROVAL",
        "PLATFORM,   true,  INTERRUPTION, FOUR_EYES",
        "PLATFORM,   false, NONE,         FOUR_EYES",
        "PLATFORM,   false, INTERRUPTION, MANUAL_ONLY",
        "PLATFORM,   false, LOSS,         MANUAL_ONLY"
    })
    void theClassFollowsFromReachReversibilityAndRisk(
            Reach reach, boolean reversible, DataRisk risk, AutomationClass expected) {
        var sensitivity = new Sensitivity(reach, reversible, risk);
        assertThat(sensitivity.automationClass()).isEqualTo(expected);
        for (var least : AutomationClass.values()) {
            var raised = sensitivity.automationClass(least);
            assertThat(raised).isGreaterThanOrEqualTo(expected).isGreaterThanOrEqualTo(least);
            assertThat(raised).isIn(expected, least);
        }
    }

    @Test
    void whatLosesDataCantBeTakenBack() {
        assertThatThrownBy(() -> new Sensitivity(Reach.RESOURCE, true, DataRisk.LOSS))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

package no.dataverket.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import no.dataverket.contract.api.Operations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CallTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-7, -7",
        "999999999999999999, 999999999999999999",
        "1000000000000000000, 999999999999999999",
        "-1464063893965094607233482752, -999999999999999999"
    })
    void aNumberThatIsTooLargeToReckonWithIsTheLargestThatIsNot(String given, long read) {
        assertThat(call(Map.of("limit", given)).number("limit")).contains(read);
    }

    @Test
    void aNumberThatIsNotGivenIsNone() {
        assertThat(call(Map.of()).number("limit")).isEmpty();
    }

    private static Call call(Map<String, String> query) {
        return new Call(
                Operations.all().getFirst(), Map.of(), query, unused -> Optional.empty(), null, null, "request", "/");
    }
}

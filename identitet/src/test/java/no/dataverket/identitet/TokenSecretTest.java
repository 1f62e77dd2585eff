package no.dataverket.identitet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TokenSecretTest {

    @Test
    void aSecretIsRecognisableAndLong() {
        assertThat(TokenSecret.random().text()).matches("dvt_[A-Za-z0-9_-]{43}");
    }

    @Test
    void noTwoSecretsAreAlike() {
        Set<String> secrets = IntStream.range(0, 1_000)
                .mapToObj(i -> TokenSecret.random().text())
                .collect(Collectors.toSet());
        assertThat(secrets).hasSize(1_000);
    }

    @Test
    void theHashIsTheOneThatOtherToolsCompute() {
        var secret = new TokenSecret("dvt_" + "A".repeat(43));
        assertThat(secret.hash()).isEqualTo("44750f1d20f44934539069f075e6bba0e52403685559ed70a2912dcb8d8ffaf4");
    }

    @Test
    void aSecretDoesNotPrintItself() {
        assertThat(TokenSecret.random()).hasToString("dvt_***");
    }

    @Test
    void whatIsNoSecretIsRefusedWithoutRepeatingIt() {
        assertThatThrownBy(() -> new TokenSecret("hunter2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hunter2");
    }
}

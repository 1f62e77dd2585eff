package no.dataverket.identitet;

import static no.dataverket.identitet.RunningIdentitet.OPERATOR;
import static no.dataverket.identitet.RunningIdentitet.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.command.IdentitetMessages.Authenticate;
import no.dataverket.contract.command.IdentitetMessages.Principal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BootstrapIntegrationTest {

    private final RunningIdentitet identitet = new RunningIdentitet();

    @BeforeEach
    void firstStart() throws Exception {
        identitet.begin();
    }

    @AfterAll
    void end() throws Exception {
        identitet.close();
    }

    @Test
    void theSecretInTheBootstrapFileIsAnOperators() throws IOException {
        var principal = identitet.authenticate(identitet.bootstrapSecret());
        assertThat(principal.name()).isEqualTo("operator");
        assertThat(principal.roles()).containsExactly(OPERATOR);
        assertThat(principal.tokenExpiresAt()).isNull();
    }

    @Test
    void theBootstrapFileIsItsOwnersAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(identitet.bootstrapFile())))
                .isEqualTo("rw-------");
        try (var beside = Files.list(identitet.bootstrapFile().resolveSibling("."))) {
            assertThat(beside.map(Path::getFileName))
                    .containsExactly(identitet.bootstrapFile().getFileName());
        }
    }

    @Test
    void aLaterStartLeavesTheFirstTokenAlone() throws Exception {
        var secret = identitet.bootstrapSecret();
        Files.delete(identitet.bootstrapFile());
        identitet.restart();
        assertThat(identitet.bootstrapFile()).doesNotExist();
        assertThat(identitet.list(null)).hasSize(1);
        assertThat(identitet.authenticate(secret).name()).isEqualTo("operator");
    }

    @Test
    void aCrashBetweenFileAndCommitLocksNobodyOut() throws Exception {
        identitet.database().run(transaction -> transaction.update("TRUNCATE identitet.principal CASCADE"));
        var uncommitted = identitet.bootstrapSecret();
        assertThat(identitet.refusal(new Authenticate(uncommitted.hash()), Principal.class))
                .isEqualTo(ProblemCode.AUTHENTICATION_REQUIRED);
        identitet.restart();
        assertThat(identitet.bootstrapSecret()).isNotEqualTo(uncommitted);
        assertThat(identitet.authenticate(identitet.bootstrapSecret()).roles()).containsExactly(OPERATOR);
    }

    @Test
    void theNextStartLetsAnOperatorInWhenNoOperatorsTokenIsGoodAnyMore() throws Exception {
        var lost = identitet.authenticate(identitet.bootstrapSecret());
        identitet.revoke(lost.token());
        identitet.restart();
        var found = identitet.authenticate(identitet.bootstrapSecret());
        assertThat(found.token()).isNotEqualTo(lost.token());
        assertThat(found.roles()).containsExactly(OPERATOR);
    }

    @Test
    void twoProcessesThatStartAtOnceMakeOneOperator() throws Exception {
        identitet.database().run(transaction -> transaction.update("TRUNCATE identitet.principal CASCADE"));
        var outcomes = atOnce(4, () -> identitet.another());
        for (var outcome : outcomes) {
            outcome.get().close();
        }
        assertThat(identitet.list(null)).hasSize(1);
        assertThat(identitet.authenticate(identitet.bootstrapSecret()).roles()).containsExactly(OPERATOR);
    }
}

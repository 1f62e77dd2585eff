package no.dataverket.server.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.EnumSet;
import java.util.List;
import no.dataverket.maskin.evaluation.Incident;
import no.dataverket.maskin.evaluation.Obstacle;
import org.junit.jupiter.api.Test;

final class HostShellTest {

    private final HostShell shell = new HostShell(List.of("env"));

    @Test
    void aCommandIsGivenItsInputAndAnswersItsOutput() {
        assertThat(shell.run("<domain/>", "cat", "/dev/stdin")).isEqualTo("<domain/>");
    }

    @Test
    void aCommandThatFailsIsNotTakenForOneThatWorked() {
        assertThatExceptionOfType(Obstacle.class)
                .isThrownBy(() -> shell.run("", "ls", "/nowhere-at-all"))
                .withMessageContaining("ls /nowhere-at-all failed");
    }

    @Test
    void whatCanBeLetHappenDependsOnWhatThereIs() {
        assertThat(new LibvirtIncidents(null, null).possible()).isEmpty();
        assertThat(new LibvirtIncidents(shell, null).possible())
                .isEqualTo(EnumSet.complementOf(EnumSet.of(Incident.DISCONNECTION)));
        assertThatExceptionOfType(Obstacle.class).isThrownBy(() -> new LibvirtIncidents(null, null).disconnect());
    }
}

package no.dataverket.maskin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import no.dataverket.maskin.runtime.Configuration.Difference;
import org.junit.jupiter.api.Test;

final class ConfigurationTest {

    private final VmDefinition definition = Samples.definition();
    private final Configuration decided = Configuration.of(definition);

    @Test
    void whatWasDecidedDoesNotDifferFromItself() {
        assertThat(decided.differences(Configuration.of(definition.withRevision(new Revision(9, 9)))))
                .isEmpty();
    }

    @Test
    void eachThingThatDiffersIsNamedWithBothSides() {
        var hardware = definition.hardware();
        assertThat(decided.differences(decided.withMemory(2048)))
                .containsExactly(new Difference("memory", "1024 MiB", "2048 MiB"));
        assertThat(decided.differences(Configuration.of(
                        definition.withHardware(new Hardware(hardware.machineType(), 4, hardware.memoryMib())))))
                .containsExactly(new Difference("processors", "2", "4"));
        assertThat(decided.differences(Configuration.of(definition.withNics(List.of()))))
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.what()).isEqualTo("interfaces");
                    assertThat(difference.expected()).contains("52:54:00:aa:01:01 on br-int in VLAN 10");
                    assertThat(difference.seen()).isEmpty();
                });
    }

    @Test
    void memoryThatIsNotGivenFromTheStartIsADifference() {
        var given = new Configuration(
                decided.machineType(),
                decided.vcpus(),
                decided.givenVcpus(),
                decided.memoryKib(),
                decided.memoryKib() - 1,
                decided.boot(),
                decided.drives(),
                decided.nics());
        assertThat(decided.differences(given))
                .containsExactly(new Difference("memory", "1024 MiB", "1024 MiB, given 1048575 KiB"));
    }

    @Test
    void aDriveThatSomebodyAddedIsADifference() {
        var drives = new TreeMap<>(decided.drives());
        drives.put("vdc", "/tmp/other.qcow2");
        var more = new Configuration(
                decided.machineType(),
                decided.vcpus(),
                decided.givenVcpus(),
                decided.memoryKib(),
                decided.givenKib(),
                decided.boot(),
                drives,
                decided.nics());
        assertThat(decided.differences(more)).containsExactly(new Difference("drive vdc", "none", "/tmp/other.qcow2"));
    }
}

package no.dataverket.maskin.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SeedFilesTest {

    private static final VmId VM = Samples.definition().id();
    private static final Revision FIRST = new Revision(1, 1);

    @Test
    void itIsWrittenAsCloudInitReadsIt() {
        var network = new SeedRequest.Network(
                "eth0",
                "52:54:00:AA:01:01",
                1450,
                List.of("10.10.0.11/24", "2001:db8::11/64"),
                List.of("10.10.0.1", "2001:db8::1"),
                List.of("10.10.0.2"));

        var files = SeedFiles.of(new SeedRequest(VM, FIRST, "web-1", "#cloud-config\n", List.of(network)));

        assertThat(files.metaData()).isEqualTo("""
                instance-id: 019a0000-1111-7222-8333-444455556666
                local-hostname: "web-1"
                """);
        assertThat(files.userData()).isEqualTo("#cloud-config\n");
        assertThat(files.networkConfig()).isEqualTo("""
                version: 2
                ethernets:
                  eth0:
                    match:
                      macaddress: "52:54:00:aa:01:01"
                    set-name: eth0
                    mtu: 1450
                    addresses:
                      - 10.10.0.11/24
                      - "2001:db8::11/64"
                    routes:
                      - to: 0.0.0.0/0
                        via: 10.10.0.1
                      - to: "::/0"
                        via: "2001:db8::1"
                    nameservers:
                      addresses:
                        - 10.10.0.2
                """);
    }

    @Test
    void anInterfaceWithoutAddressesAsksForThem() {
        var network = new SeedRequest.Network("eth0", "52:54:00:aa:01:01", 1500, List.of(), List.of(), List.of());

        var files = SeedFiles.of(new SeedRequest(VM, FIRST, "web-1", "", List.of(network)));

        assertThat(files.networkConfig()).endsWith("    dhcp4: true\n");
    }

    @Test
    void aGuestWithoutInterfacesConfiguresNone() {
        var files = SeedFiles.of(new SeedRequest(VM, FIRST, "web-1", "", List.of()));

        assertThat(files.networkConfig()).isEqualTo("version: 2\nethernets: {}\n");
    }

    @Test
    void nothingCanBeSlippedIntoTheFiles() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SeedRequest(VM, FIRST, "web-1\nevil: true", "", List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SeedRequest.Network(
                        "eth0",
                        "52:54:00:aa:01:01",
                        1500,
                        List.of("10.0.0.1/8\n    evil: true"),
                        List.of(),
                        List.of()));
    }
}

package no.dataverket.maskin.vm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.command.NettMessages.Port;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GuestDataTest {

    private static final List<String> KEYS = List.of("ssh-ed25519 AAAA one@example.org", "ssh-rsa BBBB \"two\"\n");
    private static final String KEY_LIST = """
            ssh_authorized_keys:
              - "ssh-ed25519 AAAA one@example.org"
              - "ssh-rsa BBBB \\"two\\""
            """;

    @Test
    void whereNothingIsGivenTheKeysAreTheUserData() {
        assertThat(GuestData.userData(null, KEYS)).isEqualTo("#cloud-config\n" + KEY_LIST);
        assertThat(GuestData.userData(" \n", List.of())).isEqualTo("#cloud-config\n{}\n");
    }

    @Test
    void userDataWithoutKeysIsGivenAsItIs() {
        var script = "#!/bin/sh\necho ja";
        assertThat(GuestData.userData(script, List.of())).isEqualTo(script);
    }

    @Test
    void aPlainCloudConfigTakesUpTheKeys() {
        var config = "#cloud-config\n# for us\n\nruncmd:\n  - echo ja";
        assertThat(GuestData.userData(config, KEYS)).isEqualTo(config + "\n" + KEY_LIST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#!/bin/sh\necho ja",
                "#cloud-config\nssh_authorized_keys: [ssh-rsa CCCC]\n",
                "#cloud-config\n{runcmd: [echo ja]}\n",
                "#cloud-config\n---\nruncmd: [echo ja]\n",
                "#cloud-config\nruncmd: [echo ja]\n...\n",
                "#include\nhttp://example.org/data"
            })
    void allElseTravelsWithTheKeysInAnArchive(String userData) {
        var archive = GuestData.userData(userData, KEYS);
        assertThat(archive).startsWith("Content-Type: multipart/mixed; boundary=\"dataverket-");
        assertThat(archive).contains("\n" + userData).contains(KEY_LIST).contains("settings: [append]");
        var boundary = archive.substring(archive.indexOf("dataverket-"), archive.indexOf("\"\nMIME"));
        assertThat(archive).endsWith("--" + boundary + "--\n");
        assertThat(archive.split("--" + boundary + "\n", -1)).hasSize(3);
        assertThat(GuestData.userData(userData, KEYS))
                .as("it is always the same")
                .isEqualTo(archive);
    }

    @Test
    void theDefaultRouteGoesThroughTheFirstInterfaceThatHasAGateway() {
        var networks = GuestData.networks(List.of(port(2, "10.0.2.1"), port(0, null), port(1, "10.0.1.1")));
        assertThat(networks).extracting("name").containsExactly("eth0", "eth1", "eth2");
        assertThat(networks).extracting("gateways").containsExactly(List.of(), List.of("10.0.1.1"), List.of());
        assertThat(networks.getFirst().addresses()).containsExactly("10.0.0.5/24");
    }

    private static Port port(int index, @org.jspecify.annotations.Nullable String gateway) {
        return new Port(
                index,
                Id.next(IdKind.NETWORK),
                "52:54:00:00:00:0" + index,
                "10.0." + index + ".5",
                24,
                gateway,
                List.of(),
                1450,
                "br-int",
                10,
                "dv-" + index);
    }
}

package no.dataverket.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class SettingsTest {

    @Test
    void aProcessBringsItsOwnServersUnlessItIsToldOfOthers() {
        assertThat(Settings.read("--state", "/state").servers()).isNull();
        var settings = Settings.read(
                "--state",
                "/state",
                "--services",
                "maskin, nett",
                "--database",
                "jdbc:postgresql://db/dataverket",
                "--bus",
                "nats://bus:4222",
                "--credentials",
                "/secrets");
        var servers = Objects.requireNonNull(settings.servers());
        assertThat(servers.credentials()).isEqualTo(Path.of("/secrets"));
        assertThat(settings.services()).containsExactly("maskin", "nett");
    }

    @Test
    void passwordsAreRefusedOnTheCommandLine() {
        assertThatThrownBy(() -> Settings.read(
                        "--state",
                        "/state",
                        "--database",
                        "jdbc:postgresql://db/d?user=a&password=b",
                        "--bus",
                        "nats://bus:4222",
                        "--credentials",
                        "/secrets"))
                .hasMessageContaining("passwords belong into files");
        assertThatThrownBy(() -> Settings.read(
                        "--state",
                        "/state",
                        "--database",
                        "jdbc:postgresql://db/d",
                        "--bus",
                        "nats://me:secret@bus:4222",
                        "--credentials",
                        "/secrets"))
                .hasMessageContaining("passwords belong into files");
    }

    @Test
    void oneWithoutTheOtherIsToldAtOnce() {
        assertThatThrownBy(() -> Settings.read("--state", "/state", "--bus", "nats://bus:4222"))
                .hasMessageContaining("--database and --bus go together");
    }
}

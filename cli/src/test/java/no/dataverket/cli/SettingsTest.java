package no.dataverket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsTest {

    @TempDir
    private Path home;

    private final FakeServer server =
            new FakeServer().on("GET /v1/whoami", Samples.WHO).on("GET /v1/vms", Samples.VMS);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aFlagCountsBeforeTheEnvironmentTheProjectFileAndTheContext() throws IOException {
        var run = new Run(home).against(server);
        run.run("dv context set --project of-context");
        assertThat(project(run, "")).isEqualTo("of-context");
        Files.writeString(home.resolve(".dv.toml"), "# ours\nproject = \"of-file\"\n");
        assertThat(project(run, "")).isEqualTo("of-file");
        run.with("DV_PROJECT", "of-environment");
        assertThat(project(run, "")).isEqualTo("of-environment");
        assertThat(project(run, " --project of-flag")).isEqualTo("of-flag");
        assertThat(run.run("dv context get --no-headers").out()).contains("project    of-environment", "DV_PROJECT");
    }

    @Test
    void aProjectFileCannotSendTheTokenElsewhere() throws IOException {
        Files.writeString(home.resolve(".dv.toml"), "endpoint = \"http://evil.example\"\n");
        var result = new Run(home).run("dv context get -o jsonpath=.items[1].value");
        assertThat(result.out()).isEqualTo("http://127.0.0.1:7780\n");
    }

    @Test
    void contextsAreMadeListedAndUsed() {
        var run = new Run(home);
        assertThat(run.run("dv context set lab --endpoint http://127.0.0.1:1/ --tenant acme")
                        .exit())
                .isZero();
        assertThat(run.run("dv context set prod --endpoint https://dv.example.org")
                        .exit())
                .isZero();
        assertThat(run.run("dv context use prod").exit()).isZero();
        assertThat(run.run("dv context list --columns CURRENT,NAME,ENDPOINT,TENANT")
                        .out())
                .isEqualTo("""
                        CURRENT   NAME   ENDPOINT                 TENANT
                        -         lab    http://127.0.0.1:1       acme
                        *         prod   https://dv.example.org   -
                        """);
        assertThat(run.run("dv context set lab --tenant ''").exit()).isZero();
        assertThat(run.run("dv context get --context lab").out()).doesNotContain("tenant");
        assertThat(run.run("dv context use other").exit()).isEqualTo(3);
        assertThat(run.run("dv context set lab --endpoint ftp://x").exit()).isEqualTo(2);
    }

    @Test
    void commentsOfTheSettingsStay() throws IOException {
        var file = home.resolve(".config/dv/config.toml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "current = 'lab' # the usual\n\n# at home\n[context.lab]\nendpoint = \"http://a:1\"\n");
        new Run(home).run("dv context set --project shop");
        assertThat(Files.readString(file)).isEqualTo("""
                current = 'lab' # the usual

                # at home
                [context.lab]
                endpoint = "http://a:1"
                project = "shop"
                """);
    }

    @Test
    void loggingInTriesTheTokenAndKeepsItForItsOwnerOnly() throws IOException {
        var run = new Run(home).typing("dv_secret\n");
        var result = run.run("dvid login --context lab --endpoint " + server.endpoint());
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.out())
                .isEqualTo("Logged in to " + server.endpoint()
                        + " as dev, context lab; the token ends 2027-02-19 10:00:00Z.\n");
        assertThat(result.out() + result.err()).doesNotContain("dv_secret");
        var file = home.resolve(".config/dv/credentials");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(home.resolve(".config/dv/config.toml"))).doesNotContain("dv_secret");
        new Run(home).run("dvce vm list");
        assertThat(server.lastAsked().header("Authorization")).isEqualTo("Bearer dv_secret");
        assertThat(new Run(home).run("dvid logout").exit()).isZero();
        assertThat(Files.readString(file)).doesNotContain("dv_secret");
    }

    @Test
    void aTokenThatIsRefusedIsNotKept() {
        try (var refusing = new FakeServer().problem("GET /v1/whoami", 401, "AUTHENTICATION_REQUIRED")) {
            var result = new Run(home).typing("bad\n").run("dvid login --endpoint " + refusing.endpoint());
            assertThat(result.exit()).isEqualTo(4);
            assertThat(home.resolve(".config/dv/credentials")).doesNotExist();
        }
    }

    @Test
    void aTokenComesFromAFileToo() throws IOException {
        Files.writeString(home.resolve("token.txt"), "dv_secret\n");
        assertThat(new Run(home)
                        .run("dvid login --token-file token.txt --endpoint " + server.endpoint())
                        .exit())
                .isZero();
        assertThat(server.lastAsked().header("Authorization")).isEqualTo("Bearer dv_secret");
    }

    @Test
    void aTokenIsSentOnlyToTheEndpointThatItIsFor() {
        new Run(home).typing("dv_secret\n").run("dvid login --endpoint " + server.endpoint());
        try (var other = new FakeServer().on("GET /v1/vms", Samples.VMS)) {
            new Run(home).with("DV_ENDPOINT", other.endpoint()).run("dvce vm list");
            assertThat(other.lastAsked().header("Authorization")).isEmpty();
        }
    }

    @Test
    void credentialsThatOthersCanReadAreRefused() throws IOException {
        new Run(home).typing("dv_secret\n").run("dvid login --endpoint " + server.endpoint());
        Files.setPosixFilePermissions(
                home.resolve(".config/dv/credentials"), PosixFilePermissions.fromString("rw-r--r--"));
        var result = new Run(home).run("dvce vm list");
        assertThat(result.exit()).isEqualTo(4);
        assertThat(result.err()).contains("can be read by others", "chmod 600");
    }

    @Test
    void settingsThatCannotBeReadAreNamed() throws IOException {
        Files.writeString(home.resolve(".dv.toml"), "project = shop\n");
        var result = new Run(home).run("dvce vm list");
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("line 1 needs its value in quotes");
    }

    private String project(Run run, String flags) {
        run.run("dvce vm list" + flags);
        return server.lastAsked().target().replaceFirst(".*project=([^&]*).*", "$1");
    }
}

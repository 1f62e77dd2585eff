package no.dataverket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompletionTest {

    @TempDir
    private Path home;

    private final FakeServer server = new FakeServer()
            .on("GET /v1/vms", Samples.VMS)
            .on("GET /v1/images", "{\"items\":[{\"id\":\"img_1\",\"name\":\"debian-12\"}]}");

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void nounsVerbsAndFlagsAreCompleted() {
        assertThat(complete("dv", "wh")).containsExactly("whoami");
        assertThat(complete("dv", "pro")).containsExactly("project");
        assertThat(complete("dv", "ce", "vo")).containsExactly("volume");
        assertThat(complete("dvce", "vm", "st")).contains("start", "stop");
        assertThat(complete("dvce", "vm", "con")).containsExactly("console");
        assertThat(complete("dvce", "vm", "create", "--mem")).containsExactly("--memory-mib");
        assertThat(complete("dvce", "vms", "list", "--proj")).containsExactly("--project");
        assertThat(complete("dvid", "login", "--tok")).containsExactly("--token-file");
    }

    @Test
    void valuesOfFlagsAreCompleted() {
        assertThat(complete("dvid", "token", "create", "ci", "--role", "PROJECT_"))
                .containsExactly("PROJECT_VIEWER", "PROJECT_EDITOR");
        assertThat(complete("dvce", "vm", "list", "-o", "j")).containsExactly("json", "jsonpath=");
        assertThat(complete("dvnet", "network", "create", "n", "--egress", "")).containsExactly("true", "false");
        assertThat(complete("dvce", "vm", "create", "--image", "deb")).containsExactly("debian-12");
    }

    @Test
    void namesComeFromTheServerAndAreKeptForAWhile() {
        assertThat(complete("dvce", "vm", "get", "")).containsExactly("web-1", "db-1");
        assertThat(complete("dvce", "vm", "get", "w")).containsExactly("web-1");
        assertThat(complete("dvce", "vm", "get", "--project", "shop", "d")).containsExactly("db-1");
        assertThat(server.lines())
                .containsExactly("GET /v1/vms?page_size=200", "GET /v1/vms?project=shop&page_size=200");
        assertThat(complete("dvce", "vm", "create", "")).isEmpty();
    }

    @Test
    void nothingIsSaidRatherThanAnError() throws IOException {
        server.close();
        assertThat(complete("dvce", "vm", "get", "")).isEmpty();
        assertThat(complete("dvce", "nonsense", "x", "")).isEmpty();
        assertThat(complete("dvce")).isEmpty();
        Files.writeString(home.resolve(".dv.toml"), "broken\n");
        assertThat(complete("dvce", "vm", "get", "")).isEmpty();
    }

    @Test
    void aSlowServerIsNotWaitedFor() throws IOException {
        try (var silent = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            var words = List.of("dv", "__complete", "dvce", "vm", "get", "");
            var began = System.nanoTime();
            var result = new Run(home)
                    .with("DV_ENDPOINT", "http://127.0.0.1:" + silent.getLocalPort())
                    .run(words);
            assertThat(result.out()).isEmpty();
            assertThat(result.err()).isEmpty();
            assertThat(System.nanoTime() - began).isLessThan(3_000_000_000L);
        }
    }

    @Test
    void eachShellHasItsScript() {
        for (var shell : List.of("bash", "zsh", "fish")) {
            var result = new Run(home).run("dv completion " + shell);
            assertThat(result.out()).contains("__complete").contains("dvnet");
        }
        assertThat(new Run(home).run("dv completion tcsh").exit()).isEqualTo(2);
    }

    private List<String> complete(String... words) {
        var all = new ArrayList<>(List.of("dv", "__complete"));
        all.addAll(List.of(words));
        var result = new Run(home).against(server).run(all);
        assertThat(result.exit()).isZero();
        assertThat(result.err()).isEmpty();
        return result.out().lines().map(line -> line.split("\t")[0]).toList();
    }
}

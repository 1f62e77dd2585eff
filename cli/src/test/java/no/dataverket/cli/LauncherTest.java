package no.dataverket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The script `dv` in a repository of its own, with a JDK that only repeats what it is told.
final class LauncherTest {

    private static final String ECHO = "#!/bin/sh\necho \"home=$DV_HOME\"\nfor word; do echo \"$word\"; done\n";

    @TempDir
    private Path folder;

    private Path repository = Path.of("");
    private Path jdk = Path.of("");

    @BeforeEach
    void lay() throws IOException {
        repository = folder.resolve("a repository");
        jdk = jdk("jdk", "25.0.3");
        Files.createDirectories(repository.resolve("cli/target"));
        Files.createFile(repository.resolve("cli/pom.xml"));
        Files.createFile(repository.resolve("cli/target/dv-flat.jar"));
        script(repository.resolve("dv"), Files.readString(Path.of("../dv").toAbsolutePath()));
        Files.createSymbolicLink(repository.resolve("dvce"), Path.of("dv"));
        script(repository.resolve("deploy/launch/up"), "#!/bin/sh\necho \"up $JAVA_HOME $*\"\n");
    }

    @Test
    void itIsCalledUnderItsNamesFromAnywhere() throws IOException, InterruptedException {
        assertThat(call(repository.resolve("dv"), "vm", "list")).endsWith("no.dataverket.cli.Main", "dv", "vm", "list");
        assertThat(call(repository.resolve("dvce"), "vm", "a b")).endsWith("dvce", "vm", "a b");
        Files.createDirectories(folder.resolve("bin"));
        var link = Files.createSymbolicLink(folder.resolve("bin/dvce"), Path.of("../a repository/dvce"));
        assertThat(call(link, "vm", "list"))
                .startsWith("home=" + repository.toRealPath())
                .endsWith("dvce", "vm", "list");
    }

    @Test
    void theJdkIsFoundOnceAndLookedForAgainWhenItIsGone() throws IOException, InterruptedException {
        call(repository.resolve("dv"), "version");
        var found = repository.resolve("cli/target/jdk");
        assertThat(found).hasContent(jdk.toString());
        var other = jdk("other", "26-ea");
        assertThat(call(repository.resolve("dv"), Map.of("DV_JAVA_HOME", other.toString()), "version"))
                .contains("version");
        assertThat(found).hasContent(other.toString());
        Files.delete(other.resolve("bin/java"));
        call(repository.resolve("dv"), "version");
        assertThat(found).hasContent(jdk.toString());
    }

    @Test
    void anOldJdkIsRefused() throws IOException, InterruptedException {
        var old = jdk("old", "21.0.1");
        assertThat(call(repository.resolve("dv"), Map.of("DV_JAVA_HOME", old.toString()), "version"))
                .first()
                .asString()
                .startsWith("error: DV_JAVA_HOME is not the home of a JDK 25");
    }

    @Test
    void workOnThisMachineGoesToItsScriptWithTheJdk() throws IOException, InterruptedException {
        assertThat(call(repository.resolve("dv"), "up", "--empty")).containsExactly("up " + jdk + " --empty");
        assertThat(call(repository.resolve("dvce"), "up")).endsWith("dvce", "up");
    }

    @Test
    void withoutMavenItSaysWhatIsMissing() throws IOException, InterruptedException {
        Files.delete(repository.resolve("cli/target/dv-flat.jar"));
        var said = call(
                repository.resolve("dv"),
                Map.of("PATH", folder.resolve("nothing").toString()),
                "version");
        assertThat(said)
                .containsExactly(
                        "error: the command line is not built, and Maven is missing", "  hint: apt-get install maven");
    }

    private List<String> call(Path command, String... words) throws IOException, InterruptedException {
        return call(command, Map.of(), words);
    }

    private List<String> call(Path command, Map<String, String> environment, String... words)
            throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of(command.toString()));
        line.addAll(List.of(words));
        var builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().remove("DV_JAVA_HOME");
        builder.environment().put("JAVA_HOME", jdk.toString());
        builder.environment().putAll(environment);
        var process = builder.start();
        var said = process.inputReader(StandardCharsets.UTF_8).lines().toList();
        process.waitFor();
        return said;
    }

    private Path jdk(String name, String version) throws IOException {
        var home = folder.resolve(name);
        script(home.resolve("bin/java"), ECHO);
        script(home.resolve("bin/javac"), ECHO);
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}

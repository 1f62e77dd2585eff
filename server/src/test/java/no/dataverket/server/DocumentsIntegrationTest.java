package no.dataverket.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The commands in our documents are commands that exist, and those of the first guide lead where it says.
@Tag("integration")
final class DocumentsIntegrationTest {

    private static final Path DOCUMENTS = Path.of("..", "docs");
    private static final List<String> OF_THIS_MACHINE = List.of("up", "down", "test", "contract", "format", "build");

    @Test
    void theFirstGuideLeadsToAMachineAndBack() {
        try (var server = RunningServer.start("--datacenter", "lab1")) {
            var image = Site.imageDirectory(server.state(), "20261121");
            for (var command : commands(DOCUMENTS.resolve("guides/first-vm.md"))) {
                if (isOfThisMachine(command)) {
                    continue;
                }
                var words = new ArrayList<>(
                        List.of(simulated(command, image, server).split("\\s+")));
                if (changes(words) && !words.contains("--no-wait")) {
                    words.add("--wait");
                }
                var printed = new CommandLine(server).run(words);
                assertThat(printed.status()).as(command + "\n" + printed.text()).isZero();
                if (words.contains("start")) {
                    awaitNothingBlocked(server);
                }
            }
            assertThat(new CommandLine(server)
                            .run(List.of("dvce", "vm", "list", "-q"))
                            .text())
                    .isBlank();
        }
    }

    @Test
    void everyCommandInEveryDocumentExists() throws IOException {
        try (var server = RunningServer.start();
                Stream<Path> documents = documents()) {
            var seen = new java.util.TreeSet<String>();
            documents.forEach(document -> commands(document).stream()
                    .filter(command -> !isOfThisMachine(command))
                    .map(DocumentsIntegrationTest::nameOf)
                    .forEach(seen::add));
            assertThat(seen).isNotEmpty();
            for (var name : seen) {
                var words = new ArrayList<>(List.of(name.split(" ")));
                words.add("--help");
                var printed = new CommandLine(server).run(words);
                assertThat(printed.status()).as(name + "\n" + printed.text()).isZero();
            }
        }
    }

    private static void awaitNothingBlocked(RunningServer server) {
        no.dataverket.core.testing.Eventually.eventually(
                () -> new CommandLine(server)
                        .run(List.of("dv", "task", "list", "--state", "BLOCKED_DEPENDENCY", "-q"))
                        .text(),
                String::isBlank);
        no.dataverket.core.testing.Eventually.eventually(
                () -> new CommandLine(server)
                        .run(List.of("dv", "task", "list", "--state", "RUNNING", "-q"))
                        .text(),
                String::isBlank);
    }

    /// What the guide does with this machine and its image, done with a simulated hypervisor and an image of
    /// the test.
    private static String simulated(String command, Path image, RunningServer server) {
        return command.replace("--driver libvirt --endpoint qemu:///system", "--driver simulated --endpoint hv-1")
                .replace("/var/lib/images/debian-12", image.toString())
                .replace("image create debian-12", "image create tiny")
                .replace("--image debian-12", "--image tiny")
                .replace(
                        "dvid login",
                        "dvid login --endpoint " + server.endpoint() + " --token-file "
                                + server.state().resolve("operator-token"));
    }

    private static boolean changes(List<String> words) {
        return words.contains("create") || words.contains("delete");
    }

    private static boolean isOfThisMachine(String command) {
        var words = command.split("\\s+");
        return words.length > 1 && words[0].endsWith("dv") && OF_THIS_MACHINE.contains(words[1]);
    }

    /// Tool, noun and verb.
    private static String nameOf(String command) {
        var words = Stream.of(command.replaceFirst("^\\./", "").split("\\s+"))
                .takeWhile(word -> !word.startsWith("-") && !word.equals("#"))
                .toList();
        return String.join(" ", words.subList(0, Math.min(3, words.size())));
    }

    private static List<String> commands(Path document) {
        var commands = new ArrayList<String>();
        boolean shell = false;
        for (var line : read(document).lines().toList()) {
            if (line.startsWith("```")) {
                shell = !shell && line.equals("```sh");
            } else if (shell && line.matches("(\\./)?dv(id|ce|net)?\\s.*")) {
                commands.add(line.replaceFirst("\\s+#.*", "").strip());
            }
        }
        return commands;
    }

    private static Stream<Path> documents() throws IOException {
        return Stream.concat(
                Stream.of(Path.of("..", "README.md"), Path.of("..", "CONTRIBUTING.md")),
                Files.walk(DOCUMENTS).filter(file -> file.toString().endsWith(".md")));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

package no.dataverket.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.dataverket.cli.builtin.BuiltIns;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.contract.ProblemCode;
import no.dataverket.sdk.operation.OperationInfo;
import no.dataverket.sdk.operation.Operations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever the contract and our own commands give as an example must be understood, without a server.
final class ExamplesTest {

    @TempDir
    private Path home;

    @BeforeEach
    void keepAKey() throws IOException {
        Files.createDirectories(home.resolve(".ssh"));
        Files.writeString(home.resolve(".ssh/id_ed25519.pub"), "ssh-ed25519 AAAA dev@example\n");
        Files.writeString(home.resolve("patch.json"), "{}");
        Files.writeString(home.resolve("release.pub"), "-----BEGIN PUBLIC KEY-----\n");
        Files.writeString(home.resolve("site.yaml"), "format: dataverket.inventory/v1\n");
    }

    static List<String> operationIds() {
        return Operations.ids();
    }

    static Stream<String> examples() {
        var ofOperations = Operations.ids().stream()
                .map(id -> Operations.byId(id).command())
                .filter(Objects::nonNull)
                .flatMap(command -> command.examples().stream());
        var ofBuiltIns = BuiltIns.lines().stream()
                .flatMap(line -> Objects.requireNonNull(BuiltIns.of(line)).examples().stream());
        return Stream.of(ofOperations, ofBuiltIns, inRunbooks())
                .flatMap(each -> each)
                .map(example -> example.replaceFirst("^source <\\(", "").replaceFirst("\\)$|>.*$", ""))
                .distinct();
    }

    /// Commands that runbooks tell an operator to call, in blocks and in running text.
    private static Stream<String> inRunbooks() {
        var command = Pattern.compile("(?m)^(dv(?:ce|net|id)? .+?)(?:\\s+#.*)?$|`(dv(?:ce|net|id)? [^`…]+)`");
        try (var documents = Files.list(Path.of("..", "docs", "runbooks"))) {
            return documents
                    .filter(document -> document.getFileName().toString().startsWith("rb-"))
                    .flatMap(document -> command.matcher(text(document)).results())
                    .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path document) {
        try {
            return Files.readString(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theExampleIsUnderstood(String example) {
        Grammar.requireCommand(example, home);
    }

    /// What every problem says where nobody knows better.
    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void theHintOfAProblemIsUnderstood(ProblemCode code) {
        Grammar.requireUnderstood(code.hint());
    }

    @Test
    void commandsAreFoundInProse() {
        assertThat(Grammar.commandsIn("Wait for it: dv task wait TASK; or stop it: dv task cancel TASK."))
                .containsExactly("dv task wait TASK", "dv task cancel TASK");
        assertThat(Grammar.commandsIn("See: dv device list, dv rack list"))
                .containsExactly("dv device list", "dv rack list");
        assertThatThrownBy(() -> Grammar.requireUnderstood("Try: dv vm undo web-1"))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> Grammar.requireUnderstood("Try: dvce vm list --frobnicate"))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> Grammar.requireUnderstood("Try: dvce vm get")).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @MethodSource("operationIds")
    void theHelpOfAnOperationEndsWithItsThreeExamples(String id) {
        OperationInfo operation = Operations.byId(id);
        var command = operation.command();
        if (command == null) {
            return;
        }
        var line = command.tool() + " " + command.noun() + " " + command.verb();
        var result = new Run(home).run(line + " --help");
        assertThat(result.exit()).isEqualTo(ExitCode.DONE.code());
        assertThat(command.examples()).hasSize(3);
        assertThat(result.out())
                .startsWith(operation.summary())
                .endsWith("Examples\n  " + String.join("\n  ", command.examples()) + "\n");
    }

    @Test
    void theHelpOfEachOwnCommandEndsWithThreeExamples() {
        for (var line : BuiltIns.lines()) {
            var command = Objects.requireNonNull(BuiltIns.of(line));
            assertThat(command.line()).isEqualTo(line);
            assertThat(command.examples()).as(line).hasSize(3);
            assertThat(new Run(home).run(line + " --help").out())
                    .endsWith(command.examples().getLast() + "\n");
        }
    }

    @Test
    void everyNounHasAPageWithItsVerbs() {
        for (var noun : Operations.nouns()) {
            var result = new Run(home).run(noun + " --help");
            var verbs = new ArrayList<String>();
            Operations.of(noun)
                    .forEach(operation -> verbs.add(
                            Objects.requireNonNull(operation.command()).verb()));
            assertThat(result.out()).contains(verbs);
        }
    }
}

package no.dataverket.cli.builtin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import no.dataverket.cli.process.CommandFailure;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.cli.session.Session;
import picocli.CommandLine.Model.CommandSpec;

/// Shows a runbook. It is read from this installation and not from the server: it must be there when the
/// server is not.
final class Runbook implements BuiltIn {

    @Override
    public String line() {
        return "dv runbook show";
    }

    @Override
    public String summary() {
        return "Show the runbook that a task, a problem or a resource names";
    }

    @Override
    public List<String> examples() {
        return List.of("dv runbook show", "dv runbook show rb-svc-001", "dv task list --state BLOCKED_DEPENDENCY");
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(BuiltIn.positional("0", "ID", "Identifier, as in rb-svc-001; the list of all if left out."));
    }

    @Override
    public ExitCode run(Session session) {
        var given = session.positional(0);
        session.surroundings().out().print(read(session, given == null ? "README" : given));
        return ExitCode.DONE;
    }

    /// The document as people read it, without the head that is meant for programs.
    static String read(Session session, String id) {
        var home = session.surroundings().variable("DV_HOME");
        if (home == null || !id.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-')) {
            throw CommandFailure.usage("cannot show the runbook " + id, "call it as in: dv runbook show rb-svc-001");
        }
        var file = Path.of(home).resolve("docs/runbooks").resolve(id + ".md");
        try {
            return withoutHead(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new CommandFailure(
                    ExitCode.NOT_FOUND, "there is no runbook " + id, List.of("hint: list them: dv runbook list"));
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.FAILURE, "cannot read " + file + ": " + e.getMessage(), List.of());
        }
    }

    private static String withoutHead(String text) {
        var end = text.startsWith("---\n") ? text.indexOf("\n---\n") : -1;
        return end < 0 ? text : text.substring(end + 5).stripLeading();
    }
}

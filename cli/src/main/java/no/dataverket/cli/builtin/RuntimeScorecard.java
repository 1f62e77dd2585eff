package no.dataverket.cli.builtin;

import java.util.List;
import no.dataverket.cli.process.CommandFailure;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.cli.session.Session;
import picocli.CommandLine.Model.CommandSpec;

/// Renders the reports of evaluations as one document.
final class RuntimeScorecard implements BuiltIn {

    @Override
    public String line() {
        return "dvce runtime scorecard";
    }

    @Override
    public String summary() {
        return "Put the candidates side by side, those that were evaluated and those that are known from documentation";
    }

    @Override
    public List<String> examples() {
        return List.of(
                "dvce runtime scorecard docs/runtimes",
                "dvce runtime scorecard docs/runtimes > docs/runtimes.md",
                "dvce runtime evaluate simulated --report docs/runtimes/simulated.json");
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(BuiltIn.positional("0", "DIRECTORY", "Where the reports are."));
    }

    @Override
    public ExitCode run(Session session) {
        var directory = session.positional(0);
        if (directory == null) {
            throw CommandFailure.usage("dvce runtime scorecard needs a directory", "the one in which the reports are");
        }
        return ServerProgram.run(
                session,
                List.of("scorecard", session.surroundings().path(directory).toString()));
    }
}

package no.dataverket.cli.builtin;

import java.util.List;
import no.dataverket.cli.process.CommandFailure;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.cli.session.Session;
import picocli.CommandLine.Model.CommandSpec;

/// Makes a context the current one.
final class ContextUse implements BuiltIn {

    @Override
    public String line() {
        return "dv context use";
    }

    @Override
    public String summary() {
        return "Make a context the current one";
    }

    @Override
    public List<String> examples() {
        return List.of("dv context use lab", "dv context list", "dv whoami");
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(BuiltIn.positional("0", "NAME", "Name of the context."));
    }

    @Override
    public ExitCode run(Session session) {
        var name = session.positional(0);
        if (name == null) {
            throw CommandFailure.usage("dv context use needs a name", "see: dv context list");
        }
        if (!session.settings().contexts().contains(name)) {
            throw new CommandFailure(
                    ExitCode.NOT_FOUND,
                    "there is no context " + name,
                    List.of("hint: make it: dv context set " + name + " --endpoint URL"));
        }
        session.settings().use(name);
        session.tell("Context " + name + " is in use.");
        return ExitCode.DONE;
    }
}

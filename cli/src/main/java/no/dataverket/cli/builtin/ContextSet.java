package no.dataverket.cli.builtin;

import java.util.List;
import no.dataverket.cli.config.Settings;
import no.dataverket.cli.process.CommandFailure;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.cli.session.Session;
import picocli.CommandLine.Model.CommandSpec;

/// Writes the endpoint and the defaults of a context.
final class ContextSet implements BuiltIn {

    private static final List<String> SETTINGS =
            List.of("endpoint", "tenant", "project", "environment", "datacenter", "timeout");

    @Override
    public String line() {
        return "dv context set";
    }

    @Override
    public String summary() {
        return "Make a context, or change its endpoint and defaults; an empty value takes a default away";
    }

    @Override
    public List<String> examples() {
        return List.of(
                "dv context set lab --endpoint http://127.0.0.1:7780",
                "dv context set --tenant acme --project shop --env prod --datacenter lab1",
                "dv context set --datacenter \"\"");
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(BuiltIn.positional("0", "NAME", "Name of the context; the current one if left out."));
    }

    @Override
    public List<String> globalFlags() {
        return List.of("--endpoint", "--tenant", "--project", "--environment", "--datacenter", "--timeout");
    }

    @Override
    public ExitCode run(Session session) {
        var settings = session.settings();
        var given = session.positional(0);
        var name = given == null ? settings.context() : given;
        if (name.isEmpty() || name.indexOf('.') >= 0 || name.indexOf(']') >= 0) {
            throw CommandFailure.usage("a context cannot be called " + name, "use letters, digits and dashes");
        }
        var changed = false;
        for (var setting : SETTINGS) {
            var value = session.flag("--" + setting);
            if (value != null) {
                var written = setting.equals("endpoint") && !value.isEmpty()
                        ? Settings.endpoint(value).toString()
                        : value;
                settings.set(name, setting, written);
                changed = true;
            }
        }
        if (!changed) {
            throw CommandFailure.usage(
                    "nothing to set", "for example: " + examples().get(1));
        }
        session.tell("Context " + name + " is changed.");
        return ExitCode.DONE;
    }
}

package no.dataverket.cli.builtin;

import java.util.List;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.cli.session.Session;

/// Tells the version of the program; the server's is in `dv whoami` and `dv doctor`.
final class Version implements BuiltIn {

    @Override
    public String line() {
        return "dv version";
    }

    @Override
    public String summary() {
        return "Show the version of this program";
    }

    @Override
    public List<String> examples() {
        return List.of("dv version", "dv whoami", "dv doctor");
    }

    @Override
    public ExitCode run(Session session) {
        session.surroundings().out().println("dv " + Session.VERSION + ", Java " + Runtime.version());
        return ExitCode.DONE;
    }
}

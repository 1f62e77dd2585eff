package no.dataverket.cli.builtin;

import java.util.List;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.cli.session.Session;

/// Forgets the token of the context. The token itself stays good until it is revoked or ends.
final class Logout implements BuiltIn {

    @Override
    public String line() {
        return "dvid logout";
    }

    @Override
    public String summary() {
        return "Forget the token of the context";
    }

    @Override
    public List<String> examples() {
        return List.of("dvid logout", "dvid logout --context prod", "dvid token list");
    }

    @Override
    public ExitCode run(Session session) {
        var context = session.settings().context();
        session.tell(
                session.settings().forgetToken(context)
                        ? "The token of context " + context + " is forgotten; it is not revoked."
                        : "Context " + context + " has no token.");
        return ExitCode.DONE;
    }
}

package no.dataverket.cli.builtin;

import java.util.List;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.cli.session.Session;

/// Says where to read on.
final class Docs implements BuiltIn {

    @Override
    public String line() {
        return "dv docs";
    }

    @Override
    public String summary() {
        return "Say where to read on";
    }

    @Override
    public List<String> examples() {
        return List.of("dv docs", "dv explain vm", "dv help exit-codes");
    }

    @Override
    public ExitCode run(Session session) {
        session.surroundings().out().print("""
                Command line    docs/cli.md; dv help exit-codes, dv help flags, dv help settings
                Fields          dv explain vm.status.phase
                API             %s/v1/openapi.yaml
                """.replace(
                        "%s", session.settings().endpoint().toString()));
        return ExitCode.DONE;
    }
}

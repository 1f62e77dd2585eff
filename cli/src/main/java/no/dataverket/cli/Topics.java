package no.dataverket.cli;

import no.dataverket.cli.process.ExitCode;
import org.jspecify.annotations.Nullable;

/// Pages of the help that belong to no single command.
final class Topics {

    private Topics() {}

    static @Nullable String of(String name) {
        return switch (name) {
            case "exit-codes" -> exitCodes();
            case "flags" -> FLAGS;
            case "settings", "config" -> SETTINGS;
            case "output" -> OUTPUT;
            default -> null;
        };
    }

    private static final String FLAGS = """
            How flags are written

              --network app-net            a list: repeat the flag; the first word is the first property
              --network network=app-net,address=10.20.0.5
              --labels tier=web,team=a     pairs; repeat the flag or use commas
              --labels tier-               in an update: takes the label away
              --quotas vms=40,vcpus=80     an object
              --ssh-authorized-key @FILE   the content of a file; @- is the standard input; @@x is the text @x
              --egress, --egress false     true is meant where nothing follows
              --project ""                 no project, although the context has one

            Names of states and roles may be written in small letters.
            """;

    private static final String SETTINGS = """
            Where settings come from; the first that is there counts

              1. a flag                    --project shop
              2. the environment           DV_CONTEXT DV_ENDPOINT DV_TENANT DV_PROJECT DV_ENV DV_DATACENTER
                                           DV_OUTPUT DV_TIMEOUT DV_TOKEN
              3. .dv.toml                  here or in a directory above; never the endpoint
              4. the context               ~/.config/dv/config.toml
              5. the default               endpoint http://127.0.0.1:7780

            The token is in DV_TOKEN or in ~/.config/dv/credentials, which must be readable by you only.
            See what is in force: dv context get
            """;

    private static final String OUTPUT = """
            How results are written

              -o table         for people; may change
              -o wide          with more columns
              -o json, yaml    what the API answers; does not change within v1
              -o csv           a column for each field, for spreadsheets (RFC 4180)
              -o name          noun/name, one a line
              -o jsonpath=EXPR what the path leads to, one a line: .items[*].name
              -q               identifiers, one a line
              --columns LIST   headers or paths: NAME,status.phase,DC=datacenter

            The result is on the standard output, everything else on the standard error.
            """;

    private static String exitCodes() {
        var text = new StringBuilder("Exit codes\n\n");
        for (var exit : ExitCode.values()) {
            var number = Integer.toString(exit.code());
            text.repeat(' ', 5 - number.length())
                    .append(number)
                    .append("  ")
                    .append(exit.meaning())
                    .append('\n');
        }
        return text.toString();
    }
}

package no.dataverket.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.cli.process.Surroundings;
import no.dataverket.cli.rehearsal.Stage;

/// Runs the usual commands once, against canned answers, so that the build can store what the JDK loaded (JEP
/// 483). A command that ends otherwise than it should fails the build.
public final class Rehearsal {

    private static final String SCOPE = " --tenant acme --project shop --env prod";

    private final Surroundings surroundings;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Rehearsal(String endpoint) {
        System.setProperty("dv.terminal", "oe");
        var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putAll(Map.of("DV_ENDPOINT", endpoint, "DV_TOKEN", "none"));
        this.surroundings = Main.surroundings(stream, stream, environment);
    }

    /// `HOME` is a directory that may be written to.
    public static void main(String... arguments) throws IOException {
        var home = Path.of(System.getenv("HOME"));
        Files.createDirectories(home.resolve(".config/dv"));
        Files.writeString(
                home.resolve(".config/dv/config.toml"), "current = \"lab\"\n\n[context.lab]\nproject = \"shop\"\n");
        try (var stage = new Stage()) {
            var rehearsal = new Rehearsal(stage.endpoint());
            rehearsal.play(
                    ExitCode.DONE,
                    "dv --help",
                    "dvce --help",
                    "dvce vm --help",
                    "dvce vm create --help",
                    "dvce vm list",
                    "dvce vm list -q",
                    "dvce vm list -o json --no-color",
                    "dv ce vms list -o name --debug",
                    "dvce vm get web-1 -o jsonpath=.status.phase" + SCOPE,
                    "dvce vm get web-1 -o yaml",
                    "dvce vm get web-1",
                    "dvce vm create web-1 --datacenter lab1 --image debian-12 --network app-net" + SCOPE,
                    "dvce vm create web-1 --datacenter lab1 --image debian-12 --network app-net --no-wait" + SCOPE,
                    "dvce vm delete web-1 --yes",
                    "dv whoami",
                    "dv context get",
                    "dv __complete dvce vm li",
                    "dv __complete dvce vm get w");
            rehearsal.play(ExitCode.NOT_FOUND, "dvce vm get gone");
            rehearsal.play(ExitCode.USAGE, "dvce vm lst", "dvce vm list --nonsense");
        }
    }

    private void play(ExitCode expected, String... lines) {
        for (var line : lines) {
            var words = List.of(line.split(" "));
            var exit = Main.run(surroundings, words);
            if (exit != expected) {
                throw new IllegalStateException(
                        line + " ended with " + exit + ":\n" + out.toString(StandardCharsets.UTF_8));
            }
        }
    }
}

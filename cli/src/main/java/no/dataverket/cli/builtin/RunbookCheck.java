package no.dataverket.cli.builtin;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.dataverket.cli.json.Json;
import no.dataverket.cli.json.Node;
import no.dataverket.cli.process.CommandFailure;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.cli.session.ErrorText;
import no.dataverket.cli.session.Session;
import no.dataverket.sdk.ApiException;
import no.dataverket.sdk.Call;
import no.dataverket.sdk.ConnectionException;
import no.dataverket.sdk.Request;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/// Carries out the safe checks of a runbook, one after the other, and records that it is being followed.
final class RunbookCheck implements BuiltIn {

    @Override
    public String line() {
        return "dv runbook check";
    }

    @Override
    public String summary() {
        return "Carry out a runbook's safe checks, which change nothing";
    }

    @Override
    public List<String> examples() {
        return List.of(
                "dv runbook check rb-svc-001",
                "dv runbook check rb-vm-001 VM=web-1 PROJECT=shop ENVIRONMENT=prod",
                "dv runbook list");
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(BuiltIn.positional("0", "ID", "Identifier, as in rb-svc-001."));
        spec.addPositional(BuiltIn.positional(
                "1..*",
                "WORD=VALUE",
                "What a word in capitals stands for; checks with other such words are left out."));
    }

    @Override
    public ExitCode run(Session session) {
        var id = session.positional(0);
        if (id == null) {
            throw CommandFailure.usage("dv runbook check needs a runbook", "list them: dv runbook list");
        }
        var words = words(session);
        var worst = ExitCode.DONE;
        for (var check : checks(session, id)) {
            var command = filled(check, words);
            var left = placeholder(command);
            session.tell("");
            if (left != null) {
                session.tell("- " + check + "   (left out: say " + left + "=…)");
                continue;
            }
            session.tell("$ " + command);
            var exit = session.run(List.of(command.split("\\s+")));
            if (exit != ExitCode.DONE) {
                session.tell("  ended with " + exit.code());
                worst = exit;
            }
        }
        return worst;
    }

    private static List<String> checks(Session session, String id) {
        try {
            var path = "/v1/operator/runbooks/" + Call.segment(id) + ":use";
            var use = "{\"reason\": \"its safe checks are carried out\"}";
            var request = Request.of("POST", path).withBody("application/json", use.getBytes(StandardCharsets.UTF_8));
            var runbook = Json.read(session.send(request).body());
            return runbook.field("safe_checks").items().stream().map(Node::text).toList();
        } catch (ApiException e) {
            throw ErrorText.of(e, "check the runbook " + id);
        } catch (ConnectionException e) {
            throw ErrorText.of(
                    e, "check the runbook " + id, session.settings().endpoint().toString());
        }
    }

    private static Map<String, String> words(Session session) {
        Map<String, String> words = new HashMap<>();
        for (var given : positionals(session)) {
            var equals = given.indexOf('=');
            if (equals < 1) {
                throw CommandFailure.usage(given + " is no WORD=VALUE", "write it as in: VM=web-1");
            }
            words.put(given.substring(0, equals), given.substring(equals + 1));
        }
        return words;
    }

    private static List<String> positionals(Session session) {
        List<String> given = session.flags().matchedPositionalValue(1, List.of());
        return given;
    }

    private static String filled(String check, Map<String, String> words) {
        var filled = new ArrayList<String>();
        for (var word : check.split("\\s+")) {
            filled.add(words.getOrDefault(word, word));
        }
        return String.join(" ", filled);
    }

    /// A word in capitals that is not a flag's fixed value: those follow a flag that says so.
    private static @Nullable String placeholder(String command) {
        var before = "";
        for (var word : command.split("\\s+")) {
            if (!before.equals("--state") && word.length() > 1 && word.chars().allMatch(c -> c >= 'A' && c <= 'Z')) {
                return word;
            }
            before = word;
        }
        return null;
    }
}

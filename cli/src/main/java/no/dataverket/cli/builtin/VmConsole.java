package no.dataverket.cli.builtin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.dataverket.cli.json.Node;
import no.dataverket.cli.process.CommandFailure;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.cli.session.ErrorText;
import no.dataverket.cli.session.Session;
import no.dataverket.sdk.ApiException;
import no.dataverket.sdk.Call;
import no.dataverket.sdk.ConnectionException;
import picocli.CommandLine.Model.CommandSpec;

/// A machine's serial console: to type at where a person sits before it, and otherwise its log.
final class VmConsole implements BuiltIn {

    private static final long TAIL = 65_536;
    private static final long PAUSE_MILLIS = 1000;

    @Override
    public String line() {
        return "dvce vm console";
    }

    @Override
    public String summary() {
        return "Type at the serial console; --log shows what it showed";
    }

    @Override
    public List<String> examples() {
        return List.of(
                "dvce vm console web-1 --project shop --env prod",
                "dvce vm console web-1 --log --follow",
                "dvce vm console web-1 --take-over");
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(BuiltIn.positional("0", "NAME", "Name or identifier of the machine."));
        spec.addOption(BuiltIn.toggle("--log", "Show the log; it is what is shown without a terminal."));
        spec.addOption(BuiltIn.toggle("--follow,-f", "Show the log, and go on as it goes on, until Ctrl-C."));
        spec.addOption(BuiltIn.valued("--offset", "BYTES", "Where the log begins; negative counts from the end."));
        spec.addOption(BuiltIn.valued("--limit", "BYTES", "At most this much of the log."));
        spec.addOption(BuiltIn.toggle("--attach", "Type what comes from the standard input; usual on a terminal."));
        spec.addOption(BuiltIn.toggle("--take-over", "End the session of somebody else who is there."));
    }

    @Override
    public List<String> globalFlags() {
        return List.of("--tenant", "--project", "--environment");
    }

    @Override
    public ExitCode run(Session session) {
        var name = session.positional(0);
        if (name == null) {
            throw CommandFailure.usage(
                    "dvce vm console needs the name of a vm",
                    "for example: " + examples().getFirst());
        }
        try {
            if (attaches(session)) {
                return new AttachedConsole(session, name, scope(session, name)).run(session.has("--take-over"));
            }
            var given = session.flag("--offset");
            var log = read(session, name, given == null ? Long.toString(-TAIL) : given);
            if (!session.format().isForPeople()) {
                session.printer().document(log);
                return ExitCode.DONE;
            }
            show(session, log);
            while (session.has("--follow")) {
                Thread.sleep(PAUSE_MILLIS);
                log = read(session, name, log.field("next_offset").text());
                show(session, log);
            }
            return ExitCode.DONE;
        } catch (ApiException e) {
            throw ErrorText.of(e, "use the console of " + name);
        } catch (ConnectionException e) {
            throw ErrorText.of(
                    e,
                    "use the console of " + name,
                    session.settings().endpoint().toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED;
        }
    }

    /// Who gives neither, and sits at a terminal, wants to type.
    private static boolean attaches(Session session) {
        var ofLog = List.of("--log", "--follow", "--offset", "--limit").stream()
                .filter(session::has)
                .findFirst();
        var ofTyping =
                List.of("--attach", "--take-over").stream().filter(session::has).findFirst();
        if (ofLog.isPresent() && ofTyping.isPresent()) {
            throw CommandFailure.usage(
                    ofTyping.get() + " is for typing, and " + ofLog.get() + " for the log", "give one of them");
        }
        return ofTyping.isPresent()
                || ofLog.isEmpty()
                        && session.surroundings().inTerminal()
                        && session.surroundings().outTerminal()
                        && session.format().isForPeople();
    }

    private static Map<String, String> scope(Session session, String name) {
        Map<String, String> query = new LinkedHashMap<>();
        for (var scope : List.of("tenant", "project", "environment")) {
            var value = name.indexOf('_') > 0
                    ? session.settings().explicit(scope)
                    : session.settings().find(scope);
            if (value != null && !value.value().isEmpty()) {
                query.put(scope, value.value());
            }
        }
        return query;
    }

    private static Node read(Session session, String name, String offset) {
        var query = scope(session, name);
        query.put("offset", offset);
        var limit = session.flag("--limit");
        if (limit != null) {
            query.put("limit", limit);
        }
        return session.get(Call.target("/v1/vms/" + Call.segment(name) + "/console", query));
    }

    private static void show(Session session, Node log) {
        var text = log.field("text").text();
        var out = session.surroundings().out();
        out.print(session.surroundings().outTerminal() ? ConsoleText.safe(text) : text);
        out.flush();
    }
}

package no.dataverket.cli.operation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.dataverket.cli.json.Json;
import no.dataverket.cli.json.Node;
import no.dataverket.cli.output.Format;
import no.dataverket.cli.output.Style;
import no.dataverket.cli.output.Times;
import no.dataverket.cli.process.CommandFailure;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.cli.session.Session;
import no.dataverket.cli.task.TaskFollower;
import no.dataverket.sdk.ApiException;
import no.dataverket.sdk.Call;
import no.dataverket.sdk.Request;
import no.dataverket.sdk.operation.OperationInfo;

/// Shows what came of a request that goes on as a task: waits for it, or says how to.
final class Acceptance {

    private final Session session;
    private final Command command;
    private final List<OperationInfo> siblings;

    Acceptance(Session session, Command command, List<OperationInfo> siblings) {
        this.session = session;
        this.command = command;
        this.siblings = siblings;
    }

    ExitCode show(Node accepted) {
        var resource = accepted.field("resource");
        var task = accepted.field("task");
        if (!session.waits()) {
            letGo(accepted);
            return ExitCode.DONE;
        }
        var follower = new TaskFollower(session, session.timeout(), true);
        var began = session.surroundings().clock().instant().toEpochMilli();
        Node ended;
        try {
            ended = follower.follow(task);
        } catch (CommandFailure e) {
            keep(resource, follower.seen());
            throw e;
        }
        var now = command.isDeletion() ? Node.MISSING : fresh(resource);
        var format = session.format();
        if (format.isForPeople()) {
            var took = session.surroundings().clock().instant().toEpochMilli() - began;
            session.surroundings().out().println(line(resource, now, took(ended, took)));
        } else if (format.kind() == Format.Kind.IDS || format.kind() == Format.Kind.NAME) {
            session.printer().one(command.info().noun(), resource);
        } else {
            session.printer().document(now.isMissing() ? ended : now);
        }
        return ExitCode.DONE;
    }

    /// Nobody waits: the task's identifier is the result.
    private void letGo(Node accepted) {
        var task = accepted.field("task").field("id").text();
        var format = session.format();
        if (format.isForPeople() || format.kind() == Format.Kind.IDS) {
            session.surroundings().out().println(Style.clean(task));
            if (format.isForPeople()) {
                session.tell("Follow: dv task wait " + Style.clean(task));
            }
        } else if (format.kind() == Format.Kind.NAME) {
            session.printer().one(command.info().noun(), accepted.field("resource"));
        } else {
            session.printer().document(accepted);
        }
    }

    /// The wait ended before the task did, or the task failed: a script still gets the document.
    private void keep(Node resource, Node task) {
        var format = session.format();
        if (!format.isForPeople() && format.kind() != Format.Kind.IDS && format.kind() != Format.Kind.NAME) {
            var accepted = new LinkedHashMap<String, Object>();
            accepted.put("resource", resource.value());
            accepted.put("task", task.value());
            session.printer().document(new Node(accepted));
        }
    }

    /// As in `VM web-1 is RUNNING at 10.20.4.17          vm_01k3v8q9        6.8s`.
    private String line(Node resource, Node now, String took) {
        var noun = command.info().noun();
        var shown = noun.length() < 3 ? noun.toUpperCase(Locale.ROOT) : capital(noun);
        var name = resource.field("name").text();
        var text = new StringBuilder(shown).append(' ').append(name).append(" is ");
        if (now.isMissing()) {
            text.append(command.isDeletion() ? "deleted" : "done");
        } else {
            var phase = now.at("status.phase").textOr(now.field("phase").textOr("done"));
            text.append(session.style().state(Style.clean(phase)));
            var address =
                    now.at("status.addresses").textOr(now.at("status.prefix").text());
            text.append(address.isEmpty() ? "" : " at " + address);
        }
        return text.append("          ").append(resource.field("id").text()) + "        " + took;
    }

    private static String took(Node task, long measured) {
        var from = task.field("created_at").text();
        var to = task.field("finished_at").text();
        return Times.took(
                Times.isTime(from) && Times.isTime(to) ? Times.epochMillis(to) - Times.epochMillis(from) : measured);
    }

    /// The resource as it is after the task; nothing where it can't be read.
    private Node fresh(Node resource) {
        for (var sibling : siblings) {
            if (Command.of(sibling).info().verb().equals("get")) {
                var path = Command.of(sibling).pathParameter();
                var target = sibling.path();
                if (path != null) {
                    target = target.replace(
                            "{" + path.name() + "}",
                            Call.segment(resource.field("id").text()));
                }
                try {
                    return Json.read(session.send(Request.of("GET", Call.target(target, Map.of())))
                            .body());
                } catch (ApiException e) {
                    return Node.MISSING; // the task has succeeded; what can't be read is not worth a failure
                }
            }
        }
        return Node.MISSING;
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}

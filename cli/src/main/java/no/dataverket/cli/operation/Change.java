package no.dataverket.cli.operation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import no.dataverket.cli.json.Json;
import no.dataverket.cli.json.Node;
import no.dataverket.cli.output.Style;
import no.dataverket.cli.process.CommandFailure;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.cli.session.Session;
import no.dataverket.sdk.Reply;
import no.dataverket.sdk.Request;
import no.dataverket.sdk.operation.OperationInfo;
import org.jspecify.annotations.Nullable;

/// Runs an operation that changes something: reads the state that is meant, asks where something is lost,
/// sends, and shows what came of it.
final class Change {

    private static final String PREFLIGHT = "preflight";

    private final Session session;
    private final Command command;
    private final List<OperationInfo> siblings;
    private final Target target;

    Change(Session session, Command command, List<OperationInfo> siblings) {
        this.session = session;
        this.command = command;
        this.siblings = siblings;
        this.target = new Target(session, command);
    }

    ExitCode run() {
        var operation = command.operation();
        var dryRun = session.has("--dry-run");
        target.resource();
        var request = request();
        var mustAsk = command.isDestructive() && !dryRun && !session.has("--yes");
        if (mustAsk && !session.isInteractive()) {
            throw CommandFailure.usage(
                    command.action() + " " + target.resource() + " destroys something and nobody can be asked",
                    "add --yes, or look first with --dry-run");
        }
        var etag = session.flag("--if-match");
        var current = operation.guarded() && etag == null || mustAsk ? current() : null;
        if (operation.guarded() && etag == null && current != null) {
            etag = current.etag();
        }
        if (etag != null) {
            request = request.withHeader("If-Match", etag);
        }
        if (dryRun) {
            return preview(request);
        }
        if (mustAsk) {
            new Confirmation(session, command)
                    .ask(current == null ? Node.MISSING : Json.read(current.body()), wouldDelete(request));
        }
        var reply = session.send(request);
        if (command.info().verb().equals(PREFLIGHT)) {
            return preflight(Json.read(reply.body()));
        }
        return switch (operation.shape()) {
            case ACCEPTED -> new Acceptance(session, command, siblings).show(Json.read(reply.body()));
            case NOTHING -> nothing();
            case ONE, CREATED, PAGE -> {
                session.printer().one(command.info().noun(), Json.read(reply.body()));
                yield ExitCode.DONE;
            }
        };
    }

    private Request request() {
        var operation = command.operation();
        var request = Request.of(operation.method(), target.of());
        if (operation.request() != null) {
            var media = operation.mergePatch() ? "application/merge-patch+json" : "application/json";
            var body = new BodyBuilder(session, command).build();
            request = request.withBody(media, Json.compact(body).getBytes(StandardCharsets.UTF_8));
        }
        var key = session.flag("--idempotency-key");
        return key == null ? request : request.withHeader("Idempotency-Key", key);
    }

    /// Where the noun has a preflight, it says of a refused creation all that is missing for it.
    private ExitCode preview(Request request) {
        for (var sibling : siblings) {
            if (command.info().verb().equals("create")
                    && Command.of(sibling).info().verb().equals(PREFLIGHT)) {
                var path = target.of(sibling, Map.of());
                var asked = new Request("POST", path, request.headers(), request.body(), request.timeout());
                var preflight = Json.read(session.send(asked).body());
                return preflight.field("ready").isTrue() ? preview(preflight.field("preview")) : preflight(preflight);
            }
        }
        return preview(Json.read(session.send(validated(request)).body()));
    }

    private ExitCode preflight(Node preflight) {
        var printer = session.printer();
        if (printer.format().isForPeople()) {
            var name = session.positional(0);
            var subject = command.info().noun() + (name == null ? "" : " " + Style.clean(name));
            session.surroundings().out().print(PreflightText.of(subject, preflight, session.style()));
        } else {
            printer.document(preflight);
        }
        var problem = preflight.field("problem");
        return preflight.field("ready").isTrue()
                ? ExitCode.DONE
                : ExitCode.ofProblem(
                        (int) problem.field("status").number(),
                        problem.field("code").text());
    }

    private ExitCode preview(Node preview) {
        var printer = session.printer();
        if (printer.format().isForPeople()) {
            var name = session.positional(0);
            session.surroundings()
                    .out()
                    .print(PreviewText.of(
                            command.action() + (name == null ? "" : " " + Style.clean(name)),
                            preview,
                            session.style()));
        } else {
            printer.document(preview);
        }
        return ExitCode.DONE;
    }

    /// What the server says would be lost.
    private List<Node> wouldDelete(Request request) {
        return Json.read(session.send(validated(request)).body())
                .field("would_delete")
                .items();
    }

    private Request validated(Request request) {
        var preview = target.of(command.operation(), Map.of("validate_only", "true"));
        return new Request(request.method(), preview, request.headers(), request.body(), request.timeout());
    }

    private ExitCode nothing() {
        var verb = command.info().verb();
        var past = verb.endsWith("e") ? verb + "d" : verb + "ed";
        session.tell(command.info().noun() + " " + target.resource() + " is " + past + ".");
        return ExitCode.DONE;
    }

    /// The resource as it is now, where the noun has a `get`.
    private @Nullable Reply current() {
        for (var sibling : siblings) {
            if (Command.of(sibling).info().verb().equals("get")) {
                return session.send(Request.of("GET", target.of(sibling, Map.of())));
            }
        }
        return null;
    }
}

package no.dataverket.cli.operation;

import java.util.List;
import no.dataverket.cli.json.Node;
import no.dataverket.cli.output.Style;
import no.dataverket.cli.process.CommandFailure;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.cli.session.Session;

/// Says what will be lost, and has the person type the name.
final class Confirmation {

    private final Session session;
    private final Command command;

    Confirmation(Session session, Command command) {
        this.session = session;
        this.command = command;
    }

    void ask(Node resource, List<Node> lost) {
        var given = session.positional(0);
        var name = Style.clean(resource.field("name").textOr(given == null ? "" : given));
        var id = Style.clean(resource.field("id").text());
        session.tell("This will " + command.action() + " " + name + (id.isEmpty() ? "" : " (" + id + ")") + ".");
        for (var each : lost) {
            session.tell("  - " + Style.clean(each.text()));
        }
        var err = session.surroundings().err();
        err.print("It cannot be taken back. Type " + name + " to go on: ");
        err.flush();
        if (!name.equals(session.surroundings().readLine())) {
            throw new CommandFailure(
                    ExitCode.FAILURE, "not confirmed; nothing was done", List.of("hint: type the name, or add --yes"));
        }
    }
}

package no.dataverket.cli.operation;

import java.util.List;
import no.dataverket.cli.json.Json;
import no.dataverket.cli.json.Node;
import no.dataverket.cli.output.Column;
import no.dataverket.cli.output.Format;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.cli.session.ErrorText;
import no.dataverket.cli.session.Session;
import no.dataverket.sdk.ApiException;
import no.dataverket.sdk.ConnectionException;
import no.dataverket.sdk.Request;
import no.dataverket.sdk.operation.OperationInfo;
import picocli.CommandLine.Model.CommandSpec;

/// A command made from an operation of the table.
public final class OperationCommand {

    private final Command command;
    private final List<OperationInfo> siblings;

    /// @param siblings all operations of the noun
    public OperationCommand(OperationInfo operation, List<OperationInfo> siblings) {
        this.command = Command.of(operation);
        this.siblings = siblings;
    }

    /// The flags.
    public CommandSpec spec() {
        return CommandSpecs.of(command);
    }

    /// One line that says what it does.
    public String summary() {
        return command.operation().summary();
    }

    /// Complete commands; the last lines of the help.
    public List<String> examples() {
        return command.info().examples();
    }

    /// Checks the flags as far as that goes without the server.
    public void check(Session session) {
        new Target(session, command).of();
        if (command.operation().request() != null) {
            new BodyBuilder(session, command).build();
        }
    }

    /// Runs the command.
    public ExitCode run(Session session) {
        session.check();
        try {
            if (command.isList()) {
                return new Listing(session, command).run();
            }
            return command.operation().mutates() ? new Change(session, command, siblings).run() : get(session);
        } catch (ApiException e) {
            throw ErrorText.of(e, action(session));
        } catch (ConnectionException e) {
            throw ErrorText.of(e, action(session), session.settings().endpoint().toString());
        }
    }

    private ExitCode get(Session session) {
        var reply = session.send(Request.of("GET", new Target(session, command).of()));
        var resource = Json.read(reply.body());
        show(session, resource);
        return ExitCode.DONE;
    }

    private void show(Session session, Node resource) {
        var printer = session.printer();
        var columns = session.flag("--columns");
        var noun = command.info().noun();
        var known = Column.parse(command.info().columns());
        if (columns != null && printer.format().isForPeople()) {
            printer.row(noun, Column.choose(columns, known), resource);
        } else if (printer.format().kind() == Format.Kind.WIDE && !known.isEmpty()) {
            printer.row(noun, known, resource);
        } else {
            printer.one(noun, resource);
        }
    }

    private String action(Session session) {
        if (command.isList()) {
            return "list "
                    + no.dataverket.cli.output.Printer.plural(command.info().noun());
        }
        var name = session.positional(0);
        return command.action() + (name == null ? "" : " " + name);
    }
}

package no.dataverket.cli.builtin;

import java.net.URI;
import java.util.List;
import no.dataverket.cli.config.Settings;
import no.dataverket.cli.json.Json;
import no.dataverket.cli.json.Node;
import no.dataverket.cli.output.Style;
import no.dataverket.cli.output.Times;
import no.dataverket.cli.process.CommandFailure;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.cli.session.ErrorText;
import no.dataverket.cli.session.Session;
import no.dataverket.sdk.ApiException;
import no.dataverket.sdk.ConnectionException;
import no.dataverket.sdk.Request;
import picocli.CommandLine.Model.CommandSpec;

/// Tries a token, and keeps it for the context.
final class Login implements BuiltIn {

    @Override
    public String line() {
        return "dvid login";
    }

    @Override
    public String summary() {
        return "Log in with a token, and make its server the current context";
    }

    @Override
    public List<String> examples() {
        return List.of(
                "dvid login",
                "dvid login --endpoint https://dv.example.org --context prod",
                "dvid login --token-file token.txt");
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addOption(BuiltIn.valued("--token-file", "FILE", "File with the token; - is the standard input."));
    }

    @Override
    public List<String> globalFlags() {
        return List.of("--endpoint");
    }

    @Override
    public ExitCode run(Session session) {
        var settings = session.settings();
        var endpoint = endpoint(session);
        var token = token(session, endpoint);
        Node who;
        try (var connection = session.connect(endpoint, token)) {
            who = Json.read(connection.send(Request.of("GET", "/v1/whoami")).body());
        } catch (ApiException e) {
            throw ErrorText.of(e, "log in to " + endpoint);
        } catch (ConnectionException e) {
            throw ErrorText.of(e, "log in", endpoint.toString());
        }
        var context = settings.context();
        var file = settings.storeToken(context, endpoint, token);
        settings.set(context, "endpoint", endpoint.toString());
        settings.use(context);
        session.surroundings().out().println(text(who, context, endpoint.toString()));
        session.tell("The token is in " + file + ", readable by you only.");
        return ExitCode.DONE;
    }

    private static String text(Node who, String context, String endpoint) {
        var expires = who.field("token_expires_at").text();
        return "Logged in to " + endpoint + " as "
                + Style.clean(who.field("name").text()) + ", context " + context
                + (Times.isTime(expires) ? "; the token ends " + Times.show(expires) : "") + ".";
    }

    /// A person who did not say which server is asked, and may take the one that is offered.
    private static URI endpoint(Session session) {
        var settings = session.settings();
        var surroundings = session.surroundings();
        if (settings.explicit("endpoint") != null || session.flag("--token-file") != null || !session.isInteractive()) {
            return settings.endpoint();
        }
        surroundings.err().print("Endpoint [" + settings.endpoint() + "]: ");
        surroundings.err().flush();
        var typed = surroundings.readLine();
        return typed == null || typed.isBlank() ? settings.endpoint() : Settings.endpoint(typed.strip());
    }

    private static String token(Session session, URI endpoint) {
        var file = session.flag("--token-file");
        var surroundings = session.surroundings();
        String token;
        if (file != null) {
            token = surroundings.read(file);
        } else if (surroundings.inTerminal()) {
            surroundings.err().print("Token for " + endpoint + ": ");
            surroundings.err().flush();
            var typed = surroundings.password().get();
            token = typed == null ? "" : new String(typed);
        } else {
            var line = surroundings.readLine();
            token = line == null ? "" : line;
        }
        if (token.isBlank() || token.strip().indexOf('\n') >= 0) {
            throw CommandFailure.usage(
                    "there is no token to log in with", "give it on the standard input, or --token-file FILE");
        }
        return token.strip();
    }

    /// Where a person is sent who has no token.
    static String hint(Settings settings) {
        return "log in: dvid login --endpoint " + settings.endpoint();
    }
}

package no.dataverket.cli.builtin;

import java.io.PrintStream;
import java.util.List;
import no.dataverket.cli.json.Json;
import no.dataverket.cli.json.Node;
import no.dataverket.cli.output.Style;
import no.dataverket.cli.output.Times;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.cli.session.ErrorText;
import no.dataverket.cli.session.Session;
import no.dataverket.sdk.ApiException;
import no.dataverket.sdk.ApiVersionException;
import no.dataverket.sdk.ConnectionException;
import no.dataverket.sdk.Request;

/// Goes from the settings to the server's parts, and says at each step whether it is well and what to do if
/// not.
final class Doctor implements BuiltIn {

    @Override
    public String line() {
        return "dv doctor";
    }

    @Override
    public String summary() {
        return "Check the settings, the endpoint, the token and the server's parts";
    }

    @Override
    public List<String> examples() {
        return List.of("dv doctor", "dv doctor --context lab", "dv health get -o json");
    }

    @Override
    public ExitCode run(Session session) {
        return new Examination(session).run();
    }

    private static final class Examination {

        private final Session session;
        private final PrintStream out;
        private final Style style;
        private boolean well = true;

        private Examination(Session session) {
            this.session = session;
            this.out = session.surroundings().out();
            this.style = session.style();
        }

        private ExitCode run() {
            var settings = session.settings();
            good("settings", "context " + settings.context() + ", endpoint " + settings.endpoint());
            try {
                server();
                token();
            } catch (ApiVersionException e) {
                bad("version", String.valueOf(e.getMessage()), ErrorText.ofOtherVersion(e));
            } catch (ConnectionException e) {
                bad(
                        "endpoint",
                        String.valueOf(e.getMessage()),
                        "start a server on this machine: dv up; or set the"
                                + " endpoint: dv context set --endpoint URL");
            }
            return well ? ExitCode.DONE : ExitCode.UNAVAILABLE;
        }

        private void server() {
            var began = System.nanoTime();
            Node health;
            try {
                health = Json.read(session.send(Request.of("GET", "/v1/health")).body());
            } catch (ApiException e) {
                bad("endpoint", ErrorText.headline(e.problem()), e.problem().hint());
                return;
            }
            var millis = (System.nanoTime() - began) / 1_000_000;
            good("endpoint", "answers in " + millis + " ms");
            good(
                    "server",
                    "version " + health.field("version").text() + ", "
                            + health.field("status").text());
            for (var part : health.field("parts").items()) {
                var name = part.field("name").text();
                var detail = part.field("detail").text();
                if (part.field("up").isTrue()) {
                    good(name, detail);
                } else {
                    var seen = part.field("last_seen").text();
                    var since = Times.isTime(seen) ? ", last seen " + Times.show(seen) : "";
                    bad(name, detail + since, "work that needs it waits and goes on by itself; see: dv service list");
                }
            }
        }

        private void token() {
            if (session.settings().token() == null) {
                bad("token", "there is none", Login.hint(session.settings()));
                return;
            }
            try {
                var who = session.get("/v1/whoami");
                var expires = who.field("token_expires_at").text();
                good(
                        "token",
                        "speaks for " + who.field("name").text()
                                + (Times.isTime(expires) ? ", ends " + Times.show(expires) : ""));
            } catch (ApiException e) {
                bad("token", ErrorText.headline(e.problem()), Login.hint(session.settings()));
            }
        }

        private void good(String what, String detail) {
            out.println(style.good("✓") + " " + Style.clean(what) + "  " + style.faint(Style.clean(detail)));
        }

        private void bad(String what, String detail, String hint) {
            well = false;
            out.println(style.bad("✗") + " " + Style.clean(what) + "  " + Style.clean(detail));
            out.println("    hint: " + Style.clean(hint));
        }
    }
}

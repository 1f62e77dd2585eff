package no.dataverket.cli.builtin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import no.dataverket.cli.json.Node;
import no.dataverket.cli.output.Style;
import no.dataverket.cli.output.Times;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.cli.session.ErrorText;
import no.dataverket.cli.session.Session;
import no.dataverket.sdk.ApiException;
import no.dataverket.sdk.ConnectionException;

/// Shows who, where, which tenant, until when, and on which server.
final class WhoAmI implements BuiltIn {

    @Override
    public String line() {
        return "dv whoami";
    }

    @Override
    public String summary() {
        return "Show who you are, where, and what you may see";
    }

    @Override
    public List<String> examples() {
        return List.of("dv whoami", "dv whoami -o json", "dv whoami -o jsonpath=.roles[*].role");
    }

    @Override
    public ExitCode run(Session session) {
        Node who;
        try {
            who = session.get("/v1/whoami");
        } catch (ApiException e) {
            throw ErrorText.of(e, "ask who you are");
        } catch (ConnectionException e) {
            throw ErrorText.of(
                    e, "ask who you are", session.settings().endpoint().toString());
        }
        if (session.format().isForPeople()) {
            session.surroundings().out().print(text(session, who));
        } else {
            session.printer().one("principal", who);
        }
        return ExitCode.DONE;
    }

    private static String text(Session session, Node who) {
        var settings = session.settings();
        var rows = new LinkedHashMap<String, String>();
        rows.put("who", who.field("name").text() + " (" + who.field("id").text() + ")");
        rows.put("roles", roles(who));
        rows.put("where", settings.endpoint() + ", context " + settings.context());
        for (var scope : List.of("tenant", "project", "environment", "datacenter")) {
            var setting = settings.find(scope);
            rows.put(scope, setting == null ? "" : setting.value() + " (from " + setting.source() + ")");
        }
        rows.put("tenants", who.at("tenants.name").text());
        rows.put("projects", who.at("projects.name").text());
        var expires = who.field("token_expires_at").text();
        rows.put("token", who.field("token").text() + (Times.isTime(expires) ? ", ends " + Times.show(expires) : ""));
        rows.put("server", who.field("server_version").text());
        var text = new StringBuilder();
        rows.forEach((label, value) -> {
            text.append(label).repeat(' ', 13 - label.length());
            text.append(value.isEmpty() ? "-" : Style.clean(value)).append('\n');
        });
        return text.toString();
    }

    private static String roles(Node who) {
        var roles = new ArrayList<String>();
        for (var binding : who.field("roles").items()) {
            var tenant = binding.field("tenant").text();
            var project = binding.field("project").text();
            var scope = tenant.isEmpty() ? "" : " on " + tenant + (project.isEmpty() ? "" : "/" + project);
            roles.add(binding.field("role").text() + scope);
        }
        return String.join(", ", roles);
    }
}

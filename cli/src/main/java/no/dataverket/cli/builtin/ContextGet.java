package no.dataverket.cli.builtin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import no.dataverket.cli.config.Settings;
import no.dataverket.cli.json.Node;
import no.dataverket.cli.output.Column;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.cli.session.Session;

/// Shows the settings in force, and where each comes from.
final class ContextGet implements BuiltIn {

    private static final List<Column> COLUMNS = Column.parse(List.of("SETTING=name", "VALUE=value", "FROM=source"));

    @Override
    public String line() {
        return "dv context get";
    }

    @Override
    public String summary() {
        return "Show the settings in force, and where each comes from";
    }

    @Override
    public List<String> examples() {
        return List.of("dv context get", "dv context get --context lab", "dv context get -o json");
    }

    @Override
    public ExitCode run(Session session) {
        var settings = session.settings();
        var items = new ArrayList<Object>();
        items.add(row("context", settings.context(), ""));
        for (var name : List.of("endpoint", "tenant", "project", "environment", "datacenter", "output", "timeout")) {
            var setting = settings.find(name);
            if (setting != null) {
                items.add(row(name, setting.value(), setting.source()));
            } else if (name.equals("endpoint")) {
                items.add(row(name, Settings.DEFAULT_ENDPOINT, "default"));
            }
        }
        items.add(row("token", settings.token() == null ? "" : "set", ""));
        var page = new LinkedHashMap<String, Object>();
        page.put("items", items);
        session.printer().list("setting", session.columns(COLUMNS), new Node(page));
        return ExitCode.DONE;
    }

    private static Object row(String name, String value, String source) {
        var row = new LinkedHashMap<String, Object>();
        row.put("name", name);
        row.put("value", value);
        row.put("source", source);
        return row;
    }
}

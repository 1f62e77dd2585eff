package no.dataverket.cli.builtin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import no.dataverket.cli.json.Node;
import no.dataverket.cli.output.Column;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.cli.session.Session;

/// Lists the contexts.
final class ContextList implements BuiltIn {

    private static final List<Column> COLUMNS = Column.parse(List.of(
            "CURRENT=current",
            "NAME=name",
            "ENDPOINT=endpoint",
            "TENANT=tenant",
            "PROJECT=project",
            "ENVIRONMENT=environment",
            "DATACENTER=datacenter"));

    @Override
    public String line() {
        return "dv context list";
    }

    @Override
    public String summary() {
        return "List the contexts";
    }

    @Override
    public List<String> examples() {
        return List.of("dv context list", "dv context list -o json", "dv context use lab");
    }

    @Override
    public ExitCode run(Session session) {
        var settings = session.settings();
        var items = new ArrayList<Object>();
        for (var name : settings.contexts()) {
            var item = new LinkedHashMap<String, Object>();
            item.put("current", name.equals(settings.context()) ? "*" : "");
            item.put("name", name);
            item.putAll(settings.contextTable(name));
            items.add(item);
        }
        var page = new LinkedHashMap<String, Object>();
        page.put("items", items);
        session.printer().list("context", session.columns(COLUMNS), new Node(page));
        return ExitCode.DONE;
    }
}

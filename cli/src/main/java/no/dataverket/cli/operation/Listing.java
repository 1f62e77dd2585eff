package no.dataverket.cli.operation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.dataverket.cli.json.Node;
import no.dataverket.cli.output.Column;
import no.dataverket.cli.output.Style;
import no.dataverket.cli.process.CommandFailure;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.cli.session.Session;

/// Lists resources: follows the pages, and never hides that something is missing.
final class Listing {

    private static final long USUAL_LIMIT = 1000;
    private static final long LARGEST_PAGE = 500;

    private final Session session;
    private final Command command;
    private final List<Object> items = new ArrayList<>();
    private final List<Object> unreachable = new ArrayList<>();

    Listing(Session session, Command command) {
        this.session = session;
        this.command = command;
    }

    ExitCode run() {
        var limit = number("--limit", USUAL_LIMIT);
        var next = session.flag("--page-token");
        var onePage = next != null;
        do {
            next = page(limit, next);
        } while (!next.isEmpty() && !onePage && (limit == 0 || items.size() < limit));
        var page = new LinkedHashMap<String, Object>();
        page.put("items", items);
        if (!next.isEmpty()) {
            page.put("next_page_token", next);
        }
        if (!unreachable.isEmpty()) {
            page.put("unreachable", unreachable);
        }
        show(new Node(page));
        if (!next.isEmpty() && !onePage) {
            session.tell("warning: the first " + items.size() + " are shown; there are more: --limit 0 shows all");
        }
        if (unreachable.isEmpty()) {
            return ExitCode.DONE;
        }
        var away = Style.clean(
                new Node(unreachable).text().replace("datacenters/", "").replace(",", ", "));
        session.tell("warning: " + away + " unreachable, " + items.size() + " of ? shown");
        return ExitCode.INCOMPLETE;
    }

    /// Reads a page, and gives the token of the next; empty after the last.
    private String page(long limit, @org.jspecify.annotations.Nullable String token) {
        var size = limit == 0 ? LARGEST_PAGE : Math.min(LARGEST_PAGE, limit - items.size());
        Map<String, String> paging = new LinkedHashMap<>();
        paging.put("page_size", Long.toString(number("--page-size", size)));
        if (token != null && !token.isEmpty()) {
            paging.put("page_token", token);
        }
        var page = session.get(new Target(session, command).of(command.operation(), paging));
        page.field("items").items().forEach(item -> items.add(item.value()));
        for (var away : page.field("unreachable").items()) {
            if (!unreachable.contains(away.value())) {
                unreachable.add(away.value());
            }
        }
        return page.field("next_page_token").text();
    }

    private void show(Node page) {
        var columns = session.columns(Column.parse(command.info().columns()));
        session.printer().list(command.info().noun(), columns, page);
    }

    private long number(String flag, long usual) {
        var written = session.flag(flag);
        try {
            return written == null ? usual : Math.max(0, Long.parseLong(written));
        } catch (NumberFormatException e) {
            throw CommandFailure.usage(flag + " cannot be " + written, "write a whole number");
        }
    }
}

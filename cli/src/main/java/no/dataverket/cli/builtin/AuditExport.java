package no.dataverket.cli.builtin;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.dataverket.cli.json.Json;
import no.dataverket.cli.json.Node;
import no.dataverket.cli.process.CommandFailure;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.cli.session.ErrorText;
import no.dataverket.cli.session.Session;
import no.dataverket.sdk.ApiException;
import no.dataverket.sdk.Call;
import no.dataverket.sdk.ConnectionException;
import picocli.CommandLine.Model.CommandSpec;

/// Writes the audit log as JSON lines: first how far each chain reaches, then the records with their hashes.
/// What it writes can be verified without the server.
final class AuditExport implements BuiltIn {

    private static final String ACTION = "export the audit log";

    @Override
    public String line() {
        return "dv audit export";
    }

    @Override
    public String summary() {
        return "Export the audit log with its hashes, as JSON lines";
    }

    @Override
    public List<String> examples() {
        return List.of(
                "dv audit export --file audit.jsonl",
                "dv audit export > audit.jsonl",
                "dv audit verify --file audit.jsonl");
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addOption(BuiltIn.valued("--file", "FILE", "Where to write; the standard output if left out."));
    }

    @Override
    public ExitCode run(Session session) {
        var file = session.flag("--file");
        if (file == null) {
            write(session, session.surroundings().out());
            return ExitCode.DONE;
        }
        var path = session.surroundings().path(file);
        try (var out = new PrintStream(Files.newOutputStream(path), false, StandardCharsets.UTF_8)) {
            var records = write(session, out);
            if (out.checkError()) {
                throw new IOException("the disk took not everything");
            }
            session.tell(records + " records are in " + file + "; check them: dv audit verify --file " + file);
            return ExitCode.DONE;
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.FAILURE, "cannot write " + file + ": " + e.getMessage(), List.of());
        }
    }

    private static long write(Session session, PrintStream out) {
        try {
            var lengths = new LinkedHashMap<Long, Long>();
            for (var page = page(session, "audit-chains", ""); ; page = page(session, "audit-chains", next(page))) {
                for (var chain : page.field("items").items()) {
                    lengths.put(
                            chain.field("number").number(),
                            chain.field("length").number());
                    out.println(Json.compact(Map.of("head", chain.value())));
                }
                if (next(page).isEmpty()) {
                    break;
                }
            }
            return records(session, out, lengths);
        } catch (ApiException e) {
            throw ErrorText.of(e, ACTION);
        } catch (ConnectionException e) {
            throw ErrorText.of(e, ACTION, session.settings().endpoint().toString());
        }
    }

    /// What was added after the heads were read is left for the next export.
    private static long records(Session session, PrintStream out, Map<Long, Long> lengths) {
        var written = 0L;
        var next = "";
        do {
            var page = page(session, "audit-records", next);
            for (var record : page.field("items").items()) {
                var length = lengths.getOrDefault(record.field("chain").number(), 0L);
                if (record.field("position").number() <= length) {
                    out.println(Json.compact(record.value()));
                    written++;
                }
            }
            next = next(page);
        } while (!next.isEmpty());
        return written;
    }

    private static Node page(Session session, String collection, String token) {
        return session.get("/v1/operator/" + collection + "?page_size=500"
                + (token.isEmpty() ? "" : "&page_token=" + Call.segment(token)));
    }

    private static String next(Node page) {
        return page.field("next_page_token").text();
    }
}

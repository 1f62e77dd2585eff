package no.dataverket.cli.builtin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import no.dataverket.cli.json.Json;
import no.dataverket.cli.json.Node;
import no.dataverket.cli.json.Redaction;
import no.dataverket.cli.process.CommandFailure;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.cli.session.ErrorText;
import no.dataverket.cli.session.Session;
import no.dataverket.sdk.ApiException;
import no.dataverket.sdk.Call;
import no.dataverket.sdk.ConnectionException;
import picocli.CommandLine.Model.CommandSpec;

/// Puts together what somebody needs to look into a task, without secrets, in one file to hand on.
final class SupportCollect implements BuiltIn {

    private static final Map<String, String> COLLECTIONS =
            Map.of("vm", "vms", "net", "networks", "hv", "operator/hypervisors", "img", "images", "prj", "projects");

    @Override
    public String line() {
        return "dv support collect";
    }

    @Override
    public String summary() {
        return "Put together what somebody needs to look into a task, without secrets";
    }

    @Override
    public List<String> examples() {
        return List.of(
                "dv support collect TASK", "dv support collect TASK --file case-17.zip", "dv task list --state FAILED");
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(BuiltIn.positional("0", "TASK", "Identifier of the task."));
        spec.addOption(BuiltIn.valued("--file", "FILE", "Where to write; support-TASK.zip here if left out."));
    }

    @Override
    public ExitCode run(Session session) {
        var id = session.positional(0);
        if (id == null) {
            throw CommandFailure.usage("dv support collect needs a task", "see: dv task list");
        }
        try {
            var task = session.get("/v1/tasks/" + Call.segment(id));
            var parts = parts(session, id, task);
            var given = session.flag("--file");
            var file = session.surroundings().path(given == null ? "support-" + id + ".zip" : given);
            write(file, parts);
            session.surroundings().out().println(file);
            session.tell(parts.size() + " parts, without secrets. Look into it before you hand it on.");
            return ExitCode.DONE;
        } catch (ApiException e) {
            throw ErrorText.of(e, "collect what belongs to task " + id);
        } catch (ConnectionException e) {
            throw ErrorText.of(
                    e,
                    "collect what belongs to task " + id,
                    session.settings().endpoint().toString());
        }
    }

    private static Map<String, String> parts(Session session, String id, Node task) {
        var target = task.field("target").text();
        var wanted = new LinkedHashMap<String, String>();
        wanted.put("diagnosis.json", "/v1/tasks/" + Call.segment(id) + ":diagnose");
        var collection = COLLECTIONS.get(target.contains("_") ? target.substring(0, target.indexOf('_')) : target);
        if (collection != null) {
            wanted.put("target.json", "/v1/" + collection + "/" + Call.segment(target));
        }
        wanted.put("tasks-of-target.json", "/v1/tasks?target=" + Call.segment(target));
        wanted.put("audit-of-target.json", "/v1/audit-entries?target=" + Call.segment(target));
        wanted.put("health.json", "/v1/health");
        wanted.put("findings.json", "/v1/operator/findings");
        wanted.put("services.json", "/v1/operator/services");
        var parts = new LinkedHashMap<String, String>();
        parts.put("task.json", Json.pretty(Redaction.of(task)));
        wanted.forEach((name, path) -> parts.put(name, part(session, path)));
        var runbook = task.field("runbook").text();
        if (!runbook.isEmpty() && session.surroundings().variable("DV_HOME") != null) {
            parts.put(runbook + ".md", Runbook.read(session, runbook));
        }
        return parts;
    }

    /// What can't be had is said in its place: a bundle with a hole must not look whole.
    private static String part(Session session, String path) {
        try {
            return Json.pretty(Redaction.of(session.get(path)));
        } catch (ApiException e) {
            return "{\"not_collected\": \"" + path + "\", \"status\": " + e.status() + ", \"code\": \"" + e.code()
                    + "\"}";
        }
    }

    private static void write(Path file, Map<String, String> parts) {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW))) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (FileAlreadyExistsException e) {
            throw CommandFailure.usage("there is a file " + file + " already", "name another: --file FILE");
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.FAILURE, "cannot write " + file + ": " + e.getMessage(), List.of());
        }
    }
}

package no.dataverket.cli.operation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import no.dataverket.cli.json.Json;
import no.dataverket.cli.session.Session;
import no.dataverket.sdk.ApiException;
import no.dataverket.sdk.Call;
import no.dataverket.sdk.Connection;
import no.dataverket.sdk.ConnectionException;
import no.dataverket.sdk.Request;
import no.dataverket.sdk.Retries;
import no.dataverket.sdk.operation.OperationInfo;
import no.dataverket.sdk.operation.Operations;

/// Names of resources for completion: from the server within 300 ms, and for 30 seconds from a file.
public final class ServerNames {

    private static final Duration BUDGET = Duration.ofMillis(300);
    private static final long FRESH_MILLIS = 30_000;

    private final Session session;

    public ServerNames(Session session) {
        this.session = session;
    }

    /// The names under a tool's noun, as in `dvce vm`; none where they can't be had in time.
    public List<String> of(String noun) {
        for (var operation : Operations.of(noun)) {
            if (operation.shape() == OperationInfo.Shape.PAGE) {
                return names(operation);
            }
        }
        return List.of();
    }

    private List<String> names(OperationInfo operation) {
        var query = new LinkedHashMap<String, String>();
        for (var parameter : operation.parameters()) {
            var setting = Flags.isScope(parameter.name()) ? session.settings().find(parameter.name()) : null;
            if (setting != null) {
                query.put(parameter.name(), setting.value());
            }
        }
        query.put("page_size", "200");
        var target = Call.target(operation.path(), query);
        var file = file(target);
        try {
            var age =
                    System.currentTimeMillis() - Files.getLastModifiedTime(file).toMillis();
            if (age >= 0 && age < FRESH_MILLIS) {
                return Files.readAllLines(file);
            }
        } catch (IOException e) {
            return fetch(target, file); // there is no file yet
        }
        return fetch(target, file);
    }

    private List<String> fetch(String target, Path file) {
        try (var connection = Connection.to(session.settings().endpoint())
                .token(session.settings().token())
                .connectTimeout(BUDGET)
                .retries(Retries.NONE)
                .userAgent("dv/" + Session.VERSION)
                .open()) {
            var reply = connection.send(Request.of("GET", target).withTimeout(BUDGET));
            var names = new ArrayList<String>();
            for (var item : Json.read(reply.body()).field("items").items()) {
                var name = item.field("name").textOr(item.field("id").text());
                if (!name.isEmpty() && name.chars().allMatch(c -> c > ' ' && c < 127)) {
                    names.add(name);
                }
            }
            keep(file, names);
            return names;
        } catch (ApiException | ConnectionException e) {
            return List.of();
        }
    }

    private static void keep(Path file, List<String> names) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, names);
        } catch (IOException e) {
            // The next completion asks the server again.
        }
    }

    private Path file(String target) {
        var surroundings = session.surroundings();
        var base = surroundings.variable("XDG_CACHE_HOME");
        var root = base == null ? surroundings.home().resolve(".cache") : Path.of(base);
        var key = session.settings().context() + " " + session.settings().endpoint() + " " + target;
        var hash = 0xcbf29ce484222325L;
        for (var each : key.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ each) * 0x100000001b3L;
        }
        return root.resolve("dv").resolve("names-" + Long.toHexString(hash));
    }
}

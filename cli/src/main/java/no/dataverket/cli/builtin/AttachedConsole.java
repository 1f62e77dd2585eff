package no.dataverket.cli.builtin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import no.dataverket.cli.json.Json;
import no.dataverket.cli.json.Node;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.cli.session.Session;
import no.dataverket.sdk.ApiException;
import no.dataverket.sdk.Call;
import no.dataverket.sdk.Request;

/// A person, or a script, at a machine's serial console: what is typed here is typed there, and what it shows is
/// shown here, byte by byte, until Ctrl-], the end of the input, or the end of the session.
final class AttachedConsole {

    /// Ctrl-].
    private static final byte LEAVE = 0x1d;

    private static final int WAIT_SECONDS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(WAIT_SECONDS + 15);
    private static final int PIECE = 1024;
    private static final long PAUSE_MILLIS = 50;

    /// After the end of the input, what was asked is answered until nothing comes for so long.
    private static final long LAST_WORDS_NANOS = Duration.ofSeconds(2).toNanos();

    private final Session session;
    private final String name;
    private final Map<String, String> scope;

    /// How it ended: empty where it was left, and else why.
    private final CompletableFuture<String> end = new CompletableFuture<>();

    private volatile long shownNanos = System.nanoTime();
    private long typed;

    AttachedConsole(Session session, String name, Map<String, String> scope) {
        this.session = session;
        this.name = name;
        this.scope = scope;
    }

    /// @throws ApiException if the server refuses
    ExitCode run(boolean takeOver) throws InterruptedException {
        var opened = post("open", Map.of("take_over", takeOver));
        var id = opened.field("id").text();
        boolean person = session.surroundings().inTerminal();
        session.tell("At the console of " + name + "; leave it with Ctrl-]. Enter may bring a prompt.");
        Runnable restore = person ? session.surroundings().raw().get() : () -> {};
        try {
            Thread.ofPlatform().daemon().name("console-output").start(() -> ending(() -> show(id)));
            Thread.ofPlatform().daemon().name("console-input").start(() -> ending(() -> type(id)));
            var why = end.get();
            restore.run();
            return left(id, why);
        } catch (ExecutionException failed) {
            restore.run();
            if (failed.getCause() instanceof RuntimeException why) {
                throw why;
            }
            throw new IllegalStateException(failed.getCause());
        } finally {
            restore.run();
        }
    }

    private ExitCode left(String id, String why) {
        if (why.isEmpty()) {
            try {
                post("close", Map.of("session", id));
            } catch (ApiException over) {
                // it ended by itself at the same time
                return ExitCode.DONE;
            }
            return ExitCode.DONE;
        }
        session.tell("");
        session.tell("The session at the console of " + name + " is over: " + why + ".");
        return ExitCode.FAILURE;
    }

    private interface Part {
        void run() throws IOException, InterruptedException;
    }

    private void ending(Part part) {
        try {
            part.run();
        } catch (IOException | InterruptedException | RuntimeException failed) {
            end.completeExceptionally(failed instanceof RuntimeException why ? why : new IllegalStateException(failed));
        }
    }

    private void show(String id) {
        var out = session.surroundings().out();
        long offset = 0;
        while (!end.isDone()) {
            Map<String, String> query = new LinkedHashMap<>(scope);
            query.put("session", id);
            query.put("offset", Long.toString(offset));
            query.put("wait_seconds", Integer.toString(WAIT_SECONDS));
            var shown = Json.read(
                    session.send(Request.of("GET", target("follow", query)).withTimeout(PATIENCE))
                            .body());
            var bytes = Base64.getDecoder().decode(shown.field("data").text());
            if (bytes.length > 0) {
                out.write(bytes, 0, bytes.length);
                out.flush();
                shownNanos = System.nanoTime();
            }
            offset = Long.parseLong(shown.field("next_offset").text());
            if (!shown.field("open").isTrue()) {
                end.complete(shown.field("ended").text());
            }
        }
    }

    private void type(String id) throws IOException, InterruptedException {
        var in = session.surroundings().in();
        var buffer = new byte[PIECE];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            int leave = 0;
            while (leave < count && buffer[leave] != LEAVE) {
                leave++;
            }
            send(id, Arrays.copyOf(buffer, leave));
            if (leave < count) {
                end.complete("");
                return;
            }
        }
        shownNanos = System.nanoTime();
        while (System.nanoTime() - shownNanos < LAST_WORDS_NANOS) {
            Thread.sleep(PAUSE_MILLIS);
        }
        end.complete("");
    }

    /// A guest that is slow to read takes it piece by piece.
    private void send(String id, byte[] bytes) throws InterruptedException {
        long goal = typed + bytes.length;
        while (typed < goal && !end.isDone()) {
            var rest = Arrays.copyOfRange(bytes, bytes.length - (int) (goal - typed), bytes.length);
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("session", id);
            body.put("offset", typed);
            body.put("data", Base64.getEncoder().encodeToString(rest));
            var answer = post("type", body);
            typed = Long.parseLong(answer.field("next_offset").text());
            if (typed < goal) {
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private Node post(String verb, Map<String, Object> body) {
        var request = Request.of("POST", target(verb, scope))
                .withBody("application/json", Json.compact(body).getBytes(StandardCharsets.UTF_8));
        var answer = session.send(request).body();
        return answer.length == 0 ? new Node(Map.of()) : Json.read(answer);
    }

    private String target(String verb, Map<String, String> query) {
        return Call.target("/v1/vms/" + Call.segment(name) + "/console:" + verb, query);
    }
}

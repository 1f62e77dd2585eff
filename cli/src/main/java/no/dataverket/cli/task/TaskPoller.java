package no.dataverket.cli.task;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import no.dataverket.cli.json.Json;
import no.dataverket.cli.json.Node;
import no.dataverket.sdk.ApiException;
import no.dataverket.sdk.Connection;
import no.dataverket.sdk.ConnectionException;
import no.dataverket.sdk.Request;
import no.dataverket.sdk.Versions;
import org.jspecify.annotations.Nullable;

/// Asks for a task again and again beside the drawing, until it is told to stop or the task has ended.
final class TaskPoller implements AutoCloseable {

    private static final Duration POLL = Duration.ofSeconds(25);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final Connection connection;
    private final String id;
    private final LinkedBlockingQueue<Update> updates = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean stopped;

    /// What was heard: the task, or that the server can't be reached now, or that asking is of no use.
    sealed interface Update {
        record Seen(Node task) implements Update {}

        record Lost(String reason) implements Update {}

        record Refused(ApiException refusal) implements Update {}
    }

    TaskPoller(Connection connection, String id) {
        this.connection = connection;
        this.id = id;
        this.thread = Thread.ofPlatform().daemon().name("task poller").start(this::poll);
    }

    /// The next thing heard, or nothing if there is none in time.
    @Nullable
    Update next(long millis) {
        try {
            return updates.poll(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    @Override
    public void close() {
        stopped = true;
        thread.interrupt();
    }

    private void poll() {
        var version = 0L;
        var known = false;
        while (!stopped) {
            try {
                var target = "/v1/tasks/" + id
                        + (known ? ":wait?timeout=" + POLL.toSeconds() + "s&changed_since=" + version : "");
                var reply = connection.send(Request.of("GET", target).withTimeout(POLL.plusSeconds(15)));
                var task = Json.read(reply.body());
                version = Versions.ofEtag(reply.etag());
                known = version > 0;
                updates.add(new Update.Seen(task));
                if (TaskState.isFinal(task)) {
                    return;
                }
                if (!known) {
                    Thread.sleep(AFTER_FAILURE);
                }
            } catch (ConnectionException e) {
                updates.add(new Update.Lost(String.valueOf(e.getMessage())));
                pause();
            } catch (ApiException e) {
                if (e.status() < 500) {
                    updates.add(new Update.Refused(e));
                    return;
                }
                updates.add(new Update.Lost(e.problem().title()));
                pause();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(AFTER_FAILURE);
        } catch (InterruptedException e) {
            stopped = true;
        }
    }
}

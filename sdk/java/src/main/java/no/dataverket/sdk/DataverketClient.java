package no.dataverket.sdk;

import java.net.URI;
import java.time.Duration;
import no.dataverket.sdk.model.Task;
import no.dataverket.sdk.model.TaskState;

/// The typed client: one method for each operation of the API, and waiting for tasks. Safe for many threads.
///
/// ```java
/// try (var client = DataverketClient.connect(URI.create("http://localhost:8080"), token)) {
///     var accepted = client.createVm(VmCreate.of("web-1", "shop", "prod", "lab1", "debian-12", networks)).send();
///     client.awaitSuccess(accepted.task().id(), Duration.ofMinutes(5));
/// }
/// ```
public final class DataverketClient extends OperationCalls implements AutoCloseable {

    private static final Duration POLL = Duration.ofSeconds(30);

    private final Connection connection;

    /// A client on a connection that was set up by the caller.
    public DataverketClient(Connection connection) {
        this.connection = connection;
    }

    /// A client that speaks for a token.
    public static DataverketClient connect(URI endpoint, String token) {
        return new DataverketClient(Connection.to(endpoint).token(token).open());
    }

    /// The connection below, for requests that have no method here.
    public Connection connection() {
        return connection;
    }

    /// Waits until the task is in a final state, and gives it in whichever it is.
    ///
    /// @throws TaskTimeoutException if it has not ended in time; the task goes on
    public Task awaitTask(String task, Duration within) {
        var deadline = System.nanoTime() + within.toNanos();
        var answer = getTask(task).answer();
        while (!isFinal(answer.body())) {
            var left = Duration.ofNanos(deadline - System.nanoTime());
            if (!left.isPositive()) {
                throw new TaskTimeoutException(answer.body());
            }
            var poll = left.compareTo(POLL) < 0 ? left : POLL;
            var wait = waitTask(task).answerWithin(poll.plusSeconds(15)).timeout(Math.max(1, poll.toSeconds()) + "s");
            var seen = Versions.ofEtag(answer.etag());
            answer = (seen > 0 ? wait.changedSince(seen) : wait).answer();
        }
        return answer.body();
    }

    /// Waits until the task has succeeded.
    ///
    /// @throws TaskFailedException if it failed or was cancelled
    /// @throws TaskTimeoutException if it has not ended in time; the task goes on
    public Task awaitSuccess(String task, Duration within) {
        var ended = awaitTask(task, within);
        if (!ended.state().equals(TaskState.SUCCEEDED)) {
            throw new TaskFailedException(ended);
        }
        return ended;
    }

    /// Closes the idle connections.
    @Override
    public void close() {
        connection.close();
    }

    @Override
    Connection link() {
        return connection;
    }

    private static boolean isFinal(Task task) {
        return switch (task.state()) {
            case TaskState.SUCCEEDED, TaskState.FAILED, TaskState.CANCELLED -> true;
            default -> false;
        };
    }
}

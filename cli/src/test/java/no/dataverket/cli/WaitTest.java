package no.dataverket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WaitTest {

    private static final String CREATE =
            "dvce vm create web-1 --project shop --env prod --datacenter lab1 --image debian-12 --network app-net ";
    private static final String RUNNING = Samples.task("RUNNING", "RUNNING", "");
    private static final String SUCCEEDED = Samples.task("SUCCEEDED", "SUCCEEDED", "");
    private static final String FAILED =
            Samples.task("FAILED", "FAILED", ",\"error\":" + Samples.problem(507, "NO_CAPACITY"));

    @TempDir
    private Path home;

    private final FakeServer server = new FakeServer()
            .on("POST /v1/vms", 202, Samples.accepted(RUNNING), Map.of())
            .on("GET /v1/vms/vm_1", Samples.VM)
            .on("GET /v1/tasks/task_1", RUNNING);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aLogGetsALineForEachChangeAndTheResultAtTheEnd() {
        server.on("GET /v1/tasks/task_1:wait", SUCCEEDED);
        var result = new Run(home).against(server).run(CREATE + "--wait");
        assertThat(result.exit()).isZero();
        assertThat(result.err()).isEqualTo("""
                Task task_1 · create vm web-1
                  ✓ quota checked  0.1s
                  … start vm
                  ✓ start vm
                """);
        assertThat(result.out())
                .isEqualTo("Vm web-1 is RUNNING at 10.20.4.17          vm_1        6.8s\n".replace("Vm", "VM"));
        assertThat(server.lines()).contains("GET /v1/tasks/task_1:wait?timeout=25s&changed_since=3");
    }

    @Test
    void aTerminalIsDrawnAgainInPlace() {
        server.on("GET /v1/tasks/task_1:wait", SUCCEEDED);
        var result = new Run(home).against(server).onTerminal("ioe").run(CREATE);
        assertThat(result.exit()).isZero();
        assertThat(result.err()).contains("\u001b[3F").contains("✓").endsWith("\u001b[?7h");
        assertThat(result.out()).contains("web-1 is").contains("RUNNING");
    }

    @Test
    void nobodyWaitsWithoutATerminal() {
        var result = new Run(home).against(server).run(CREATE);
        assertThat(result.exit()).isZero();
        assertThat(result.out()).isEqualTo("task_1\n");
        assertThat(result.err()).isEqualTo("Follow: dv task wait task_1\n");
        assertThat(new Run(home)
                        .against(server)
                        .onTerminal("ioe")
                        .run(CREATE + "--no-wait -q")
                        .out())
                .isEqualTo("task_1\n");
        assertThat(new Run(home)
                        .against(server)
                        .run(CREATE + "-o jsonpath=.task.id")
                        .out())
                .isEqualTo("task_1\n");
    }

    @Test
    void aScriptThatWaitsGetsTheResource() {
        server.on("GET /v1/tasks/task_1:wait", SUCCEEDED);
        var run = new Run(home).against(server);
        assertThat(run.run(CREATE + "--wait -q").out()).isEqualTo("vm_1\n");
        assertThat(run.run(CREATE + "--wait -o jsonpath=.status.phase").out()).isEqualTo("RUNNING\n");
    }

    @Test
    void aTaskThatFailsEndsWith8AndSaysWhy() {
        server.on("GET /v1/tasks/task_1:wait", FAILED);
        var result = new Run(home).against(server).run(CREATE + "--wait");
        assertThat(result.exit()).isEqualTo(8);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).endsWith("""
                error: cannot create vm web-1: That does not go (NO_CAPACITY)
                  because of that
                  hint: do something else
                  request req_1 · task task_1 · runbook rb-1
                """);
    }

    @Test
    void aTaskThatWasCancelledEndsWith8() {
        server.on("GET /v1/tasks/task_1:wait", Samples.task("CANCELLED", "UNDONE", ""));
        var result = new Run(home).against(server).run(CREATE + "--wait");
        assertThat(result.exit()).isEqualTo(8);
        assertThat(result.err()).contains("the task was cancelled");
    }

    @Test
    void aTaskThatIsBlockedIsLeftAfterAWhileWith9() {
        server.on("GET /v1/tasks/task_1:wait", Samples.blockedTask());
        var result = new Run(home).against(server).run(CREATE + "--wait -o jsonpath=.task.state");
        assertThat(result.exit()).isEqualTo(9);
        assertThat(result.out()).isEqualTo("BLOCKED_DEPENDENCY\n");
        assertThat(result.err()).endsWith("""
                Task task_1 is BLOCKED_DEPENDENCY: segment new-net is not realised (Nett unavailable since 09:12Z)
                  The request is kept. It continues by itself when Nett returns.
                  Follow: dv task wait task_1      Runbook: dv runbook show rb-net-003
                """);
    }

    @Test
    void aTaskOfWhichTheRestFollowsLaterIsLeftAfterAWhileWith9() {
        var converging = Samples.blockedTask()
                .replace("\"BLOCKED_DEPENDENCY\"", "\"RUNNING\"")
                .replace("\"BLOCKED\"", "\"RECONCILING\"")
                .replace("\"cancellable\":true", "\"cancellable\":false,\"reconciling\":true");
        server.on("GET /v1/tasks/task_1:wait", converging);
        var result = new Run(home).against(server).run(CREATE + "--wait");
        assertThat(result.exit()).isEqualTo(9);
        assertThat(result.err())
                .contains("start vm  follows later")
                .contains("Task task_1 is RUNNING, reconciling: segment new-net is not realised")
                .contains("It continues by itself when Nett returns.");
    }

    @Test
    void aWaitThatTakesTooLongEndsWith10() {
        server.on("GET /v1/tasks/task_1:wait", RUNNING);
        var result = new Run(home).against(server).run(CREATE + "--wait --timeout 0s");
        assertThat(result.exit()).isEqualTo(10);
        assertThat(result.err()).contains("Task task_1 is still RUNNING", "Follow: dv task wait task_1");
    }

    @Test
    void followingATaskGoesOnWhileItIsBlocked() {
        server.on("GET /v1/tasks/task_1:wait", Samples.blockedTask()).on("GET /v1/tasks/task_1:wait", SUCCEEDED);
        var result = new Run(home).against(server).run("dv task wait task_1");
        assertThat(result.exit()).isZero();
        assertThat(result.out()).isEqualTo("Task task_1 is SUCCEEDED        6.8s\n");
        assertThat(result.err()).contains("‖ start vm  waits");
    }

    @Test
    void aFollowerWithALimitLeavesABlockedTaskWith9() {
        server.on("GET /v1/tasks/task_1:wait", Samples.blockedTask());
        assertThat(new Run(home)
                        .against(server)
                        .run("dv task wait task_1 --timeout 1s")
                        .exit())
                .isEqualTo(9);
    }

    @Test
    void aServerThatGoesAwayForAMomentIsAskedAgain() {
        server.problem("GET /v1/tasks/task_1:wait", 503, "DEPENDENCY_UNAVAILABLE")
                .on("GET /v1/tasks/task_1:wait", SUCCEEDED);
        var result = new Run(home).against(server).run("dv task wait task_1");
        assertThat(result.exit()).isZero();
        assertThat(result.err()).contains("warning: That does not go; the task goes on, asking again");
    }

    @Test
    void anInterruptDetachesWith130AndSaysHowToResume() throws IOException, InterruptedException {
        server.on("GET /v1/tasks/task_1:wait", RUNNING);
        // A test that runs in the background of a shell is born with interrupts ignored, and so would its child be.
        var command = List.of(
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "no.dataverket.cli.Main",
                "dv",
                "task",
                "wait",
                "task_1");
        var builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment()
                .putAll(Map.of("DV_ENDPOINT", server.endpoint(), "DV_TOKEN", "t", "HOME", home.toString()));
        var process = builder.start();
        var err = process.errorReader(StandardCharsets.UTF_8);
        assertThat(Objects.requireNonNull(err.readLine())).contains("Task task_1");
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(err.lines().toList())
                .contains(
                        "Detached. The task goes on; it was not cancelled.",
                        "  Resume: dv task wait task_1      Cancel: dv task cancel task_1");
    }
}

package no.dataverket.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.api.TaskPriority;
import no.dataverket.contract.command.Command;
import no.dataverket.contract.command.Done;
import no.dataverket.contract.command.Message;
import no.dataverket.core.bus.Bus;
import no.dataverket.core.bus.Outbox;
import no.dataverket.core.db.Database;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.health.Dependencies;
import no.dataverket.core.health.Heart;
import no.dataverket.core.json.Json;
import no.dataverket.core.service.Closing;
import no.dataverket.core.telemetry.Telemetry;
import no.dataverket.core.work.DeadLetters;
import no.dataverket.core.work.Work;
import no.dataverket.core.work.Worker;
import no.dataverket.sentral.tasks.Engine;
import no.dataverket.sentral.tasks.Saga;
import no.dataverket.sentral.tasks.SagaProgress;
import no.dataverket.sentral.tasks.TaskStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The engine and one service in a process of their own: tasks of four steps, each of which does nothing. What
/// is left is what carrying tasks costs. Takes its orders from standard input.
final class PipelineProcess {

    /// Steps of a task.
    static final int STEPS = 4;

    static final String SERVICE = "bench";

    private static final Logger LOG = LoggerFactory.getLogger(PipelineProcess.class);
    private static final String KIND = "bench.nothing";
    private static final int AT_ONCE = 4;
    private static final int IN_A_TRANSACTION = 50;

    /// The first line of standard input; each line after it is a number of tasks to begin.
    ///
    /// @param open whether steps end at once; if not, they never end
    record Setup(String databaseUrl, String tasksPassword, String servicePassword, String busUrl, boolean open) {}

    /// A step's command.
    @Message(service = SERVICE, name = "nothing")
    record Nothing() implements Command {}

    private static final class NothingElse implements Saga.Hooks {
        @Override
        public void succeeded(Transaction transaction, SagaProgress progress) {}

        @Override
        public void ended(Transaction transaction, SagaProgress progress, boolean cancelled, boolean undone) {}
    }

    private final CountDownLatch gate = new CountDownLatch(1);
    private final Closing closing = new Closing();
    private final Database database;
    private final Engine engine;

    private PipelineProcess(Setup setup) {
        if (setup.open()) {
            gate.countDown();
        }
        database = closing.add(Database.connect(
                        new Database.Settings(setup.databaseUrl(), "sentral", setup.tasksPassword(), 16)))
                .migrate("tasks", Database.MESSAGING, "no/dataverket/sentral/tasks");
        var bus = closing.add(Bus.connect(new Bus.Settings(setup.busUrl(), "sentral", SERVICE, null)));
        var outbox = closing.add(new Outbox(database, bus, "tasks"));
        var clock = InstantSource.system();
        var deadLetters = closing.add(new DeadLetters("sentral", "tasks", database, bus, outbox).start());
        engine = closing.add(new Engine(database, bus, outbox, deadLetters, new Dependencies(bus, clock), clock));
        engine.register(saga()).start();
        serve(setup);
    }

    public static void main(String... arguments) throws IOException {
        var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var process = new PipelineProcess(Json.read(orders.readLine(), Setup.class));
        System.out.println("ready");
        try {
            for (var order = orders.readLine(); order != null; order = orders.readLine()) {
                process.begin(Integer.parseInt(order));
                System.out.println("begun");
            }
            process.closing.close();
        } catch (RuntimeException failure) {
            // Other threads would keep the process, and whoever waits for its answer would wait for ever.
            LOG.atError().setCause(failure).log("the measured process gives up");
            Runtime.getRuntime().halt(1);
        }
    }

    private void serve(Setup setup) {
        var own = closing.add(Database.connect(
                        new Database.Settings(setup.databaseUrl(), SERVICE, setup.servicePassword(), 16)))
                .migrate(SERVICE, Database.MESSAGING);
        var bus = closing.add(Bus.connect(new Bus.Settings(setup.busUrl(), SERVICE, SERVICE, null)));
        var outbox = closing.add(new Outbox(own, bus, SERVICE));
        closing.add(new Worker(SERVICE, SERVICE, own, bus, outbox, Telemetry.withoutExport())
                .on(Nothing.class, this::doNothing)
                .start());
        closing.add(new Heart(bus, SERVICE, SERVICE, "bench", () -> true));
    }

    private Done doNothing(Work<Nothing> work) {
        try {
            while (!gate.await(1, TimeUnit.SECONDS)) {
                work.progress().accept("still does nothing");
            }
            return new Done("did nothing");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private static Saga saga() {
        var saga = Saga.of(KIND, 1);
        for (int i = 1; i <= STEPS; i++) {
            saga.step("step-" + i, "did nothing", SERVICE, unused -> new Nothing());
        }
        return saga.build(new NothingElse());
    }

    private void begin(int tasks) {
        Crowd.share(AT_ONCE, (tasks + IN_A_TRANSACTION - 1) / IN_A_TRANSACTION, part -> {
            int end = Math.min(tasks, (part + 1) * IN_A_TRANSACTION);
            database.run(transaction -> {
                for (int i = part * IN_A_TRANSACTION; i < end; i++) {
                    engine.begin(transaction, start(i));
                }
            });
        });
    }

    private static TaskStart start(int number) {
        return new TaskStart(
                KIND,
                null,
                null,
                null,
                SERVICE,
                Id.next(IdKind.VM),
                "task-" + number,
                1,
                "bench",
                "request-" + number,
                "0af7651916cd43dd8448eb211c80319c",
                null,
                Json.object(),
                TaskPriority.INTERACTIVE,
                null,
                false);
    }
}

package no.dataverket.server;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.logging.LogManager;
import no.dataverket.core.service.Closing;
import no.dataverket.core.service.Platform;
import no.dataverket.core.telemetry.SpanFile;
import no.dataverket.core.telemetry.Telemetry;
import no.dataverket.sentral.Sentral;
import no.dataverket.server.evaluation.RuntimeEvaluation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/// Starts a server process and keeps it until it is told to end. Once it is ready, `endpoint` in the state
/// directory says where the API is, if Sentral is among its services, and then `server.pid` says which process it is.
public final class Main {

    private static final Logger LOG = LoggerFactory.getLogger(Main.class);
    private static final Set<String> RUNTIME_VERBS = Set.of("evaluate", "scorecard");

    private Main() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        if (arguments.length == 3 && arguments[0].equals("prepare") && arguments[1].equals("--credentials")) {
            var directory = Path.of(arguments[2]).toAbsolutePath();
            new Preparation(directory).write(Composition.all());
            System.out.println("Passwords, roles.sql and bus-users.conf are in " + directory);
            return;
        }
        if (arguments.length > 0 && RUNTIME_VERBS.contains(arguments[0])) {
            // What drivers log of the failures that checks provoke is no news.
            LogManager.getLogManager().reset();
            System.exit(new RuntimeEvaluation(version(), System.out, System.err).run(List.of(arguments)));
            return;
        }
        Settings settings;
        try {
            settings = Settings.read(arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println("server: " + wrong.getMessage());
            System.exit(2);
            return;
        }
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        Files.createDirectories(settings.state());
        var lock = lock(settings);
        if (lock.isEmpty()) {
            System.err.println("server: another server runs on " + settings.state());
            System.exit(1);
        }
        var ended = new CountDownLatch(1);
        var closing = new Closing();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            LOG.info("stopping");
            closing.close();
            ended.countDown();
        }));
        try {
            run(settings, closing);
        } catch (RuntimeException | Error failure) {
            // An error too: threads that were started already would keep half a server alive.
            LOG.atError().setCause(failure).log("the server can't start");
            System.err.println("server: " + failure);
            System.exit(1);
        }
        ended.await();
    }

    private static void run(Settings settings, Closing closing) throws IOException {
        long began = System.nanoTime();
        var version = version();
        var telemetry = closing.add(new Telemetry(version, spans(settings)));
        var composition = new Composition(settings, closing);
        var services = closing.add(composition.host(platform(settings, version, telemetry, closing)));
        services.start(settings.without());
        var api = services.running(Sentral.NAME, Sentral.Running.class).map(Sentral.Running::port);
        announce(settings, api);
        LOG.atInfo()
                .addKeyValue("port", api.map(String::valueOf).orElse("none"))
                .addKeyValue("seconds", (System.nanoTime() - began) / 1_000_000_000)
                .log("ready");
    }

    private static String version() {
        return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    private static Platform platform(Settings settings, String version, Telemetry telemetry, Closing closing) {
        var servers = settings.servers();
        return servers == null
                ? closing.add(new LocalPlatform(settings, version, telemetry))
                : new SitePlatform(servers, settings.datacenter(), version, telemetry);
    }

    private static SpanProcessor spans(Settings settings) {
        var processors = new ArrayList<SpanProcessor>();
        processors.add(BatchSpanProcessor.builder(new SpanFile(settings.state().resolve("spans.jsonl")))
                .build());
        var collector = System.getenv("OTEL_EXPORTER_OTLP_ENDPOINT");
        if (collector != null) {
            var exporter = OtlpHttpSpanExporter.builder()
                    .setEndpoint(collector + "/v1/traces")
                    .build();
            processors.add(BatchSpanProcessor.builder(exporter).build());
        }
        return SpanProcessor.composite(processors);
    }

    private static void announce(Settings settings, Optional<Integer> port) throws IOException {
        var state = settings.state();
        if (port.isPresent()) {
            replace(state.resolve("endpoint"), "http://" + settings.host() + ":" + port.get());
        }
        replace(
                state.resolve("server.pid"),
                Long.toString(ProcessHandle.current().pid()));
    }

    private static void replace(Path file, String line) throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, line + "\n");
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// One server for one state directory; the lock goes with the process, however it ends.
    private static Optional<FileLock> lock(Settings settings) throws IOException {
        var channel =
                FileChannel.open(settings.state().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return Optional.ofNullable(channel.tryLock());
    }
}

package no.dataverket.server;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import no.dataverket.core.http.ApiServer;
import no.dataverket.core.service.Closing;
import no.dataverket.core.telemetry.SpanFile;
import no.dataverket.core.telemetry.Telemetry;
import no.dataverket.identitet.Identitet;
import no.dataverket.maskin.Maskin;
import no.dataverket.nett.Nett;
import no.dataverket.sentral.Sentral;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/// Starts a server process and keeps it until it is told to end. `endpoint` in the state directory says where
/// the API is, once it is ready; `server.pid` says who serves it.
public final class Main {

    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    private Main() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
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
        var version = Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("development");
        var telemetry = closing.add(new Telemetry(version, spans(settings)));
        var platform = closing.add(new LocalPlatform(settings, version, telemetry));
        var drivers = new Drivers(settings);
        var networks = closing.add(drivers.networks(platform));
        var sentral = new Sentral(new ApiServer.Settings(settings.host(), settings.port()));
        var services = closing.add(new ServiceHost(
                platform,
                List.of(
                        new Identitet(settings.state().resolve("operator-token")),
                        new Maskin(drivers.runtimes(), settings.state().resolve("images")),
                        new Nett(networks, drivers.networkSettings()),
                        sentral)));
        services.start(settings.without());
        int port = services.running(Sentral.NAME, Sentral.Running.class).port();
        announce(settings, "http://" + settings.host() + ":" + port);
        LOG.atInfo()
                .addKeyValue("port", port)
                .addKeyValue("seconds", (System.nanoTime() - began) / 1_000_000_000)
                .log("ready");
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

    private static void announce(Settings settings, String endpoint) throws IOException {
        var state = settings.state();
        Files.writeString(state.resolve("server.pid"), ProcessHandle.current().pid() + "\n");
        var fresh = state.resolve("endpoint.new");
        Files.writeString(fresh, endpoint + "\n");
        Files.move(
                fresh, state.resolve("endpoint"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// One server for one state directory; the lock goes with the process, however it ends.
    private static Optional<FileLock> lock(Settings settings) throws IOException {
        var channel =
                FileChannel.open(settings.state().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return Optional.ofNullable(channel.tryLock());
    }
}

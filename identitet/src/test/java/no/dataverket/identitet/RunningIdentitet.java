package no.dataverket.identitet;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.PrincipalKind;
import no.dataverket.contract.api.Role;
import no.dataverket.contract.api.RoleBinding;
import no.dataverket.contract.api.Token;
import no.dataverket.contract.command.Done;
import no.dataverket.contract.command.IdentitetMessages.Authenticate;
import no.dataverket.contract.command.IdentitetMessages.IssueToken;
import no.dataverket.contract.command.IdentitetMessages.ListTokens;
import no.dataverket.contract.command.IdentitetMessages.Principal;
import no.dataverket.contract.command.IdentitetMessages.RevokeToken;
import no.dataverket.contract.command.IdentitetMessages.Tokens;
import no.dataverket.contract.command.Query;
import no.dataverket.core.bus.Bus;
import no.dataverket.core.bus.Origin;
import no.dataverket.core.db.Database;
import no.dataverket.core.service.Platform;
import no.dataverket.core.telemetry.Telemetry;
import no.dataverket.core.testing.RealServers;
import no.dataverket.core.testing.TestPlatform;
import org.jspecify.annotations.Nullable;

/// Identitet on servers and a clock of its own, spoken to over the bus as Sentral does. Each [#begin] is a
/// first start.
final class RunningIdentitet implements AutoCloseable {

    static final Origin SOMEBODY = Origin.ofService("test", "0123456789abcdef0123456789abcdef");
    static final RoleBinding OPERATOR = new RoleBinding(Role.PLATFORM_OPERATOR, null, null);

    private final TestPlatform servers = new TestPlatform();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T12:00:00Z"));
    private final Platform platform = new TimeTravel(servers, now::get);
    private final Bus bus = servers.bus("test");
    private final Database database = servers.database("identitet", List.of("identitet"));
    private final Path directory = RealServers.directory("identitet");
    private Path file = directory;
    private AutoCloseable running = () -> {};

    private record TimeTravel(Platform real, InstantSource clock) implements Platform {
        @Override
        public String datacenter() {
            return real.datacenter();
        }

        @Override
        public String version() {
            return real.version();
        }

        @Override
        public Telemetry telemetry() {
            return real.telemetry();
        }

        @Override
        public Database database(String role, List<String> schemas) {
            return real.database(role, schemas);
        }

        @Override
        public Bus bus(String service) {
            return real.bus(service);
        }
    }

    void begin() throws Exception {
        running.close();
        database.run(transaction -> transaction.update("DROP SCHEMA identitet CASCADE"));
        servers.database("identitet", List.of("identitet")).close();
        file = directory.resolve(Id.next(IdKind.EVENT) + "/operator-token");
        running = another();
    }

    void stop() throws Exception {
        running.close();
        running = () -> {};
    }

    void restart() throws Exception {
        stop();
        running = another();
    }

    /// One more process of the same service.
    AutoCloseable another() {
        return new Identitet(file).start(platform);
    }

    @Override
    public void close() throws Exception {
        running.close();
        bus.close();
        database.close();
        servers.close();
    }

    Bus bus() {
        return bus;
    }

    Bus freshBus() {
        return servers.bus("listener");
    }

    Database database() {
        return database;
    }

    Path bootstrapFile() {
        return file;
    }

    Instant now() {
        return now.get();
    }

    void later(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    TokenSecret bootstrapSecret() throws IOException {
        return new TokenSecret(Files.readString(file).strip());
    }

    Principal authenticate(TokenSecret secret) {
        return ask(new Authenticate(secret.hash()), Principal.class);
    }

    static IssueToken order(String name, RoleBinding role, TokenSecret secret, @Nullable Instant expiresAt) {
        return new IssueToken(
                Id.next(IdKind.TOKEN), name, role, secret.hash(), expiresAt, "test", PrincipalKind.MACHINE, null);
    }

    Token issue(String name, RoleBinding role, TokenSecret secret, @Nullable Instant expiresAt) {
        return ask(order(name, role, secret, expiresAt), Token.class);
    }

    Token issue(String name, RoleBinding role) {
        return issue(name, role, TokenSecret.random(), null);
    }

    List<Token> list(@Nullable Id tenant) {
        return ask(new ListTokens(tenant), Tokens.class).tokens();
    }

    Done revoke(Id token) {
        return ask(new RevokeToken(token), Done.class);
    }

    <A> A ask(Query<A> query, Class<A> answer) {
        return bus.ask(query, answer, SOMEBODY, Duration.ofSeconds(10));
    }

    <A> Failure failure(Query<A> query, Class<A> answer) {
        return catchThrowableOfType(Failure.class, () -> ask(query, answer));
    }

    <A> ProblemCode refusal(Query<A> query, Class<A> answer) {
        return failure(query, answer).code();
    }

    interface Work<T> {
        T run() throws Exception;
    }

    /// Runs the same work many times at once, and waits for all of it.
    static <T> List<Future<T>> atOnce(int times, Work<T> work) {
        var gate = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<Future<T>>();
            for (int i = 0; i < times; i++) {
                futures.add(threads.submit(() -> {
                    gate.await();
                    return work.run();
                }));
            }
            gate.countDown();
            return futures;
        }
    }
}

package no.dataverket.core.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import no.dataverket.core.db.Database;
import org.jspecify.annotations.Nullable;

/// PostgreSQL as a child process, on the loopback interface: the binaries come with the build, the data
/// outlives the process. Every service has a role of its own with a password of its own, which owns its
/// schemas and sees no others.
public final class LocalPostgres implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final String DATABASE = "dataverket";
    private static final String SUPERUSER = "postgres";

    private final Path directory;
    private final int port;
    private final ChildProcess process;

    private LocalPostgres(Path directory, int port, ChildProcess process) {
        this.directory = directory;
        this.port = port;
        this.process = process;
    }

    /// Starts the database, making it first where the directory is empty, or takes the place of a process
    /// that an earlier run left behind.
    ///
    /// @param binaries where the programs are unpacked; may be shared by many databases
    /// @param port 0 for a free one
    /// @throws LocalFailure if it does not start
    public static LocalPostgres start(Path binaries, Path directory, int port, List<String> settings) {
        var programs = unpack(binaries);
        var data = directory.resolve("data");
        int chosen = port == 0 ? Ports.free() : port;
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise(programs, directory, data);
        }
        var command = new ArrayList<>(unprivileged());
        command.addAll(List.of(
                programs.resolve("bin/postgres").toString(), "-D", data.toString(), "-p", Integer.toString(chosen)));
        for (var setting : settings) {
            command.addAll(List.of("-c", setting));
        }
        var process = new ChildProcess(
                "postgres",
                command,
                directory.resolve("postgres.log"),
                "INT",
                () -> ChildProcess.endStale(data.resolve("postmaster.pid"), "postgres", "INT"));
        var postgres = new LocalPostgres(directory, chosen, process);
        try {
            postgres.awaitReady();
        } catch (LocalFailure failure) {
            process.close();
            throw failure;
        }
        return postgres;
    }

    /// Process id of the postmaster, for tests that kill it.
    public long pid() {
        return process.pid();
    }

    /// Makes a role and its schemas where they are missing, and says how to connect as it.
    public Database.Settings role(String role, List<String> schemas, int connections) {
        var password = secret("role-" + role);
        try (var connection = connect(DATABASE);
                var statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(4711)");
            var found = statement.executeQuery("SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'");
            boolean exists = found.next();
            found.close();
            statement.execute((exists ? "ALTER" : "CREATE") + " ROLE " + role + " LOGIN PASSWORD '" + password + "'");
            for (var schema : schemas) {
                statement.execute("CREATE SCHEMA IF NOT EXISTS " + schema + " AUTHORIZATION " + role);
            }
        } catch (SQLException failure) {
            throw new LocalFailure("The role " + role + " can't be made", failure);
        }
        return new Database.Settings(url(DATABASE), role, password, connections);
    }

    @Override
    public void close() {
        process.close();
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), SUPERUSER, secret("superuser"));
    }

    private void awaitReady() {
        // A postmaster whose predecessor was killed may first have to wait for its children; the watch starts it again.
        Ports.awaitOpen(port, START_LIMIT, () -> true, "postgres");
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (true) {
            try (var connection = connect(SUPERUSER)) {
                prepare(connection);
                return;
            } catch (SQLException notYet) {
                if (System.nanoTime() > end) {
                    throw new LocalFailure("postgres does not let us in: " + notYet.getMessage(), notYet);
                }
                pause();
            }
        }
    }

    private void prepare(Connection postgres) throws SQLException {
        try (var statement = postgres.createStatement();
                var found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
            if (found.next()) {
                return;
            }
        }
        try (var statement = postgres.createStatement()) {
            statement.execute("CREATE DATABASE " + DATABASE);
        }
        try (var connection = connect(DATABASE);
                var statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION IF NOT EXISTS btree_gist");
            statement.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
        }
    }

    private String secret(String name) {
        return secret(directory, name);
    }

    private static String secret(Path directory, String name) {
        var file = directory.resolve("secrets").resolve(name);
        try {
            if (Files.exists(file)) {
                return Files.readString(file);
            }
            var bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
            Files.createDirectories(file.getParent(), owner);
            var text = HexFormat.of().formatHex(bytes);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, text);
            return text;
        } catch (IOException failure) {
            throw new LocalFailure("The secret " + name + " can't be kept in " + directory, failure);
        }
    }

    private static void initialise(Path programs, Path directory, Path data) {
        var password = secret(directory, "superuser");
        var passwordFile = directory.resolve("secrets/superuser");
        if (password.isEmpty()) {
            throw new LocalFailure("The superuser's password in " + passwordFile + " is empty");
        }
        var command = new ArrayList<>(unprivileged());
        command.addAll(List.of(
                programs.resolve("bin/initdb").toString(),
                "-D",
                data.toString(),
                "-U",
                SUPERUSER,
                "--auth=scram-sha-256",
                "--pwfile=" + passwordFile,
                "--encoding=UTF8",
                "--locale=C",
                "--data-checksums"));
        run(command, directory.resolve("initdb.log"), "The database can't be made");
    }

    /// PostgreSQL refuses to run as root. In a user namespace without a mapping it is nobody, and still owns
    /// its files.
    private static List<String> unprivileged() {
        return "root".equals(System.getProperty("user.name")) ? List.of("unshare", "--user", "--") : List.of();
    }

    private static Path unpack(Path binaries) {
        var done = binaries.resolve("unpacked");
        try {
            Files.createDirectories(binaries);
            try (var channel = FileChannel.open(
                            binaries.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                if (lock.isValid() && !Files.exists(done)) {
                    var archive = binaries.resolve("postgres.txz");
                    try (InputStream packed = LocalPostgres.class.getResourceAsStream(ARCHIVE)) {
                        copy(packed, archive);
                    }
                    run(
                            List.of("tar", "-xJf", archive.toString(), "-C", binaries.toString()),
                            binaries.resolve("unpack.log"),
                            "PostgreSQL can't be unpacked (is xz-utils installed?)");
                    Files.delete(archive);
                    Files.createFile(done);
                }
            }
            return binaries;
        } catch (IOException failure) {
            throw new LocalFailure("PostgreSQL can't be unpacked into " + binaries, failure);
        }
    }

    private static void copy(@Nullable InputStream packed, Path archive) throws IOException {
        if (packed == null) {
            throw new LocalFailure("This build carries no PostgreSQL for this machine's architecture");
        }
        Files.copy(packed, archive, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void run(List<String> command, Path log, String trouble) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new LocalFailure(trouble + "; see " + log);
            }
        } catch (IOException failure) {
            throw new LocalFailure(trouble + ": " + failure.getMessage(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LocalFailure(trouble + ": interrupted", interrupted);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("Interrupted while postgres started", interrupted);
        }
    }
}

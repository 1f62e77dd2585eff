package no.dataverket.core.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.Flyway;

/// One role's way into PostgreSQL. A service has one role and one schema, Sentral one schema for each bounded
/// context.
public final class Database implements AutoCloseable {

    /// Migrations for a schema that speaks on the bus: outbox, inbox, fence.
    public static final String MESSAGING = "no/dataverket/core/schema";

    private static final int RACE_ATTEMPTS = 8;

    /// A process that is stopped in the middle of a transaction keeps its row locks; after this time the server
    /// takes them away from it, and whoever waits for them goes on.
    private static final String IDLE_LIMIT = "-c idle_in_transaction_session_timeout=12s";

    private final HikariDataSource pool;
    private final Settings settings;
    private final String sessions;

    private Database(HikariDataSource pool, Settings settings, String sessions) {
        this.pool = pool;
        this.settings = settings;
        this.sessions = sessions;
    }

    /// Where a role finds its database.
    ///
    /// @param url JDBC URL
    /// @param connections most connections that this process holds
    /// @param patience how long a transaction waits for one of them, before it fails as if there were no database
    public record Settings(String url, String user, String password, int connections, Duration patience) {

        private static final Duration USUAL_PATIENCE = Duration.ofSeconds(5);

        /// With a patience that is right where people wait.
        public Settings(String url, String user, String password, int connections) {
            this(url, user, password, connections, USUAL_PATIENCE);
        }

        /// The same with another patience.
        public Settings withPatience(Duration wanted) {
            return new Settings(url, user, password, connections, wanted);
        }

        @Override
        public String toString() {
            return user + "@" + url;
        }
    }

    /// Connects, once the database answers.
    ///
    /// @throws DatabaseFailure if it does not answer within half a minute
    public static Database connect(Settings settings) {
        var sessions = "dataverket-" + settings.user() + "-"
                + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        var config = new HikariConfig();
        config.setPoolName(settings.user());
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setAutoCommit(false);
        config.setMaximumPoolSize(settings.connections());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(settings.patience().toMillis());
        config.setInitializationFailTimeout(30_000);
        config.addDataSourceProperty("stringtype", "unspecified");
        config.addDataSourceProperty("binaryTransferEnable", UuidArray.OID);
        config.addDataSourceProperty("ApplicationName", sessions);
        config.addDataSourceProperty("options", IDLE_LIMIT);
        return new Database(new HikariDataSource(config), settings, sessions);
    }

    /// The name under which the server knows the sessions of this pool and of no other (`application_name`). As
    /// long as this process lives and reaches the server, there is one.
    public String sessions() {
        return sessions;
    }

    /// Brings a schema to the newest version. Scripts are `V<number>__<what>.sql` in the folder.
    ///
    /// @param folders on the class path, as `no/dataverket/maskin/schema`
    public Database migrate(String schema, String... folders) {
        // On connections of its own: one of them waits in its transaction while the others work.
        Flyway.configure()
                .dataSource(settings.url(), settings.user(), settings.password())
                .schemas(schema)
                .createSchemas(false)
                .locations(Arrays.stream(folders)
                        .map(folder -> "classpath:" + folder)
                        .toArray(String[]::new))
                // What every schema has and what is the service's own grow side by side, each in its own numbers.
                .outOfOrder(true)
                .placeholders(Map.of("schema", schema))
                .load()
                .migrate();
        return this;
    }

    /// Runs the work in one transaction and answers what it answers. Work that loses a race with another
    /// transaction runs again, so it must have no effect outside the transaction but through
    /// [Transaction#afterCommit].
    ///
    /// @throws DatabaseFailure if the database refuses or can't be reached
    public <T> T call(Function<Transaction, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (DatabaseFailure failure) {
                if (!failure.lostRace() || attempt == RACE_ATTEMPTS) {
                    throw failure;
                }
                pauseBriefly(attempt);
            }
        }
    }

    /// Like [#call], for work without an answer.
    public void run(Consumer<Transaction> work) {
        call(transaction -> {
            work.accept(transaction);
            return true;
        });
    }

    /// Whether the database answers now.
    public boolean answers() {
        try {
            return call(transaction -> transaction.query("SELECT 1 AS one", row -> row.integer("one")))
                    .equals(List.of(1));
        } catch (DatabaseFailure unreachable) {
            return false;
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    private <T> T once(Function<Transaction, T> work) {
        Transaction transaction;
        T answer;
        try (var connection = pool.getConnection()) {
            transaction = new Transaction(connection);
            try {
                answer = work.apply(transaction);
                transaction.commit();
            } catch (RuntimeException | SQLException | Error failure) {
                if (!connection.isClosed()) {
                    connection.rollback();
                }
                throw failure;
            }
        } catch (SQLException failure) {
            throw DatabaseFailure.of(failure);
        }
        transaction.committed();
        return answer;
    }

    private static void pauseBriefly(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(5L * attempt) + 1);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

package no.dataverket.core.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.dataverket.core.testing.RealServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A schema that a newer process changes under an older one.
@Tag("integration")
final class UpgradeIntegrationTest {

    /// More often than the driver takes to keep a statement prepared on the server.
    private static final int OFTEN = 12;

    @Test
    void aStatementThatIsPreparedGoesOnWhenItsTableGetsAColumn() {
        var fresh = RealServers.freshSchema("upgrade");
        var database = Database.connect(RealServers.postgres().role(fresh.schema(), List.of(fresh.schema()), 1));
        database.run(transaction -> {
            transaction.update("CREATE TABLE " + fresh.schema() + ".thing (name text)");
            transaction.update("INSERT INTO " + fresh.schema() + ".thing VALUES ('one')");
        });
        for (int i = 0; i < OFTEN; i++) {
            assertThat(name(database, fresh.schema())).isEqualTo("one");
        }

        fresh.database()
                .run(transaction -> transaction.update("ALTER TABLE " + fresh.schema() + ".thing ADD COLUMN more int"));

        assertThat(name(database, fresh.schema())).isEqualTo("one");
        database.close();
        fresh.database().close();
    }

    private static String name(Database database, String schema) {
        return database.call(transaction -> transaction
                .query("SELECT t.* FROM " + schema + ".thing t", row -> row.text("name"))
                .getFirst());
    }
}

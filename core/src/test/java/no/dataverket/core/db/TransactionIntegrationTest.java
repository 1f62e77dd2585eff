package no.dataverket.core.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.core.testing.RealServers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TransactionIntegrationTest {

    private final RealServers.Fresh fresh = RealServers.freshSchema("trips");
    private final Database database = fresh.database();
    private final String insert = "INSERT INTO " + fresh.schema() + ".word (word) VALUES (?)";

    @BeforeAll
    void prepare() {
        database.run(transaction ->
                transaction.write("CREATE TABLE " + fresh.schema() + ".word (word text CONSTRAINT word_once UNIQUE)"));
    }

    @BeforeEach
    void empty() {
        database.run(transaction -> transaction.write("DELETE FROM " + fresh.schema() + ".word"));
    }

    @AfterAll
    void stop() {
        database.close();
    }

    @Test
    void whatIsOnlyWrittenGoesWithTheCommitInOneTrip() {
        long before = Trips.soFar();

        database.run(transaction -> {
            transaction.write(insert, "a");
            transaction.gather("words", "b", words -> transaction.write(insert, words.getFirst()));
            assertThat(Trips.soFar()).isEqualTo(before);
        });

        assertThat(Trips.soFar() - before).isEqualTo(1);
        assertThat(words()).containsExactly("a", "b");
    }

    @Test
    void aLaterStatementSeesWhatAnEarlierOneWrote() {
        database.run(transaction -> {
            transaction.write(insert, "a");
            transaction.write("UPDATE " + fresh.schema() + ".word SET word = word || '!' WHERE word = ?", "a");
            assertThat(words(transaction)).containsExactly("a!");
            transaction.write(insert, "b");
            assertThat(transaction.update("DELETE FROM " + fresh.schema() + ".word"))
                    .as("of the statement itself")
                    .isEqualTo(2);
        });
        assertThat(words()).isEmpty();
    }

    @Test
    void aRefusalIsToldAsItsStatementWantsAndNothingIsLeft() {
        assertThatThrownBy(() -> database.run(transaction -> {
                    transaction.write(insert, "before");
                    transaction.write(
                            failure -> failure.violates("something_else")
                                    ? Failure.of(ProblemCode.ADDRESS_IN_USE, "not this one")
                                    : failure,
                            insert,
                            "twice");
                    transaction.write(
                            failure -> failure.violates("word_once")
                                    ? Failure.of(ProblemCode.NAME_TAKEN, "said before")
                                    : failure,
                            insert,
                            "twice");
                    transaction.write(insert, "after");
                }))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ProblemCode.NAME_TAKEN));
        assertThat(words()).isEmpty();
    }

    @Test
    void collectionsArriveAsTheyAre() {
        var id = Id.next(IdKind.VM);
        var other = UUID.randomUUID();
        var odd = "a \"quoted\", {braced} \\ text; with 'all' of it";

        assertThat(echo("uuid", Arrays.asList(id, null, other)))
                .containsExactly(id.uuid().toString(), null, other.toString());
        assertThat(echo("int", Arrays.asList(1, null, -2))).containsExactly("1", null, "-2");
        assertThat(echo("bigint", List.of(Long.MAX_VALUE))).containsExactly(Long.toString(Long.MAX_VALUE));
        assertThat(echo("text", Arrays.asList(odd, null, ""))).containsExactly(odd, null, "");
        assertThat(echo("boolean", List.of(true, false))).containsExactly("true", "false");
        assertThat(echo("uuid", List.of())).isEmpty();
        assertThat(echo("uuid", Arrays.asList(null, null))).containsExactly(null, null);
    }

    private List<@Nullable String> echo(String type, List<?> collection) {
        var found = new ArrayList<@Nullable String>();
        // Often enough for the server to keep the statement.
        for (int i = 0; i < 7; i++) {
            found.clear();
            database.run(transaction -> transaction.query(
                    "SELECT one::text AS one FROM unnest(?::" + type + "[]) AS one",
                    row -> found.add(row.textOrNull("one")),
                    collection));
        }
        return found;
    }

    private List<String> words() {
        return database.call(this::words);
    }

    private List<String> words(Transaction transaction) {
        return transaction.query("SELECT word FROM " + fresh.schema() + ".word ORDER BY word", row -> row.text("word"));
    }
}

package no.dataverket.sentral.tasks;

import static no.dataverket.core.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.dataverket.core.db.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LeaseIntegrationTest {

    private Database database;

    @BeforeAll
    void start() {
        database = TasksSchema.connect(4);
    }

    @AfterAll
    void stop() {
        database.close();
    }

    @Test
    void theLeaseOfAHolderThatDiedIsFreeAtOnce() {
        var dying = TasksSchema.connect(2);
        var dead = new Lease(dying);
        dead.tryTake();
        assertThat(dead.held()).isTrue();
        database.run(
                transaction -> transaction.update("UPDATE tasks.lease SET expires_at = now() + interval '1 hour'"));
        var next = new Lease(database);
        next.tryTake();
        assertThat(next.held()).as("the holder's sessions are there").isFalse();

        dying.close();

        assertThat(eventually(
                        () -> {
                            next.tryTake();
                            return next.epoch();
                        },
                        epoch -> next.held()))
                .isEqualTo(dead.epoch() + 1);
        next.release();
    }

    @Test
    void invariant28_aHolderThatDoesNotKnowThatItLostTheLeaseIsRefused() {
        var frozen = new Lease(database);
        frozen.tryTake();
        assertThat(frozen.held()).isTrue();
        database.run(frozen::confirm);
        // While it sleeps, its time runs out by the database's clock; its own has not moved.
        database.run(transaction -> transaction.update("UPDATE tasks.lease SET expires_at = '-infinity'"));
        var next = new Lease(database);
        next.tryTake();

        assertThat(next.held()).isTrue();
        assertThat(next.epoch()).isEqualTo(frozen.epoch() + 1);
        assertThat(frozen.held()).as("it does not know yet").isTrue();
        assertThatThrownBy(() -> database.run(frozen::confirm)).isInstanceOf(StaleLease.class);
        assertThat(frozen.held()).isFalse();
        assertThat(frozen.refusals()).isEqualTo(1);
        database.run(next::confirm);

        frozen.tryTake();
        assertThat(frozen.held()).as("it waits its turn").isFalse();
        next.release();
        frozen.tryTake();
        assertThat(frozen.held()).isTrue();
        assertThat(frozen.epoch()).isEqualTo(next.epoch() + 1);
        frozen.release();
    }
}

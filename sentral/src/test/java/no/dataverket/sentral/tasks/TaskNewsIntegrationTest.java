package no.dataverket.sentral.tasks;

import static no.dataverket.core.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.core.testing.RealServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("integration")
final class TaskNewsIntegrationTest {

    @Test
    void whoWaitsAtOneProcessIsWokenByWhatAnotherDid() {
        try (var bus = RealServers.bus("sentral")) {
            var due = new AtomicInteger();
            var signals = new TaskSignals();
            var driving = new TaskNews(bus, new TaskSignals(), due::incrementAndGet).listen();
            var waiting = new TaskNews(bus, signals, () -> {}).listen();
            var task = Id.next(IdKind.TASK);
            var version = new AtomicLong(1);

            // A process that has heard of no other says nothing; so the one that waits makes itself known.
            waiting.due();
            eventually(due::get, times -> times == 1);
            var woken = eventually(
                    () -> {
                        driving.changed(task, version.incrementAndGet());
                        return signals.await(task, 1, Duration.ofSeconds(5));
                    },
                    Boolean::booleanValue);

            assertThat(woken).isTrue();
            driving.close();
            waiting.close();
        }
    }
}

package no.dataverket.maskin.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HintsTest {

    private static final RuntimeHint ONE = new RuntimeHint.Changed(VmId.random());
    private static final RuntimeHint OTHER = new RuntimeHint.Changed(VmId.random());

    private final Hints hints = new Hints();

    @AfterEach
    void close() {
        hints.close();
    }

    @Test
    void hintsThatWaitAreMerged() throws Exception {
        var heard = new LinkedBlockingQueue<RuntimeHint>();
        var isBusy = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        hints.add(hint -> {
            heard.add(hint);
            isBusy.countDown();
            awaitUninterrupted(goOn);
        });

        hints.send(ONE);
        isBusy.await();
        for (var count = 0; count < 100; count++) {
            hints.send(ONE);
            hints.send(OTHER);
        }
        goOn.countDown();

        assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo(ONE);
        assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo(ONE);
        assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo(OTHER);
        hints.send(ONE);
        assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo(ONE);
        assertThat(heard).isEmpty();
    }

    @Test
    void aListenerThatWentAwayHearsNothing() throws Exception {
        var heard = new LinkedBlockingQueue<RuntimeHint>();
        var heardByOther = new LinkedBlockingQueue<RuntimeHint>();
        var watch = hints.add(heard::add);
        hints.add(heardByOther::add);

        watch.close();
        hints.send(ONE);

        assertThat(heardByOther.poll(10, TimeUnit.SECONDS)).isEqualTo(ONE);
        assertThat(heard).isEmpty();
    }

    @Test
    void nobodyListensAfterTheEnd() {
        hints.close();

        hints.send(ONE);
        assertThatIllegalStateException().isThrownBy(() -> hints.add(_ -> {}));
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

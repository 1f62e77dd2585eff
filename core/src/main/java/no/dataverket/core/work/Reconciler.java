package no.dataverket.core.work;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Compares intent with what is really there, on a timer and whenever it is woken. It takes no input: whoever
/// wakes it tells it nothing. It never retries inside; it simply runs again.
public final class Reconciler implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

    private final String name;
    private final Duration period;
    private final Runnable pass;
    private final Semaphore wake = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;
    private volatile String lastFailure = "";

    /// @param pass one comparison; must be safe to run at any time and as often as one likes
    public Reconciler(String name, Duration period, Runnable pass) {
        this.name = name;
        this.period = period;
        this.pass = pass;
        this.thread = Thread.ofVirtual().name("reconcile-" + name).start(this::run);
    }

    /// Asks for a pass soon. Many calls make one pass.
    public void wake() {
        wake.release();
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            long began = System.nanoTime();
            try {
                pass.run();
                lastFailure = "";
            } catch (RuntimeException failure) {
                tell(failure);
            }
            try {
                long took = Math.min((System.nanoTime() - began) / 1_000_000, period.toMillis());
                if (wake.tryAcquire(period.toMillis(), TimeUnit.MILLISECONDS)) {
                    // Passes that are asked for all the time take no more than half of it.
                    Thread.sleep(took);
                    wake.drainPermits();
                }
            } catch (InterruptedException interrupted) {
                continue;
            }
        }
    }

    private void tell(RuntimeException failure) {
        var text = failure.toString();
        if (!closed && !text.equals(lastFailure)) {
            LOG.atWarn().setCause(failure).addKeyValue("reconciler", name).log("pass failed; it runs again");
        }
        lastFailure = text;
    }
}

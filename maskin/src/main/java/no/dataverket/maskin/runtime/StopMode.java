package no.dataverket.maskin.runtime;

import java.time.Duration;

/// How a VM is brought to a stop.
public sealed interface StopMode {

    /// Asks the guest, again and again (a booting guest doesn't listen), and pulls the plug at the limit.
    record Graceful(Duration limit) implements StopMode {

        public Graceful {
            if (limit.isNegative()) {
                throw new IllegalArgumentException("the limit of a graceful stop is negative");
            }
        }
    }

    /// Pulls the plug.
    record Forced() implements StopMode {}
}

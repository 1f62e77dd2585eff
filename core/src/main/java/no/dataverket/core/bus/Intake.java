package no.dataverket.core.bus;

import io.nats.client.Message;

/// Takes one message of a stream and sees to its acknowledgement, now or later.
public interface Intake {

    /// Called on the subscription's own thread: hand long work to another.
    void take(Message message);

    /// How many messages may be fetched now; waits until there is room for one. What is fetched and lies in a
    /// buffer gives no sign of life, and would be delivered again.
    default int room() throws InterruptedException {
        return Integer.MAX_VALUE;
    }
}

package no.dataverket.core.bus;

import io.nats.client.Message;

/// Takes one message of a stream and sees to its acknowledgement, now or later.
public interface Intake {

    /// Called on the subscription's own thread: hand long work to another.
    void take(Message message);
}

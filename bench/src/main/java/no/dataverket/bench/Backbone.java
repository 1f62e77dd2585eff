package no.dataverket.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/// PostgreSQL and NATS under something that is measured, with ways in that only a benchmark takes.
interface Backbone {

    /// A connection to the database that may see everything.
    Connection database() throws SQLException;

    /// A connection to the bus as the control plane.
    io.nats.client.Connection bus() throws IOException, InterruptedException;

    /// Processor time that the measured JVM has used, without PostgreSQL and NATS.
    Duration processorTime();
}

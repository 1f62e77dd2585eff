package no.dataverket.core.service;

import java.util.List;

/// A service that a server process can run. Services share nothing in memory, even in one process.
public interface ServiceDefinition {

    /// Name in subjects, in health and on the command line.
    String name();

    /// Schemas of the database that its role, which has its name, owns.
    List<String> schemas();

    /// Starts it. Closing what is returned stops it; it can be started again.
    AutoCloseable start(Platform platform);
}

package no.dataverket.core.service;

import java.time.InstantSource;
import java.util.List;
import no.dataverket.core.bus.Bus;
import no.dataverket.core.db.Database;
import no.dataverket.core.telemetry.Telemetry;

/// What a service is given to stand on. It opens its own connections and closes them when it stops.
public interface Platform {

    /// Site of this process.
    String datacenter();

    /// Version of this build.
    String version();

    Telemetry telemetry();

    InstantSource clock();

    /// A way into the database, as a role that owns the schemas given. They exist and may be empty.
    Database database(String role, List<String> schemas);

    /// A connection to the bus under the service's own name.
    Bus bus(String service);
}

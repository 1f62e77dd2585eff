package no.dataverket.lab.hypervisor;

import java.nio.file.Files;
import java.nio.file.Path;

/// Simulated hosts of one site: they see the same storage, and are kept in one directory, in a file
/// `<host>.journal` each. A file `<host>.off` beside it cuts the host's power for as long as it is there,
/// as a hand on the plug does; with a file `<host>.broken` it answers, and starts nothing.
public final class SimulatedSite {

    private final Path directory;
    private final SimulatedHost.Fleet fleet = new SimulatedHost.Fleet();

    public SimulatedSite(Path directory) {
        this.directory = directory;
    }

    /// A host of the site.
    ///
    /// @throws java.io.UncheckedIOException when its journal can't be read or written
    public SimulatedRuntime open(String hostname, HostSize size) {
        var plug = directory.resolve(hostname + ".off");
        var broken = directory.resolve(hostname + ".broken");
        var host = new SimulatedHost(hostname, size, fleet, directory.resolve(hostname + ".journal"));
        return new SimulatedRuntime(host, 0, () -> Files.exists(plug), () -> Files.exists(broken));
    }
}

package no.dataverket.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import no.dataverket.contract.command.IdentitetMessages;
import no.dataverket.contract.command.MaskinMessages;
import no.dataverket.contract.command.NettMessages;
import no.dataverket.core.http.ApiServer;
import no.dataverket.core.limit.Limits;
import no.dataverket.core.service.Closing;
import no.dataverket.core.service.Platform;
import no.dataverket.core.service.ServiceDefinition;
import no.dataverket.identitet.Identitet;
import no.dataverket.lab.network.SimulatedHostNetworks;
import no.dataverket.maskin.Maskin;
import no.dataverket.maskin.host.RuntimeDrivers;
import no.dataverket.maskin.vm.Pace;
import no.dataverket.nett.Nett;
import no.dataverket.sentral.Sentral;

/// Which services there are, and which of them a process has: all of them on one machine, chosen ones on a site.
final class Composition {

    /// In the order in which they start.
    private static final List<String> NAMES =
            List.of(IdentitetMessages.SERVICE, MaskinMessages.SERVICE, NettMessages.SERVICE, Sentral.NAME);

    private final Settings settings;
    private final Closing closing;

    /// @param closing closes what the services stand on, after them
    Composition(Settings settings, Closing closing) {
        this.settings = settings;
        this.closing = closing;
    }

    /// Every service, to ask for its name and schemas; not to be started.
    static List<ServiceDefinition> all() {
        var nowhere = Path.of("");
        return List.of(
                new Identitet(nowhere),
                new Maskin(new RuntimeDrivers(Map.of()), nowhere, nowhere, nowhere, Pace.usual()),
                new Nett(new SimulatedHostNetworks()),
                new Sentral(new ApiServer.Settings("", 0, Limits.usual())));
    }

    /// The services of this process.
    ///
    /// @throws IllegalArgumentException if there is no such service
    ServiceHost host(Platform platform) {
        var unknown = new TreeSet<>(settings.services());
        NAMES.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("There are no services " + unknown + "; there are " + NAMES);
        }
        var chosen = new ArrayList<ServiceDefinition>();
        for (var name : NAMES) {
            if (settings.services().isEmpty() || settings.services().contains(name)) {
                chosen.add(service(name, platform));
            }
        }
        return new ServiceHost(platform, chosen);
    }

    private ServiceDefinition service(String name, Platform platform) {
        var drivers = new Drivers(settings);
        return switch (name) {
            case IdentitetMessages.SERVICE -> new Identitet(settings.state().resolve("operator-token"));
            case MaskinMessages.SERVICE ->
                new Maskin(
                        drivers.runtimes(),
                        settings.state().resolve("images"),
                        settings.state().resolve("volumes"),
                        settings.backups(),
                        Pace.usual().lostAfter(settings.lostAfter()));
            case NettMessages.SERVICE -> new Nett(closing.add(drivers.networks(platform)), drivers.networkSettings());
            case Sentral.NAME ->
                new Sentral(new ApiServer.Settings(settings.host(), settings.port(), settings.limits()));
            default -> throw new IllegalArgumentException(name);
        };
    }
}

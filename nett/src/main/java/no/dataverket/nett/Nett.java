package no.dataverket.nett;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import no.dataverket.contract.Id;
import no.dataverket.contract.command.NettMessages;
import no.dataverket.contract.command.NettMessages.AttachPorts;
import no.dataverket.contract.command.NettMessages.CreateNetwork;
import no.dataverket.contract.command.NettMessages.DeleteNetwork;
import no.dataverket.contract.command.NettMessages.DetachPorts;
import no.dataverket.core.bus.Outbox;
import no.dataverket.core.db.Database;
import no.dataverket.core.health.Heart;
import no.dataverket.core.service.Closing;
import no.dataverket.core.service.Platform;
import no.dataverket.core.service.ServiceDefinition;
import no.dataverket.core.work.Reconciler;
import no.dataverket.core.work.Worker;
import no.dataverket.nett.host.HostNetworks;
import no.dataverket.nett.ipam.Ipam;
import no.dataverket.nett.network.Networks;
import no.dataverket.nett.network.Ports;
import no.dataverket.nett.network.Realiser;
import no.dataverket.nett.network.Reconciliation;

/// The network service of a site. One process of it runs per site.
public final class Nett implements ServiceDefinition {

    private static final String SCHEMA = "nett";

    private final HostNetworks hosts;
    private final NettSettings settings;

    /// @param hosts how to reach the switch of a hypervisor
    public Nett(HostNetworks hosts) {
        this(hosts, NettSettings.defaults());
    }

    /// @param hosts how to reach the switch of a hypervisor
    public Nett(HostNetworks hosts, NettSettings settings) {
        this.hosts = hosts;
        this.settings = settings;
    }

    @Override
    public String name() {
        return NettMessages.SERVICE;
    }

    @Override
    public List<String> schemas() {
        return List.of(SCHEMA);
    }

    @Override
    public AutoCloseable start(Platform platform) {
        var closing = new Closing();
        try {
            start(platform, closing);
            return closing;
        } catch (RuntimeException failure) {
            closing.close();
            throw failure;
        }
    }

    private void start(Platform platform, Closing closing) {
        var database = closing.add(platform.database(SCHEMA, schemas()));
        database.migrate(SCHEMA, Database.MESSAGING, "no/dataverket/nett/schema");
        var bus = closing.add(platform.bus(name()));
        var outbox = closing.add(new Outbox(database, bus, SCHEMA));
        var ipam = new Ipam(settings.ipam());
        database.run(transaction -> ipam.shape(transaction, platform.datacenter()));
        closing.add(new Books(database, platform.telemetry().registry()));

        var realiser = new Realiser(database, ipam, hosts, settings.networks());
        var every = settings.networks().reconcileEvery();
        var round = new Reconciliation(platform, database, bus, outbox, ipam, realiser, every);
        var reconciler = closing.add(new Reconciler("nett", every, round::run));
        Consumer<Collection<Id>> changed = hypervisors -> {
            round.changed(hypervisors);
            reconciler.wake();
        };
        var networks = new Networks(database, ipam, settings.networks(), realiser, changed);
        var ports = new Ports(database, ipam, settings.networks(), realiser, changed);
        closing.add(new Worker(name(), SCHEMA, database, bus, outbox, platform.telemetry())
                .on(CreateNetwork.class, networks::create)
                .on(DeleteNetwork.class, networks::delete)
                .on(AttachPorts.class, ports::attach)
                .on(DetachPorts.class, ports::detach)
                .start());
        closing.add(new Heart(bus, name(), platform.datacenter(), platform.version(), database::answers));
    }
}

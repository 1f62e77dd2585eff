package no.dataverket.maskin;

import java.nio.file.Path;
import java.util.List;
import no.dataverket.contract.command.MaskinMessages;
import no.dataverket.contract.command.MaskinMessages.DescribeHost;
import no.dataverket.contract.command.MaskinMessages.HostDescription;
import no.dataverket.core.bus.Outbox;
import no.dataverket.core.db.Database;
import no.dataverket.core.health.Heart;
import no.dataverket.core.service.Closing;
import no.dataverket.core.service.Platform;
import no.dataverket.core.service.ServiceDefinition;
import no.dataverket.core.work.Worker;
import no.dataverket.maskin.claim.Turns;
import no.dataverket.maskin.host.FenceCommands;
import no.dataverket.maskin.host.HostCommands;
import no.dataverket.maskin.host.HostNews;
import no.dataverket.maskin.host.Hosts;
import no.dataverket.maskin.host.Quarantine;
import no.dataverket.maskin.host.RuntimeDrivers;
import no.dataverket.maskin.host.Runtimes;
import no.dataverket.maskin.image.ImageCommands;
import no.dataverket.maskin.image.ImageStore;
import no.dataverket.maskin.image.Images;
import no.dataverket.maskin.placement.CapacitySamples;
import no.dataverket.maskin.placement.Placement;
import no.dataverket.maskin.vm.Pace;
import no.dataverket.maskin.vm.VmService;
import no.dataverket.maskin.volume.BackupStore;
import no.dataverket.maskin.volume.Backups;
import no.dataverket.maskin.volume.Snapshots;
import no.dataverket.maskin.volume.VolumeStore;
import no.dataverket.maskin.volume.Volumes;

/// The compute service: hypervisor hosts, images, and machines from their placement to their removal. One
/// process of a site runs it; an older one that was believed dead is refused by the hosts, which know the
/// newest revision of each machine.
public final class Maskin implements ServiceDefinition {

    private static final String SCHEMA = MaskinMessages.SERVICE;

    private final RuntimeDrivers drivers;
    private final Path imageStore;
    private final Path volumeStore;
    private final Path backupStore;
    private final Pace pace;

    /// @param imageStore where images are kept; hypervisors must see it under the same path
    /// @param volumeStore where volumes are kept; hypervisors must see it under the same path
    /// @param backupStore where backups are kept, best on other storage
    public Maskin(RuntimeDrivers drivers, Path imageStore, Path volumeStore, Path backupStore, Pace pace) {
        this.drivers = drivers;
        this.imageStore = imageStore;
        this.volumeStore = volumeStore;
        this.backupStore = backupStore;
        this.pace = pace;
    }

    @Override
    public String name() {
        return MaskinMessages.SERVICE;
    }

    @Override
    public List<String> schemas() {
        return List.of(SCHEMA);
    }

    @Override
    public AutoCloseable start(Platform platform) {
        var closing = new Closing();
        try {
            open(platform, closing);
            return closing;
        } catch (RuntimeException failure) {
            closing.close();
            throw failure;
        }
    }

    private static HostDescription describe(Hosts hosts, DescribeHost query) {
        var address = hosts.get(query.hypervisor()).address();
        return new HostDescription(address.id(), address.name(), address.driver());
    }

    private void open(Platform platform, Closing closing) {
        var telemetry = platform.telemetry();
        var database = closing.add(platform.database(SCHEMA, schemas()));
        database.migrate(SCHEMA, Database.MESSAGING, "no/dataverket/maskin/schema");
        var store = new ImageStore(imageStore);
        store.open();
        var files = new VolumeStore(volumeStore);
        files.open();
        var copies = new BackupStore(backupStore);
        copies.open();
        var bus = closing.add(platform.bus(name()));
        var outbox = closing.add(new Outbox(database, bus, SCHEMA));
        var turns = new Turns();
        var hosts = new Hosts(database);
        var hostNews = new HostNews(outbox, bus.source(), platform.clock());
        var quarantine = new Quarantine(database, hosts, hostNews, platform.clock(), telemetry, pace.quarantine());
        var runtimes = closing.add(new Runtimes(drivers, telemetry, quarantine));
        var images = new Images(database, store);
        var volumes = new Volumes(database, files);
        var vms = closing.add(new VmService(
                database,
                outbox,
                bus,
                platform.datacenter(),
                platform.clock(),
                telemetry,
                hosts,
                hostNews,
                runtimes,
                quarantine,
                images,
                volumes,
                new Snapshots(database, files),
                new Backups(database, files, copies, volumes),
                turns,
                pace));
        vms.begin();
        vms.answer(bus).forEach(closing::add);
        closing.add(bus.answer(DescribeHost.class, asked -> describe(hosts, asked.query())));
        var worker = closing.add(new Worker(name(), SCHEMA, database, bus, outbox, telemetry));
        new HostCommands(database, hosts, runtimes, hostNews, turns, vms.attendance()).on(worker);
        new FenceCommands(database, hosts, runtimes, hostNews, turns, vms.attendance()).on(worker);
        new ImageCommands(images, store, turns).on(worker);
        var placement = new Placement(database, turns);
        placement.answer(bus).forEach(closing::add);
        placement.on(worker);
        closing.add(CapacitySamples.take(database));
        vms.on(worker).start();
        closing.add(new Heart(bus, name(), platform.datacenter(), platform.version(), database::answers));
    }
}

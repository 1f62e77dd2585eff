package no.dataverket.maskin.vm;

import java.time.InstantSource;
import java.util.List;
import no.dataverket.contract.command.MaskinMessages.CloseConsole;
import no.dataverket.contract.command.MaskinMessages.FollowConsole;
import no.dataverket.contract.command.MaskinMessages.MeasureVms;
import no.dataverket.contract.command.MaskinMessages.OpenConsole;
import no.dataverket.contract.command.MaskinMessages.ReadConsole;
import no.dataverket.contract.command.MaskinMessages.TypeConsole;
import no.dataverket.core.bus.Bus;
import no.dataverket.core.bus.Outbox;
import no.dataverket.core.db.Database;
import no.dataverket.core.telemetry.Telemetry;
import no.dataverket.core.work.Worker;
import no.dataverket.maskin.claim.Turns;
import no.dataverket.maskin.host.HostCommands;
import no.dataverket.maskin.host.HostNews;
import no.dataverket.maskin.host.Hosts;
import no.dataverket.maskin.host.Quarantine;
import no.dataverket.maskin.host.Runtimes;
import no.dataverket.maskin.image.Images;
import no.dataverket.maskin.volume.Backups;
import no.dataverket.maskin.volume.Snapshots;
import no.dataverket.maskin.volume.Volumes;

/// All that is done about machines that have a place: commands, questions, and the loops that hold hosts to it.
public final class VmService implements AutoCloseable {

    private final Database database;
    private final Images images;
    private final Volumes volumes;
    private final Snapshots snapshots;
    private final Backups backups;
    private final Turns turns;
    private final Vms vms;
    private final VmNews news;
    private final VmDesk desk;
    private final Pace pace;
    private final ConsoleReader console;
    private final Consoles consoles;
    private final UsageReader usage;
    private final Guests guests;
    private final HostLoops loops;

    public VmService(
            Database database,
            Outbox outbox,
            Bus bus,
            String datacenter,
            InstantSource clock,
            Telemetry telemetry,
            Hosts hosts,
            HostNews hostNews,
            Runtimes runtimes,
            Quarantine quarantine,
            Images images,
            Volumes volumes,
            Snapshots snapshots,
            Backups backups,
            Turns turns,
            Pace pace) {
        this.database = database;
        this.images = images;
        this.volumes = volumes;
        this.snapshots = snapshots;
        this.backups = backups;
        this.turns = turns;
        this.pace = pace;
        vms = new Vms(database);
        news = new VmNews(database, outbox, bus.source(), datacenter, clock, telemetry);
        desk = new VmDesk(vms, turns, runtimes, news, pace);
        console = new ConsoleReader(vms, runtimes);
        consoles = new Consoles(vms, runtimes, clock, ConsolePace.usual());
        usage = new UsageReader(vms, runtimes, clock);
        guests = new Guests(vms, runtimes, news, clock);
        loops = new HostLoops(
                database, hosts, hostNews, runtimes, quarantine, vms, news, turns, pace, clock, telemetry, guests);
    }

    /// Says which commands are carried out here.
    public Worker on(Worker worker) {
        new DiskCommands(desk, vms, database, images).on(worker);
        new PowerCommands(desk, vms, images, pace).on(worker);
        new SizeCommands(desk, vms, database, images, pace).on(worker);
        new MoveCommands(desk, vms, volumes, turns, pace).on(worker);
        new InterfaceCommands(desk, vms, pace).on(worker);
        new RemovalCommands(desk, vms, database, news, volumes, pace).on(worker);
        new VolumeCommands(desk, vms, volumes, turns).on(worker);
        new CopyCommands(desk, vms, volumes, snapshots, backups, turns).on(worker);
        return worker;
    }

    /// Answers questions about consoles, and about what machines use, until it is closed.
    public List<AutoCloseable> answer(Bus bus) {
        return List.of(
                bus.answer(ReadConsole.class, asked -> console.read(asked.query())),
                bus.answer(OpenConsole.class, asked -> consoles.open(asked.query())),
                bus.answer(TypeConsole.class, asked -> consoles.type(asked.query())),
                bus.answer(FollowConsole.class, asked -> consoles.follow(asked.query())),
                bus.answer(CloseConsole.class, asked -> consoles.close(asked.query())),
                bus.answer(MeasureVms.class, asked -> usage.read(asked.query())));
    }

    /// Who looks after hosts.
    public HostCommands.Attendance attendance() {
        return loops;
    }

    /// Begins to look after the hosts that are registered.
    public void begin() {
        loops.beginAll();
    }

    @Override
    public void close() {
        consoles.close();
        usage.close();
        loops.close();
        guests.close();
    }
}

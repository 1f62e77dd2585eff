package no.dataverket.lab.maskin;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import no.dataverket.contract.Id;
import no.dataverket.core.bus.Bus;
import no.dataverket.core.bus.Outbox;
import no.dataverket.core.db.Database;
import no.dataverket.core.telemetry.Telemetry;
import no.dataverket.lab.hypervisor.Operation;
import no.dataverket.maskin.host.HostAddress;
import no.dataverket.maskin.host.HostNews;
import no.dataverket.maskin.host.Hosts;
import no.dataverket.maskin.host.Quarantine;
import no.dataverket.maskin.host.QuarantineRule;
import no.dataverket.maskin.host.RuntimeDrivers;
import no.dataverket.maskin.host.Runtimes;
import no.dataverket.maskin.runtime.DiskRequest;
import no.dataverket.maskin.runtime.Revision;
import no.dataverket.maskin.runtime.RuntimeFailure;
import no.dataverket.maskin.runtime.VmId;

/// A process beside Maskin that makes disks on the lab's hosts, with connections and a judgement of its own.
final class DiskMaker implements AutoCloseable {

    private static final Path BASE = Path.of("/base");

    private final MaskinLab lab;
    private final Database database;
    private final Bus bus;
    private final Outbox outbox;
    private final Runtimes runtimes;

    DiskMaker(MaskinLab lab, QuarantineRule rule) {
        this.lab = lab;
        this.database = lab.platform.database("maskin", List.of("maskin"));
        this.bus = lab.platform.bus("maskin");
        this.outbox = new Outbox(database, bus, "maskin");
        var hosts = new Hosts(database);
        var news = new HostNews(outbox, bus.source(), InstantSource.system());
        var telemetry = Telemetry.withoutExport();
        var quarantine = new Quarantine(database, hosts, news, InstantSource.system(), telemetry, rule);
        this.runtimes = new Runtimes(new RuntimeDrivers(Map.of("simulated", lab::open)), telemetry, quarantine);
    }

    /// The host does what it is asked to.
    void succeed(String host, Id id) {
        make(host, id, VmId.random());
    }

    /// The host fails like this for a machine.
    void fail(String host, Id id, VmId vm, RuntimeFailure.Kind kind) {
        lab.host(host).faults().failNext(Operation.ENSURE_DISK, 1, kind);
        try {
            make(host, id, vm);
        } catch (RuntimeFailure planned) {
            if (planned.kind() == kind) {
                return;
            }
            throw planned;
        }
        throw new AssertionError("the disk was made");
    }

    private void make(String host, Id id, VmId vm) {
        var address = new HostAddress(id, host, MaskinLab.DATACENTER, "simulated", "sim:" + host);
        var wanted = new DiskRequest(vm, new Revision(1, 1), BASE, DiskRequest.Format.RAW, 1L << 20);
        runtimes.of(address).runtime().ensureDisk(wanted);
    }

    @Override
    public void close() {
        runtimes.close();
        outbox.close();
        bus.close();
        database.close();
    }
}

package no.dataverket.maskin.host;

import java.time.temporal.ChronoUnit;
import java.util.TreeSet;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.command.Done;
import no.dataverket.contract.command.MaskinMessages.FenceHost;
import no.dataverket.contract.command.MaskinMessages.MaintainHost;
import no.dataverket.contract.command.MaskinMessages.ReleaseHost;
import no.dataverket.core.bus.Origin;
import no.dataverket.core.db.Database;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.work.Work;
import no.dataverket.core.work.Worker;
import no.dataverket.maskin.claim.Turns;
import no.dataverket.maskin.runtime.ObservedVm;
import no.dataverket.maskin.runtime.VmRuntime;

/// Fences hosts that are lost, keeps machines away from those that are worked on, and releases what is well
/// again. A fenced host is told nothing but to let go of what others run by now.
public final class FenceCommands {

    private final Database database;
    private final Hosts hosts;
    private final Runtimes runtimes;
    private final HostNews news;
    private final Turns turns;
    private final HostCommands.Attendance attendance;

    public FenceCommands(
            Database database,
            Hosts hosts,
            Runtimes runtimes,
            HostNews news,
            Turns turns,
            HostCommands.Attendance attendance) {
        this.database = database;
        this.hosts = hosts;
        this.runtimes = runtimes;
        this.news = news;
        this.turns = turns;
        this.attendance = attendance;
    }

    /// Says which commands are carried out here.
    public Worker on(Worker worker) {
        return worker.on(FenceHost.class, this::fence)
                .on(MaintainHost.class, this::maintain)
                .on(ReleaseHost.class, this::release);
    }

    /// @throws Failure `HYPERVISOR_NOT_LOST` if the host answers, or went away a moment ago
    Done fence(Work<FenceHost> work) {
        var command = work.command();
        try (var _ = turns.hold(command.hypervisor())) {
            return database.call(transaction -> {
                var host = hosts.lock(transaction, command.hypervisor());
                if (host.fence() != null) {
                    return new Done("It is fenced already.");
                }
                if (host.reachable() || !host.lost()) {
                    throw notLost(host);
                }
                var fenced = hosts.fence(transaction, host, command, work.task());
                news.tell(transaction, fenced, Origin.following(work.envelope()));
                return new Done(host.vms() + " machines may run elsewhere.");
            });
        }
    }

    Done maintain(Work<MaintainHost> work) {
        var command = work.command();
        database.run(transaction -> {
            var host = hosts.maintain(transaction, command.hypervisor(), command.maintenance());
            news.tell(transaction, host, Origin.following(work.envelope()));
        });
        return new Done(command.maintenance() ? "No new machine comes." : "It carries machines again.");
    }

    /// @throws Failure `HYPERVISOR_FENCED` if the host still runs what others run by now
    /// @throws no.dataverket.core.work.Absent if the host does not answer
    Done release(Work<ReleaseHost> work) {
        var id = work.command().hypervisor();
        try (var _ = turns.hold(id)) {
            var host = hosts.get(id);
            if (host.fence() != null) {
                refuseStale(host);
            }
            database.run(transaction -> {
                hosts.lock(transaction, id);
                news.tell(transaction, hosts.release(transaction, id), Origin.following(work.envelope()));
            });
            attendance.begin(id);
            return new Done("It carries machines again.");
        }
    }

    /// Only a host that was looked at is known to run nothing stale.
    private void refuseStale(Host host) {
        var there = runtimes.of(host.address()).call(VmRuntime::observeAll);
        var stale = new TreeSet<String>();
        database.run(transaction -> there.vms().stream()
                .filter(vm -> isElsewhere(transaction, vm, host))
                .map(vm -> vm.id().domainName())
                .forEach(stale::add));
        if (!stale.isEmpty()) {
            throw Failure.of(
                            ProblemCode.HYPERVISOR_FENCED,
                            host.name() + " still has domains of machines that are elsewhere by now: "
                                    + String.join(", ", stale) + ".")
                    .hint("They are stopped as soon as it answers; repeat the request then.");
        }
    }

    private static boolean isElsewhere(Transaction transaction, ObservedVm vm, Host host) {
        return transaction
                .first(
                        "SELECT host FROM maskin.vm WHERE id = ?",
                        row -> new Id(IdKind.HYPERVISOR, row.uuid("host")),
                        vm.id().value())
                .filter(place -> !place.equals(host.address().id()))
                .isPresent();
    }

    private static Failure notLost(Host host) {
        var since = host.reachableChangedAt().truncatedTo(ChronoUnit.SECONDS);
        return Failure.of(
                ProblemCode.HYPERVISOR_NOT_LOST,
                host.reachable()
                        ? host.name() + " answers."
                        : host.name() + " is away since " + since + ", which is too short to call it lost.");
    }
}

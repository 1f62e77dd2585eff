package no.dataverket.maskin.host;

import java.util.Objects;
import no.dataverket.contract.Id;
import no.dataverket.contract.command.Done;
import no.dataverket.contract.command.MaskinMessages.DeregisterHost;
import no.dataverket.contract.command.MaskinMessages.HostPlace;
import no.dataverket.contract.command.MaskinMessages.HostRegistered;
import no.dataverket.contract.command.MaskinMessages.RegisterHost;
import no.dataverket.contract.command.MaskinMessages.SetSchedulable;
import no.dataverket.core.bus.Origin;
import no.dataverket.core.db.Database;
import no.dataverket.core.db.DatabaseFailure;
import no.dataverket.core.work.Work;
import no.dataverket.core.work.Worker;
import no.dataverket.maskin.claim.Turns;
import no.dataverket.maskin.runtime.VmRuntime;

/// Takes hosts into service and out of it.
public final class HostCommands {

    private static final HostPlace UNKNOWN = new HostPlace(null, null, null, null);

    private final Database database;
    private final Hosts hosts;
    private final Runtimes runtimes;
    private final HostNews news;
    private final Turns turns;
    private final Attendance attendance;

    /// Who looks after hosts that are in service.
    public interface Attendance {

        /// A host came into service, or its registration changed.
        void begin(Id host);

        /// A host went out of service.
        void end(Id host);
    }

    public HostCommands(
            Database database, Hosts hosts, Runtimes runtimes, HostNews news, Turns turns, Attendance attendance) {
        this.database = database;
        this.hosts = hosts;
        this.runtimes = runtimes;
        this.news = news;
        this.turns = turns;
        this.attendance = attendance;
    }

    /// Says which commands are carried out here.
    public Worker on(Worker worker) {
        return worker.on(RegisterHost.class, this::register)
                .on(DeregisterHost.class, this::deregister)
                .on(SetSchedulable.class, this::setSchedulable);
    }

    HostRegistered register(Work<RegisterHost> work) {
        var command = work.command();
        var address = new HostAddress(
                command.hypervisor(), command.name(), command.datacenter(), command.driver(), command.endpoint());
        try (var _ = turns.hold(address.id())) {
            work.progress().accept("asking " + address.dependency() + " what it is");
            var facts = runtimes.of(address).call(VmRuntime::facts);
            var its = hosts.hostClass(Objects.requireNonNullElse(command.hostClass(), HostClass.USUAL));
            var capacity = Capacity.of(facts, its, command.vcpus(), command.memoryMib());
            database.run(transaction -> {
                hosts.register(transaction, address, work.generation(), its, capacity, facts, command.storage());
                var host =
                        hosts.stands(transaction, address.id(), Objects.requireNonNullElse(command.place(), UNKNOWN));
                news.tell(transaction, host, Origin.following(work.envelope()));
            });
            attendance.begin(address.id());
            return new HostRegistered(
                    capacity.vcpus(),
                    capacity.memoryMib(),
                    facts.virtualization().name(),
                    facts.note() + "; " + capacity.explanation(),
                    facts.hypervisor());
        } catch (DatabaseFailure failure) {
            throw Hosts.registrationRefused(failure, address);
        } finally {
            if (hosts.find(address.id()).isEmpty()) {
                runtimes.forget(address.id());
            }
        }
    }

    Done deregister(Work<DeregisterHost> work) {
        var id = work.command().hypervisor();
        try (var _ = turns.hold(id)) {
            database.run(transaction -> hosts.remove(transaction, id, work.generation()));
            attendance.end(id);
            runtimes.forget(id);
            return new Done("Nothing of the platform is left on the host.");
        }
    }

    Done setSchedulable(Work<SetSchedulable> work) {
        var command = work.command();
        database.run(transaction -> {
            var host =
                    hosts.setSchedulable(transaction, command.hypervisor(), work.generation(), command.schedulable());
            var place = command.place();
            if (place != null) {
                host = hosts.stands(transaction, command.hypervisor(), place);
            }
            var drift = command.drift();
            if (drift != null) {
                host = hosts.mends(transaction, command.hypervisor(), drift);
            }
            news.tell(transaction, host, Origin.following(work.envelope()));
        });
        return new Done(command.schedulable() ? "New machines may come." : "No new machine comes.");
    }
}
